import { parseDay } from "../calendar.ts";

/** Whether `03/04/2026` is the third of April or the fourth of March. */
export const DAY_ORDERS = ["day_first", "month_first"] as const;
export type DayOrder = (typeof DAY_ORDERS)[number];

export type DayCell =
  | { readonly ok: true; readonly day: string | null }
  | { readonly ok: false; readonly problem: "day_ambiguous" | "day_unreadable" };

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/;
const PARTS = /^(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})(?:[T ].*)?$/;
/** As the app itself writes a birthday without a year. */
const YEARLESS = /^--(\d{2})-(\d{2})$/;
const SHORT = /^(\d{1,2})([./-])\s?(\d{1,2})\2?$/;
const NAMED_FIRST = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/i;
const NAMED_BEHIND = /^(\d{1,2})\.? ([a-zä]{3,9})\.? (\d{4})$/i;

/** A leap year, so that 29 February is a day: the year in which days without one are checked. */
const ANY_YEAR = 2000;
/** Programs write a year like this where only the day is known. */
const NO_YEAR_BEFORE = 1900;

/**
 * Reads a day. `yearless`: a birthday, which may come without a year; then it is written `--MM-DD`, as is one
 * whose year stands for none. Days with points have the day first, as nobody writes them otherwise.
 */
export function parseDayCell(cell: string, order: DayOrder | null, yearless = false): DayCell {
  const text = cell.trim();
  if (text === "" || /^0000[-/.]00[-/.]00/.test(text)) return { ok: true, day: null };
  const read = readParts(text, order, yearless);
  if (read === "ambiguous") return { ok: false, problem: "day_ambiguous" };
  if (read === null) return { ok: false, problem: "day_unreadable" };
  const { year, month, day } = read;
  const isYearless = year === null || (yearless && year < NO_YEAR_BEFORE);
  const written = `${pad(isYearless ? ANY_YEAR : year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  if (parseDay(written) === null) return { ok: false, problem: "day_unreadable" };
  return { ok: true, day: isYearless ? `--${written.slice(5)}` : written };
}

/** Whether a day can be read in two ways. */
export function isAmbiguousDay(cell: string, yearless: boolean): boolean {
  return readParts(cell.trim(), null, yearless) === "ambiguous";
}

interface DayParts {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

function readParts(text: string, order: DayOrder | null, yearless: boolean): DayParts | "ambiguous" | null {
  const iso = ISO.exec(text);
  if (iso !== null) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const own = yearless ? YEARLESS.exec(text) : null;
  if (own !== null) return { year: null, month: Number(own[1]), day: Number(own[2]) };
  const named = namedParts(text);
  if (named !== null) return named;
  const full = PARTS.exec(text);
  const short = full === null && yearless ? SHORT.exec(text) : null;
  const [, first, sign, second, year] = full ?? short ?? [];
  if (first === undefined || second === undefined) return null;
  const [a, b] = [Number(first), Number(second)];
  const dayFirst: DayParts = { year: year === undefined ? null : Number(year), day: a, month: b };
  const monthFirst: DayParts = { ...dayFirst, day: b, month: a };
  if (sign === ".") return dayFirst;
  if (a > 12) return dayFirst;
  if (b > 12 || a === b) return monthFirst;
  if (order === null) return "ambiguous";
  return order === "day_first" ? dayFirst : monthFirst;
}

function namedParts(text: string): DayParts | null {
  const first = NAMED_FIRST.exec(text);
  const behind = NAMED_BEHIND.exec(text);
  const [name, day, year] =
    first === null ? [behind?.[2], behind?.[1], behind?.[3]] : [first[1], first[2], first[3]];
  const month = name === undefined ? 0 : MONTHS.findIndex((begin) => begin.test(name)) + 1;
  return month === 0 ? null : { year: Number(year), month, day: Number(day) };
}

const MONTHS = [
  /^jan/i,
  /^feb/i,
  /^m(?:ar|är)/i,
  /^apr/i,
  /^ma[iy]/i,
  /^jun/i,
  /^jul/i,
  /^aug/i,
  /^sep/i,
  /^o[ck]t/i,
  /^nov/i,
  /^de[cz]/i,
];

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, "0");
}
