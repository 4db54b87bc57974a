import { localDay, localDayNumber, parseDay } from "../../calendar.ts";
import type { Instant } from "../../calendar.ts";
import { PLAIN } from "../../customers/facts/fact.ts";
import { parseInstant } from "../../parse-instant.ts";
import { offsetAt } from "../../time-zone.ts";
import type { Trigger } from "../journey.ts";
import { instantOn, minutesOf, NINE } from "../local-time.ts";
import { clockWatcher } from "../watcher.ts";
import type { Coming, Watcher, World } from "../watcher.ts";

type On<Name extends Trigger["on"]> = Extract<Trigger, { on: Name }>;

const YEAR = 4;
const DAYS_OF_A_YEAR = 365;

/** So many days before a birthday, or before the day of joining from the year after it on. The year names the pass. */
export function yearlyDay({ on, daysBefore, at }: On<"birthday" | "anniversary">, world: World): Watcher {
  const minutes = at === undefined ? NINE : minutesOf(at);
  return clockWatcher((member, from) => {
    const day = on === "birthday" ? member.birthday : localDay(member.enrolledAt, world.zone());
    const [, monthDay] = (day === null ? null : /(\d{2}-\d{2})$/.exec(day)) ?? [];
    if (monthDay === undefined) return NONE;
    const firstYear =
      on === "birthday" ? 0 : Number(localDay(member.enrolledAt, world.zone()).slice(0, YEAR)) + 1;
    const zone = world.zoneOf(member.id);
    const thisYear = Number(localDay(from, world.zone()).slice(0, YEAR));
    const lastYear = thisYear + 1 + Math.ceil((daysBefore + 1) / DAYS_OF_A_YEAR);
    for (let year = Math.max(thisYear, firstYear); year <= Math.max(lastYear, firstYear); year += 1) {
      const comes = instantOn(yearly(year, monthDay) - daysBefore, minutes, zone);
      if (comes >= from) return [{ key: String(year), about: "", at: comes, happenedAt: comes }];
    }
    return NONE;
  });
}

const NONE: readonly Coming[] = [];

/** The day of a year, as its number; a 29 February is kept on the 28th in common years. */
function yearly(year: number, monthDay: string): number {
  const text = String(year).padStart(YEAR, "0");
  const day = parseDay(`${text}-${monthDay}`) ?? parseDay(`${text}-02-28`);
  if (day === null) throw new RangeError(`${text}-${monthDay} is no day`);
  return day;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** An instant of the calendar, for everybody; every year at the same time of the shop's clocks. */
export function date({ at, everyYear }: On<"date">, world: World): Watcher {
  const first = parseInstant(at);
  if (first === null) throw new RangeError(`${at} is no instant`);
  return clockWatcher((_, from) => {
    const zone = world.zone();
    if (first >= from || !everyYear) return [comingOn(first, zone)];
    const monthDay = localDay(first, zone).slice(YEAR + 1);
    const local = first + offsetAt(first, zone);
    const minutes = (local - Math.floor(local / DAY_MS) * DAY_MS) / MINUTE_MS;
    const thisYear = Number(localDay(from, zone).slice(0, YEAR));
    for (const year of [thisYear, thisYear + 1]) {
      const comes = instantOn(yearly(year, monthDay), minutes, zone);
      if (comes >= from) return [comingOn(comes, zone)];
    }
    return NONE;
  });
}

function comingOn(at: Instant, zone: string): Coming {
  return { key: localDay(at, zone), about: "", at, happenedAt: at };
}

/** So many days after the last purchase, whose order names the pass. Undone by the next. */
export function lapsed({ days, at }: On<"lapsed">, world: World): Watcher {
  const minutes = at === undefined ? NINE : minutesOf(at);
  return clockWatcher(
    (member, from) => {
      // A purchase may be dated a little ahead of the line that tells it.
      const subject = world.subjectOf(member.id, from + DAY_MS);
      const last = subject?.purchases(PLAIN).at(-1);
      if (last === undefined) return NONE;
      const comes = instantOn(last.day + days, minutes, world.zoneOf(member.id));
      return [{ key: last.order.id, about: last.order.id, at: comes, happenedAt: comes }];
    },
    (_, { told }) => told.some(({ kind }) => kind === "purchase"),
  );
}

/** So many days after a survey opened for a member, or at once; nothing once it is answered. */
export function surveyOpen({ survey, days, at }: On<"survey_open">, world: World): Watcher {
  const standOf = (memberId: string) => world.aside.surveysOf(memberId).get(survey);
  return clockWatcher(
    ({ id }) => {
      const stand = standOf(id);
      if (stand === undefined || stand.openedAt === null || stand.answered) return NONE;
      const day = localDayNumber(stand.openedAt, world.zone()) + days;
      const isAtOnce = days === 0 && at === undefined;
      const minutes = at === undefined ? NINE : minutesOf(at);
      const comes = isAtOnce ? stand.openedAt : instantOn(day, minutes, world.zoneOf(id));
      return [{ key: survey, about: survey, at: comes, happenedAt: comes }];
    },
    (_, { member }) => standOf(member.id)?.answered === true,
  );
}

const HOUR_MS = 3_600_000;

/** So many hours after a cart was filled last, unless an order recovered it. An empty one is none. */
export function cartAbandoned({ hours }: On<"cart_abandoned">, { aside }: World): Watcher {
  return clockWatcher(
    ({ id }) =>
      aside
        .cartsOf(id)
        .filter((cart) => !cart.isEmpty && !aside.isRecovered(cart.id))
        .map((cart) => {
          const comes = cart.at + hours * HOUR_MS;
          return { key: cart.id, about: cart.id, at: comes, happenedAt: comes };
        }),
    ({ about }) => aside.isRecovered(about),
  );
}
