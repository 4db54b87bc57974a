import { z } from "zod";
import { parseInstant } from "../../parse-instant.ts";

/**
 * The smallest parts of the program document. An `error` text completes the sentence "allowed: …"
 * (see `describe-error.ts`), so it says what may stand there and not what is wrong.
 */
const LARGEST_POINTS = 1_000_000_000;
const DECIMALS_4 = /^\d+(\.\d{1,4})?$/;

export const text = z.string().min(1, { error: "a text that is not empty" }).max(200);

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;

export const languageTag = z
  .string()
  .regex(LANGUAGE, { error: "a language, such as en, de or pt-BR" })
  .meta({ description: "A language tag, such as en, de or pt-BR." });

/** Words that people are shown: they end up in pages, so they hold no markup. */
export const shownText = text.regex(/^[^<>]*$/, { error: "a text without < and >" });

const LANGUAGES_AT_MOST = 50;

/** One wording, which serves every language, or one for each language. */
export function byLanguage<Wording extends z.ZodType>(wording: Wording, plainly: string) {
  const each = z
    .record(languageTag, wording)
    .refine((words) => Object.keys(words).length > 0, { error: "at least one language" })
    .refine((words) => Object.keys(words).length <= LANGUAGES_AT_MOST, {
      error: `at most ${String(LANGUAGES_AT_MOST)} languages`,
    });
  return z.union([wording, each], { error: `${plainly}, or one for each language: {"de": …, "en": …}` });
}

export const localText = byLanguage(shownText, "a text in quotes");

export const pointsName = byLanguage(
  z.strictObject({ one: shownText, other: shownText }),
  'the names of one and of many: {"one": "point", "other": "points"}',
);

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
