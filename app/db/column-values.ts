import { z } from "zod";
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

function instantFromText(text: string): Instant {
  const value = Date.parse(text);
  assert(!Number.isNaN(value), "a timestamp is readable");
  return value;
}

/** A moment as a column gives it; JSON has none, so that within it a `timestamptz` is text. */
export const instant = z.union([
  z.int(),
  z
    .string()
    .refine((text) => !Number.isNaN(Date.parse(text)))
    .transform((text) => Date.parse(text)),
]);

/**
 * One of the words a column may have. They are keys, so that none of the type's is forgotten here, and none
 * is invented.
 */
export function oneOf<Word extends string>(words: Readonly<Record<Word, true>>): z.ZodType<Word> {
  return z.custom<Word>((value) => typeof value === "string" && Object.hasOwn(words, value), {
    error: `is not one of ${Object.keys(words).join(", ")}`,
  });
}

/** What a zod object is made of that parses a type: each of its fields, those it may lack included. */
export type ShapeOf<Type> = { readonly [Field in keyof Type]-?: z.ZodType<Type[Field]> };

/** An instant as a value of a `timestamptz` column. */
export function timestamp(instant: Instant): string;
export function timestamp(instant: Instant | null): string | null;
export function timestamp(instant: Instant | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}
