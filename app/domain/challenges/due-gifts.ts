import { assert } from "../assert.ts";
import { localDay, periodKey, periodNumber, startOfPeriod } from "../calendar.ts";
import type { Instant } from "../calendar.ts";
import { drawByWeight } from "../draw.ts";
import type {
  Challenge,
  PeriodChallenge,
  StampsChallenge,
  StreakChallenge,
  SurpriseChallenge,
} from "./challenge.ts";
import type { Gift } from "./challenge.ts";
import type { ChallengeEntry, Contribution } from "../books/engagement.ts";
import { isMet, progressOf } from "./progress.ts";

/** One member's challenges at a moment: all that gifts are a function of. */
export interface Participation {
  readonly entries: Iterable<ChallengeEntry>;
  /** When the member chose to take part, by challenge. */
  readonly optIns: ReadonlyMap<string, Instant>;
  /** The definition of a challenge in a program version; undefined where the version has none of this id. */
  readonly definition: (challengeId: string, programVersion: number) => Challenge | undefined;
  readonly zone: string;
  /** What draws are made for: the platform's id of the customer. */
  readonly drawName: string;
}

/** A gift that should stand, so many times; 0 where its ground has fallen. */
export interface DueGift {
  /** Names it for ever: `challenge:weekly-new:2026-W02`, `challenge:explorer:2026-01:step:1`. */
  readonly cause: string;
  readonly challengeId: string;
  readonly period: string;
  /** For a step on the way, not for the goal. */
  readonly step: boolean;
  readonly gift: Gift;
  readonly times: number;
  readonly programVersion: number;
}

/** What counted for one challenge, in no particular order. */
export interface Counted {
  readonly challenge: Challenge;
  /** Whose goal and gifts hold: the version of a period's first order, so that a later one changes nothing that was given. */
  readonly programVersion: number;
  readonly entries: readonly { readonly at: Instant; readonly contribution: Contribution }[];
}

/** The name under which gifts stand that belong to no single period. */
export const EVER = "ever";

/** Every gift that the member's orders and activities have reached, whatever order they were told in. */
export function dueGifts(part: Participation): DueGift[] {
  return [...new Set(challengeIds(part))].flatMap((id) => giftsOf(part, id));
}

function challengeIds({ entries }: Participation): string[] {
  return [...entries].flatMap(({ counts }) => [...counts.keys()]);
}

function giftsOf(part: Participation, id: string): DueGift[] {
  const all = countedFor(part, id, () => true);
  if (all === null) return [];
  const { challenge } = all;
  switch (challenge.kind) {
    case "goal":
      return periodsOf(part, all).flatMap((period) => goalGifts(part, id, period));
    case "streak":
      return [gift(all, EVER, challenge.gift, streakGifts(part, challenge, all))];
    case "stamps":
      return [gift(all, EVER, challenge.gift, fullCards(challenge, stampsOf(challenge, all)))];
    case "surprise":
      return surprises(part, challenge, all);
    case "contest":
      return [];
  }
}

/** What counts for a challenge and lies where it is looked for; null where nothing does. */
export function countedFor(
  part: Participation,
  id: string,
  isInside: (at: Instant) => boolean,
): Counted | null {
  const optedInAt = part.optIns.get(id);
  const entries: { at: Instant; contribution: Contribution }[] = [];
  let newest: Challenge | undefined;
  let newestVersion = -1;
  for (const { at, programVersion, counts } of part.entries) {
    const contribution = counts.get(id);
    const challenge = contribution === undefined ? undefined : part.definition(id, programVersion);
    if (contribution === undefined || challenge === undefined || !isInside(at)) continue;
    if (challenge.optIn && (optedInAt === undefined || at < optedInAt)) continue;
    entries.push({ at, contribution });
    if (programVersion > newestVersion) {
      newest = challenge;
      newestVersion = programVersion;
    }
  }
  return newest === undefined ? null : { challenge: newest, programVersion: newestVersion, entries };
}

export interface Period {
  readonly name: string;
  readonly holds: (at: Instant) => boolean;
}

/** The period of a challenge that an instant lies in; null where it lies outside of the challenge's span. */
export function periodAt({ every }: PeriodChallenge, at: Instant, zone: string): Period | null {
  switch (every.kind) {
    case "once":
      return { name: "once", holds: () => true };
    case "span":
      return at >= every.from && at < every.to
        ? { name: every.text, holds: (other) => other >= every.from && other < every.to }
        : null;
    default: {
      const kind = every.kind;
      const name = periodKey(at, zone, kind);
      return { name, holds: (other) => periodKey(other, zone, kind) === name };
    }
  }
}

