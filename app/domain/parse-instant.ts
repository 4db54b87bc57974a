import type { Instant } from "./calendar.ts";

const ZERO = 48;
const NINE = 57;

/**
 * Reads ISO 8601 with an offset ("2026-01-05T10:00:00+01:00", "…Z"; seconds may be left out, parts
 * of a second below the millisecond are cut). Null where the text is anything else: a time without
 * an offset means another instant in every zone. Written by hand because `replay` reads millions.
 */
export function parseInstant(text: string): Instant | null {
  if (text !== lastRead.text) lastRead = { text, instant: readInstant(text) };
  return lastRead.instant;
}

/** An order's line says the instant of its payment three times over. */
let lastRead: { readonly text: string; readonly instant: Instant | null } = { text: "", instant: null };

function readInstant(text: string): Instant | null {
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  if (text[4] !== "-" || text[7] !== "-" || text[10] !== "T" || text[13] !== ":") return null;
  if (year < 0 || month < 1 || month > 12 || day < 1 || hour < 0 || hour > 23) return null;
  if (minute < 0 || minute > 59 || day > daysIn(year, month)) return null;
  let position = 16;
  let second = 0;
  let ms = 0;
  if (text[position] === ":") {
    second = digits(text, position + 1, 2);
    if (second < 0 || second > 59) return null;
    position += 3;
    if (text[position] === ".") {
      const end = endOfDigits(text, position + 1);
      const count = end - position - 1;
      if (count < 1 || count > 9) return null;
      ms = digits(text, position + 1, Math.min(3, count)) * 10 ** Math.max(0, 3 - count);
      position = end;
    }
  }
  const offsetMinutes = parseOffset(text, position);
  if (offsetMinutes === null) return null;
  return Date.UTC(year, month - 1, day, hour, minute, second, ms) - offsetMinutes * 60_000;
}

function parseOffset(text: string, position: number): number | null {
  const sign = text[position];
  if (sign === "Z") return text.length === position + 1 ? 0 : null;
  if (sign !== "+" && sign !== "-") return null;
  const hours = digits(text, position + 1, 2);
  const colon = text[position + 3] === ":" ? 1 : 0;
  const minutes = digits(text, position + 3 + colon, 2);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return null;
  if (text.length !== position + 5 + colon) return null;
  const total = hours * 60 + minutes;
  return sign === "-" ? -total : total;
}

/** The number in `count` digits from `start`, or -1. */
function digits(text: string, start: number, count: number): number {
  let value = 0;
  for (let index = start; index < start + count; index += 1) {
    const code = text.charCodeAt(index);
    // charCodeAt is NaN past the end, which fails this comparison as it should.
    if (!(code >= ZERO && code <= NINE)) return -1;
    value = value * 10 + (code - ZERO);
  }
  return value;
}

function endOfDigits(text: string, start: number): number {
  let index = start;
  while (text.charCodeAt(index) >= ZERO && text.charCodeAt(index) <= NINE) index += 1;
  return index;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
