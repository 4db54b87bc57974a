import { assert } from "./assert.ts";
import { instantOfLocal, offsetAt } from "./time-zone.ts";

/** An instant: epoch milliseconds, UTC. */
export type Instant = number;

/** Spans within which limits and caps are counted; a week is an ISO week (Monday first). */
export type CalendarPeriod = "day" | "week" | "month" | "year";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
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

/** Counts local days, ISO weeks, months or years on from one another: the next one has the next number. */
export function periodNumber(instant: Instant, zone: string, period: CalendarPeriod): number {
  const day = localDayNumber(instant, zone);
  const { year, month } = civilOf(day);
  switch (period) {
    case "day":
      return day;
    case "week":
      return Math.floor((day + 3) / 7);
    case "month":
      return year * 12 + month - 1;
    case "year":
      return year;
  }
}

/** The first instant of the local day, ISO week, month or year the instant lies in. */
export function startOfPeriod(instant: Instant, zone: string, period: CalendarPeriod): Instant {
  const day = localDayNumber(instant, zone);
  const date = civilOf(day);
  switch (period) {
    case "day":
      return startOfDayNumber(day, zone);
    case "week":
      return startOfDayNumber(day - weekdayOf(day) + 1, zone);
    case "month":
      return startOfDayNumber(dayNumber({ ...date, day: 1 }), zone);
    case "year":
      return startOfYear(instant, zone);
  }
}

/** The end, half open, of the local day, ISO week, month or year an instant lies in: where the next one begins. */
export function endOfPeriod(instant: Instant, zone: string, period: CalendarPeriod): Instant {
  const start = startOfPeriod(instant, zone, period);
  // So many days on it is the next period, whatever its length.
  return startOfPeriod(addDays(start, DAYS_INTO_NEXT[period], zone), zone, period);
}

const DAYS_INTO_NEXT: Readonly<Record<CalendarPeriod, number>> = { day: 1, week: 7, month: 31, year: 366 };

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

/** The first instant of the next yearly day after an instant; 29 February is 28 February in other years. */
export function nextYearlyDay(
  after: Instant,
  { month, day }: { readonly month: number; readonly day: number },
  zone: string,
): Instant {
  for (let { year } = civilOf(localDayNumber(after, zone)); ; year += 1) {
    const start = startOfDayNumber(
      dayNumber({ year, month, day: Math.min(day, daysInMonth(year, month)) }),
      zone,
    );
    if (start > after) return start;
  }
}

/** How many local calendar days `later` lies after `earlier` (negative when before). */
export function daysBetween(earlier: Instant, later: Instant, zone: string): number {
  return localDayNumber(later, zone) - localDayNumber(earlier, zone);
}

/** The local day as a number: days since 1 January 1970. */
export function localDayNumber(instant: Instant, zone: string): number {
  return Math.floor((instant + offsetAt(instant, zone)) / DAY_MS);
}

/** The first instant of a local day. */
export function startOfDayNumber(day: number, zone: string): Instant {
  return instantOfLocal(day * DAY_MS, zone);
}

/** An hour of a local day; where clocks go over it, the instant they go to. */
export function hourOfDayNumber(day: number, hour: number, zone: string): Instant {
  return instantOfLocal(day * DAY_MS + hour * HOUR_MS, zone);
}

/** The day n months on (n may be negative), clamped to the month's end. */
export function addMonthsToDay(day: number, months: number): number {
  return dayNumber(addCivilMonths(civilOf(day), months));
}

/** A day as it is written, "2026-01-05", as a number; null where there is no such day. */
export function parseDay(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return dayNumber({ year, month, day });
}

/** Days until the next yearly return of a day, 0 on it; 29 February is kept on the 28th in common years. */
export function daysUntilYearly(today: number, day: number): number {
  const { month, day: inMonth } = civilOf(day);
  for (let { year } = civilOf(today); ; year += 1) {
    const next = dayNumber({ year, month, day: Math.min(inMonth, daysInMonth(year, month)) });
    if (next >= today) return next - today;
  }
}

/** Full years from a day to another. */
export function yearsBetween(earlier: number, later: number): number {
  const years = civilOf(later).year - civilOf(earlier).year;
  return addMonthsToDay(earlier, 12 * years) <= later ? years : years - 1;
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

/** A day's number as it is written: "2026-01-05". */
export function dayText(day: number): string {
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
