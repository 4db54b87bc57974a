import {
  addDays,
  addMonths,
  daysBetween,
  endOfDay,
  type Instant,
  localDay,
  startOfPeriod,
} from "#app/domain/calendar.ts";
import { instantOfLocal } from "#app/domain/time-zone.ts";

export const PERIODS = ["7", "30", "90", "month", "custom"] as const;
export type PeriodKind = (typeof PERIODS)[number];

/** What figures are about, and what they are compared with; half open, in local days. */
export interface HomePeriod {
  readonly kind: PeriodKind;
  readonly from: Instant;
  readonly to: Instant;
  readonly before: { readonly from: Instant; readonly to: Instant };
  /** First and last day as they are written. */
  readonly fromDay: string;
  readonly untilDay: string;
}

/** As the address has it. */
export interface AskedPeriod {
  readonly period: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** Days of one's own choosing: more would be a report, and its chart a blur. */
const LONGEST_DAYS = 366;
const ROLLING = new Map<string | null, { kind: PeriodKind; days: number }>([
  ["7", { kind: "7", days: 7 }],
  ["30", { kind: "30", days: 30 }],
  ["90", { kind: "90", days: 90 }],
]);

/**
 * The period of an address, this month where it names none that makes sense. The window before is of the same
 * length: what has passed of today is compared with as much of the day then.
 */
export function homePeriod(asked: AskedPeriod, zone: string, now: Instant): HomePeriod {
  const rolling = ROLLING.get(asked.period);
  if (rolling !== undefined) {
    const from = startOfPeriod(addDays(now, 1 - rolling.days, zone), zone, "day");
    return { ...shiftedByDays(from, now, rolling.days, zone), kind: rolling.kind };
  }
  return (asked.period === "custom" ? customPeriod(asked, zone, now) : null) ?? thisMonth(zone, now);
}

function thisMonth(zone: string, now: Instant): HomePeriod {
  const from = startOfPeriod(now, zone, "month");
  // The month before may be shorter than what has passed of this one.
  const before = { from: addMonths(from, -1, zone), to: Math.min(addMonths(now, -1, zone), from) };
  return {
    kind: "month",
    from,
    to: now,
    before,
    fromDay: localDay(from, zone),
    untilDay: localDay(now, zone),
  };
}

function customPeriod({ from: first, to: last }: AskedPeriod, zone: string, now: Instant): HomePeriod | null {
  const from = startOfDay(first, zone);
  const lastDay = startOfDay(last, zone);
  if (from === null || lastDay === null || from > lastDay || from > now) return null;
  const to = Math.min(endOfDay(lastDay, zone), now);
  const days = daysBetween(from, to - 1, zone) + 1;
  return days > LONGEST_DAYS ? null : { ...shiftedByDays(from, to, days, zone), kind: "custom" };
}

function shiftedByDays(from: Instant, to: Instant, days: number, zone: string): Omit<HomePeriod, "kind"> {
  return {
    from,
    to,
    before: { from: addDays(from, -days, zone), to: addDays(to, -days, zone) },
    fromDay: localDay(from, zone),
    untilDay: localDay(to - 1, zone),
  };
}

/** `2026-01-31`, if there is such a day. */
function startOfDay(day: string | null, zone: string): Instant | null {
  if (day === null || !/^\d{4}-\d{2}-\d{2}$/u.test(day)) return null;
  const local = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(local) ? null : instantOfLocal(local, zone);
}
