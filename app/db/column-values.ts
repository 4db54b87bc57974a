import { assert } from "#app/domain/assert.ts";
import type { Instant } from "#app/domain/calendar.ts";

/** Object ids of PostgreSQL's types, as both drivers know them. */
const INT8 = 20;
const TIMESTAMPTZ = 1184;

export const columnParsers: Readonly<Record<number, (text: string) => unknown>> = {
  [INT8]: exactInteger,
  [TIMESTAMPTZ]: instantFromText,
};

function exactInteger(text: string): number {
  const value = Number(text);
  assert(Number.isSafeInteger(value), "a 64-bit figure is exact as a number");
  return value;
}

export function instantFromText(text: string): Instant {
  const value = Date.parse(text);
  assert(!Number.isNaN(value), "a timestamp is readable");
  return value;
}

/** An instant as a value of a `timestamptz` column. */
export function timestamp(instant: Instant): string;
export function timestamp(instant: Instant | null): string | null;
export function timestamp(instant: Instant | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}
