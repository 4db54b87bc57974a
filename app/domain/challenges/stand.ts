import { localDay, periodKey, periodNumber, startOfPeriod } from "../calendar.ts";
import type { Instant } from "../calendar.ts";
import type { Challenge, StreakChallenge } from "./challenge.ts";
import { contributionsOf, countedFor, fullCards, runsOf, stampsOf } from "./due-gifts.ts";
import type { Counted, Participation } from "./due-gifts.ts";
import { isMet, progressOf } from "./progress.ts";

/** A period of a challenge by its name, and what lies in it. */
export interface Shown {
  readonly period: string;
  readonly holds: (at: Instant) => boolean;
}

/** The last period and the running one; the only one of what has but one. */
export function shownPeriods(challenge: Challenge, zone: string, end: Instant): Shown[] {
  const always = () => true;
  switch (challenge.kind) {
    case "stamps":
      return [{ period: "once", holds: always }];
    case "streak":
      return [{ period: periodKey(end, zone, challenge.every.kind), holds: always }];
    case "surprise":
      return surpriseWeeks(challenge, zone, end);
    case "contest":
    case "goal": {
      const { every } = challenge;
      if (every.kind === "once") return [{ period: "once", holds: always }];
      if (every.kind === "span") {
        return [{ period: every.text, holds: (at) => at >= every.from && at < every.to }];
      }
      const { kind } = every;
      const running = periodKey(end, zone, kind);
      const last = periodKey(startOfPeriod(end, zone, kind) - 1, zone, kind);
      return [last, running].map((period) => ({
        period,
        holds: (at) => periodKey(at, zone, kind) === period,
      }));
    }
  }
}

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

/** The last two of a surprise's weeks that have begun. */
function surpriseWeeks(
  { from, everyWeeks }: Extract<Challenge, { kind: "surprise" }>,
  zone: string,
  end: Instant,
): Shown[] {
  const monday = Date.parse(localDay(startOfPeriod(end, zone, "week"), zone));
  const begun = Math.floor((monday - Date.parse(from)) / (WEEK_MS * everyWeeks));
  return [begun - 1, begun]
    .filter((index) => index >= 0)
    .map((index) => {
      // Noon of a day names its week in every zone.
      const period = periodKey(Date.parse(from) + index * WEEK_MS * everyWeeks + DAY_MS / 2, "UTC", "week");
      return { period, holds: (at: Instant) => periodKey(at, zone, "week") === period };
    });
}

/** What lies in a period of a challenge that is known by its name. */
export function periodNamed(challenge: Challenge, period: string, zone: string): Shown {
  switch (challenge.kind) {
    case "stamps":
    case "streak":
      return { period, holds: () => true };
    case "surprise":
      return { period, holds: (at) => periodKey(at, zone, "week") === period };
    case "contest":
    case "goal": {
      const { every } = challenge;
      if (every.kind === "once") return { period, holds: () => true };
      if (every.kind === "span") return { period, holds: (at) => at >= every.from && at < every.to };
      const { kind } = every;
      return { period, holds: (at) => periodKey(at, zone, kind) === period };
    }
  }
}

/** The periods in which a run was long enough for a gift: with `repeat` for every one, else the first alone. */
export function streaksDone(part: Participation, challenge: StreakChallenge): string[] {
  const counted = countedFor(part, challenge.id, () => true);
  if (counted === null) return [];
  const { length, every, repeat } = challenge;
  const names = new Map(
    counted.entries.map(({ at }) => [
      periodNumber(at, part.zone, every.kind),
      periodKey(at, part.zone, every.kind),
    ]),
  );
  const done = runsOf(part, challenge, counted).flatMap((run) => {
    const first = run.last - run.length + length;
    const times = Math.floor(run.length / length);
    return Array.from({ length: times }, (_, index) => names.get(first + index * length) ?? []).flat();
  });
  return repeat ? done : done.slice(0, 1);
}

/** How far a member has come in a period. */
export interface Stand {
  readonly goal: number;
  readonly progress: number;
  readonly done: boolean;
}

export function standOf(
  part: Participation,
  live: Challenge,
  { counted, end }: { readonly counted: Counted | null; readonly end: Instant },
): Stand {
  const challenge = counted?.challenge ?? live;
  switch (challenge.kind) {
    case "streak": {
      const running = periodNumber(end, part.zone, challenge.every.kind);
      const runs = counted === null ? [] : runsOf(part, challenge, counted);
      const run = runs.at(-1);
      const progress = run !== undefined && run.last >= running - 1 ? run.length : 0;
      const done = runs.some(({ length }) => length >= challenge.length);
      return { goal: challenge.length, progress, done };
    }
    case "stamps": {
      const stamps = counted === null ? 0 : stampsOf(challenge, counted);
      const full = fullCards(challenge, stamps);
      return { goal: challenge.per, progress: stamps - full * challenge.per, done: full > 0 };
    }
    case "surprise": {
      const each = counted === null ? [] : contributionsOf(counted);
      const progress = Math.max(0, ...each.map((one) => progressOf(challenge.goal, [one])));
      return {
        goal: challenge.goal.atLeast,
        progress,
        done: each.some((one) => isMet(challenge.goal, [one])),
      };
    }
    case "contest":
    case "goal": {
      const progress = counted === null ? 0 : progressOf(challenge.goal, contributionsOf(counted));
      const { atLeast } = challenge.goal;
      return { goal: atLeast, progress, done: progress >= atLeast };
    }
  }
}
