import type { MemberBook } from "../books/member-book.ts";
import { addMonths, startOfYear } from "../calendar.ts";
import type { Instant } from "../calendar.ts";
import type { Program, Tiers } from "../program/program.ts";

/**
 * The metric in the window that ends at `end`: all there ever was, what n months have not yet passed
 * since, or the local calendar year `end` lies in. Entries dated later than `end` do not count.
 */
export function metricAt(member: MemberBook, tiers: Tiers, zone: string, end: Instant): number {
  const { window } = tiers;
  switch (window.kind) {
    case "lifetime":
      return member.qualifying.sumBetween(tiers.metric, Number.NEGATIVE_INFINITY, end);
    case "rolling":
      return metricOfMonths(member, tiers.metric, { months: window.months, zone, end });
    case "calendarYear":
      return member.qualifying.sumBetween(tiers.metric, startOfYear(end, zone) - 1, end);
  }
}

const DAY_MS = 86_400_000;
/** Within so much of the window's start it is asked when an entry leaves: 28 February is a month after 28 to 31 January. */
const NEAR_START_MS = 6 * DAY_MS;

/**
 * An entry counts until n months after it, as a level is valid that long. Counted back from `end`
 * instead, entries of the last days of a month would count on after their level has ended.
 */
function metricOfMonths(
  member: MemberBook,
  metric: Tiers["metric"],
  { months, zone, end }: { readonly months: number; readonly zone: string; readonly end: Instant },
): number {
  const start = addMonths(end, -months, zone);
  return member.qualifying.sumWithin(metric, end, {
    outUntil: start - NEAR_START_MS,
    inAfter: start + NEAR_START_MS,
    isIn: (at) => addMonths(at, months, zone) > end,
  });
}

/** What counts towards the member's tier now, in the metric's unit; an order paid some seconds ahead of the clock counts. */
export function qualifyingNow(member: MemberBook, program: Program, now: Instant): number | null {
  if (program.tiers === null) return null;
  return metricAt(member, program.tiers, program.timezone, knownUntil(member, now));
}

/**
 * What the member's level rests on at `end`: as `metricAt`; for calendar years also the year before,
 * because a level reached in one year is valid until the end of the next.
 */
export function holdingAt(member: MemberBook, tiers: Tiers, zone: string, end: Instant): number {
  const current = metricAt(member, tiers, zone, end);
  if (tiers.window.kind !== "calendarYear") return current;
  return Math.max(current, metricAt(member, tiers, zone, startOfYear(end, zone) - 1));
}

/**
 * When a level from `from` that is held at `end` was last reached: at `end`, or where this calendar
 * year does not reach it, at the end of the one before; null where it is not held.
 */
export function lastReachedAt(
  member: MemberBook,
  program: Program,
  from: number,
  end: Instant,
): Instant | null {
  const { tiers, timezone } = program;
  if (tiers === null) return null;
  if (metricAt(member, tiers, timezone, end) >= from) return end;
  return holdingAt(member, tiers, timezone, end) >= from ? startOfYear(end, timezone) - 1 : null;
}

/** Clocks differ by seconds: what is already known counts, also where it is dated just ahead of `now`. */
export function knownUntil(member: MemberBook, now: Instant): Instant {
  return member.qualifying.newest(now);
}
