import { assert } from "./assert.ts";
import { instantOfLocal, offsetAt } from "./time-zone.ts";

/** An instant: epoch milliseconds, UTC. */
export type Instant = number;

/** Spans within which limits and caps are counted; a week is an ISO week (Monday first). */
export type CalendarPeriod = "day" | "week" | "month" | "year";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** ISO 8601 in the zone's own time, e.g. "2026-01-05T10:00:00+01:00"; milliseconds only where there are any. */
export function formatInstant(instant: Instant, zone: string): string {
  const offset = offsetAt(instant, zone);
  const local = instant + offset;
  const date = dayText(Math.floor(local / DAY_MS));
  const inDay = local - Math.floor(local / DAY_MS) * DAY_MS;
  const seconds = Math.floor(inDay / 1000);
  const ms = inDay % 1000;
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  const fraction = ms === 0 ? "" : `.${String(ms).padStart(3, "0")}`;
  const minutes = Math.round(Math.abs(offset) / MINUTE_MS);
  const sign = offset < 0 ? "-" : "+";
  return `${date}T${time}${fraction}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The local calendar day, e.g. "2026-01-05". */
export function localDay(instant: Instant, zone: string): string {
  return dayText(localDayNumber(instant, zone));
}

/** 1 = Monday … 7 = Sunday, in local time. */
export function weekday(instant: Instant, zone: string): number {
  return weekdayOf(localDayNumber(instant, zone));
}

/** Names the local day, ISO week, month or year: "2026-01-05", "2026-W02", "2026-01", "2026". */
export function periodKey(instant: Instant, zone: string, period: CalendarPeriod): string {
  const day = localDayNumber(instant, zone);
  switch (period) {
    case "day":
      return dayText(day);
    case "week":
      return weekText(day);
    case "month":
      return monthText(day);
    case "year":
      return dayText(day).slice(0, 4);
  }
}

/** The end of the local day, half open: the first instant of the next day. */
export function endOfDay(instant: Instant, zone: string): Instant {
  return startOfDayNumber(localDayNumber(instant, zone) + 1, zone);
}

/** The same wall time n days on (n may be negative). */
export function addDays(instant: Instant, days: number, zone: string): Instant {
  return instantOfLocal(instant + offsetAt(instant, zone) + days * DAY_MS, zone);
}

/**
 * The end (half open) of the local day n months on: month arithmetic clamps to the month's end, so
 * 31 January + 1 month ends with 28 or 29 February. `toMonthEnd` moves on to the end of that month.
 */
export function addMonthsEndOfDay(
  instant: Instant,
  months: number,
  zone: string,
  toMonthEnd = false,
): Instant {
  const day = localDayNumber(instant, zone);
  const last = lastMonthsAdded;
  if (last.day === day && last.months === months && last.zone === zone && last.toMonthEnd === toMonthEnd) {
    return last.end;
  }
  const date = addCivilMonths(civilOf(day), months);
  const lastDay = toMonthEnd
    ? dayNumber({ ...date, day: daysInMonth(date.year, date.month) })
    : dayNumber(date);
  const end = startOfDayNumber(lastDay + 1, zone);
  lastMonthsAdded = { day, months, zone, toMonthEnd, end };
  return end;
}

/** What is asked for in the order of time is mostly asked again for the same day. */
let lastMonthsAdded = { day: Number.NaN, months: 0, zone: "", toMonthEnd: false, end: 0 };

/** The same wall time n months on (n may be negative), clamped to the month's end. */
export function addMonths(instant: Instant, months: number, zone: string): Instant {
  const local = instant + offsetAt(instant, zone);
  const day = Math.floor(local / DAY_MS);
  const moved = dayNumber(addCivilMonths(civilOf(day), months));
  return instantOfLocal(moved * DAY_MS + (local - day * DAY_MS), zone);
}

/** The first instant of the local calendar year the instant lies in. */
export function startOfYear(instant: Instant, zone: string): Instant {
  const { year } = civilOf(localDayNumber(instant, zone));
  return startOfDayNumber(dayNumber({ year, month: 1, day: 1 }), zone);
}

/** The end (half open) of the local calendar year the instant lies in, or of one `yearsOn` later. */
export function endOfYear(instant: Instant, zone: string, yearsOn = 0): Instant {
  const { year } = civilOf(localDayNumber(instant, zone));
  return startOfDayNumber(dayNumber({ year: year + yearsOn + 1, month: 1, day: 1 }), zone);
}

/**
 * The end (half open) of the first yearly date that lies at least `minAgeDays` local days after the
 * instant's day. 29 February is 28 February in other years.
 */
export function nextFixedDateEnd(
  instant: Instant,
  date: { readonly month: number; readonly day: number; readonly minAgeDays: number },
  zone: string,
): Instant {
  const earliest = localDayNumber(instant, zone) + date.minAgeDays;
  for (let year = civilOf(earliest).year; ; year += 1) {
    const day = Math.min(date.day, daysInMonth(year, date.month));
    const candidate = dayNumber({ year, month: date.month, day });
    if (candidate >= earliest) return startOfDayNumber(candidate + 1, zone);
  }
}

/** How many local calendar days `later` lies after `earlier` (negative when before). */
export function daysBetween(earlier: Instant, later: Instant, zone: string): number {
  return localDayNumber(later, zone) - localDayNumber(earlier, zone);
}

function localDayNumber(instant: Instant, zone: string): number {
  return Math.floor((instant + offsetAt(instant, zone)) / DAY_MS);
}

function startOfDayNumber(day: number, zone: string): Instant {
  return instantOfLocal(day * DAY_MS, zone);
}

function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The ISO week belongs to the year of its Thursday. */
function weekText(day: number): string {
  const thursday = day - weekdayOf(day) + 4;
  const { year } = civilOf(thursday);
  const week = Math.floor((thursday - dayNumber({ year, month: 1, day: 1 })) / 7) + 1;
  return `${String(year)}-W${two(week)}`;
}

function addCivilMonths(date: CivilDate, months: number): CivilDate {
  const counted = date.year * 12 + (date.month - 1) + months;
  const year = Math.floor(counted / 12);
  const month = counted - year * 12 + 1;
  return { year, month, day: Math.min(date.day, daysInMonth(year, month)) };
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function dayNumber(date: CivilDate): number {
  return Date.UTC(date.year, date.month - 1, date.day) / DAY_MS;
}

function civilOf(day: number): CivilDate {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const dayTexts = new Map<number, string>();

function dayText(day: number): string {
  const known = dayTexts.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * DAY_MS).toISOString().slice(0, 10);
  assert(text.length === 10, "a day lies in the years 0 to 9999");
  dayTexts.set(day, text);
  return text;
}

const monthTexts = new Map<number, string>();

function monthText(day: number): string {
  const known = monthTexts.get(day);
  if (known !== undefined) return known;
  const text = dayText(day).slice(0, 7);
  monthTexts.set(day, text);
  return text;
}

function two(value: number): string {
  return value < 10 ? `0${String(value)}` : String(value);
}
