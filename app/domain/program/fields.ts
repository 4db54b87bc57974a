import { z } from "zod";
import { parseInstant } from "../parse-instant.ts";

/**
 * The smallest parts of the program document. An `error` text completes the sentence "allowed: …"
 * (see `describe-error.ts`), so it says what may stand there and not what is wrong.
 */
const LARGEST_POINTS = 1_000_000_000;
const DECIMALS_4 = /^\d+(\.\d{1,4})?$/;

export const text = z.string().min(1, { error: "a text that is not empty" }).max(200);

export const identifier = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, {
    error: "letters, digits, '.', '_' and '-', beginning with a letter or digit, at most 100",
  })
  .meta({ description: "Names this part; unique among its kind and never given to another part later." });

export const texts = z.array(text).max(10_000);

/** A list that would match nothing when empty is a mistake: leaving the condition out matches everything. */
export const anyOf = z.array(text).min(1, { error: "at least one entry, or no such field" }).max(10_000);

export const points = z.int({ error: "a whole number" }).min(0).max(LARGEST_POINTS);
export const positivePoints = z.int({ error: "a whole number" }).min(1).max(LARGEST_POINTS);
export const signedPoints = z.int({ error: "a whole number" }).min(-LARGEST_POINTS).max(LARGEST_POINTS);

export const count = z.int({ error: "a whole number" }).min(1).max(LARGEST_POINTS);

export const amount = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,4})?$/, { error: 'a decimal amount in quotes, such as "12.50"' })
  .meta({ description: "A decimal amount in the program's currency, with no more decimals than it has." });

export const days = z.int({ error: "a whole number" }).min(0).max(3660);
export const months = z.int({ error: "a whole number" }).min(1).max(1200);

export const instantText = z
  .string()
  .refine((value) => parseInstant(value) !== null, {
    error: 'an instant with its offset, such as "2026-05-01T00:00:00+02:00"',
  })
  .meta({ format: "date-time" });

export const factor = z
  .number()
  .min(0)
  .max(1000)
  .refine((value) => DECIMALS_4.test(String(value)), {
    error: "a number from 0 to 1000 with at most four decimals",
  })
  .meta({ description: "At most four decimals; held as an exact fraction." });

export const percent = z
  .number()
  .gt(0)
  .max(100)
  .refine((value) => DECIMALS_4.test(String(value)), {
    error: "a percentage above 0 and up to 100 with at most four decimals",
  });