function periodsOf(part: Participation, { challenge, entries }: Counted): Period[] {
  assert(challenge.kind === "goal", "periods are those of a goal");
  const periods = new Map<string, Period>();
  for (const { at } of entries) {
    const period = periodAt(challenge, at, part.zone);
    if (period !== null) periods.set(period.name, period);
  }
  return [...periods.values()];
}

function goalGifts(part: Participation, id: string, period: Period): DueGift[] {
  const counted = countedFor(part, id, period.holds);
  if (counted?.challenge.kind !== "goal") return [];
  const { challenge } = counted;
  const reached = progressOf(challenge.goal, contributionsOf(counted));
  const full = Math.floor(reached / challenge.goal.atLeast);
  const gifts = challenge.steps.map(({ at, gift: stepGift }) => ({
    ...gift(counted, period.name, stepGift, reached >= at ? 1 : 0),
    cause: `challenge:${id}:${period.name}:step:${String(at)}`,
    step: true,
  }));
  if (challenge.gift === null) return gifts;
  return [...gifts, gift(counted, period.name, challenge.gift, challenge.repeat ? full : Math.min(full, 1))];
}

export function contributionsOf({ entries }: Counted): Contribution[] {
  return entries.map(({ contribution }) => contribution);
}

function gift({ challenge, programVersion }: Counted, period: string, given: Gift, times: number): DueGift {
  const cause = `challenge:${challenge.id}${period === EVER ? "" : `:${period}`}`;
  return { cause, challengeId: challenge.id, period, step: false, gift: given, times, programVersion };
}

/** The runs of periods on end in which the goal was met, each by the number of its last period. */
export function runsOf(
  { zone }: Participation,
  challenge: StreakChallenge,
  { entries }: Counted,
): { readonly last: number; readonly length: number }[] {
  const byPeriod = new Map<number, Contribution[]>();
  for (const { at, contribution } of entries) {
    const number = periodNumber(at, zone, challenge.every.kind);
    byPeriod.set(number, [...(byPeriod.get(number) ?? []), contribution]);
  }
  const met = [...byPeriod]
    .filter(([, contributions]) => isMet(challenge.goal, contributions))
    .map(([number]) => number)
    .sort((a, b) => a - b);
  const runs: { last: number; length: number }[] = [];
  for (const number of met) {
    const run = runs.at(-1);
    if (run?.last === number - 1) {
      run.last = number;
      run.length += 1;
    } else runs.push({ last: number, length: 1 });
  }
  return runs;
}

function streakGifts(part: Participation, challenge: StreakChallenge, counted: Counted): number {
  const full = runsOf(part, challenge, counted).map(({ length }) => Math.floor(length / challenge.length));
  const times = full.reduce((sum, count) => sum + count, 0);
  return challenge.repeat ? times : Math.min(times, 1);
}

export function stampsOf({ stampsPerOrder }: StampsChallenge, counted: Counted): number {
  return contributionsOf(counted).reduce(
    (sum, { units }) => sum + Math.min(units, stampsPerOrder ?? Number.POSITIVE_INFINITY),
    0,
  );
}

export function fullCards({ per, repeat }: StampsChallenge, stamps: number): number {
  const full = Math.floor(stamps / per);
  return repeat ? full : Math.min(full, 1);
}

function surprises(part: Participation, challenge: SurpriseChallenge, counted: Counted): DueGift[] {
  const gifts = new Map<string, DueGift>();
  for (const { at, contribution } of counted.entries) {
    if (!isMet(challenge.goal, [contribution])) continue;
    const monday = mondayOfSurprise(challenge, at, part.zone);
    if (monday === null) continue;
    const weights = challenge.oneOf.map(({ weight }) => weight);
    const drawn = challenge.oneOf[drawByWeight(`${challenge.id}:${part.drawName}:${monday}`, weights)];
    assert(drawn !== undefined, "a draw falls on one of the gifts");
    const period = periodKey(at, part.zone, "week");
    gifts.set(period, gift(counted, period, drawn.gift, 1));
  }
  return [...gifts.values()];
}

const WEEK_DAYS = 7;
const DAY_MS = 86_400_000;

/** The Monday of the week an instant lies in, where that is one of the challenge's weeks; else null. */
export function mondayOfSurprise(
  { from, everyWeeks }: SurpriseChallenge,
  at: Instant,
  zone: string,
): string | null {
  const monday = localDay(startOfPeriod(at, zone, "week"), zone);
  const days = Math.round((Date.parse(monday) - Date.parse(from)) / DAY_MS);
  return days >= 0 && days % (WEEK_DAYS * everyWeeks) === 0 ? monday : null;
}
