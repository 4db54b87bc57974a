import { z } from "zod";
import { readJourneySurroundings } from "#app/db/journeys/journey-surroundings.ts";
import type { Statements } from "#app/db/database.ts";
import { inBoth } from "#app/domain/customers/segments/shop-segments.ts";
import {
  describeBeginning,
  describeJourney,
  describeSteps,
} from "#app/domain/journeys/describe/describe-journey.ts";
import { journeyWords } from "#app/domain/journeys/describe/journey-words.ts";
import { unknownLetters } from "#app/domain/journeys/named-letters.ts";
import { missingSourceOf } from "#app/domain/journeys/offered/live-sources.ts";
import { parseJourney } from "#app/domain/journeys/parse-journeys.ts";
import type { Language } from "#app/domain/ledger/explanations/language.ts";
import { documentError, type DocumentError } from "#app/domain/program/document/describe-error.ts";
import type { GoodsGroup } from "#app/domain/program/shop-abilities.ts";
import { shopSegmentNames } from "../program/admin-program.ts";
import { shopLetters } from "./shop-letters.ts";

/** What a journey says as it is typed, and what is wrong with it. */
export interface JourneyReading {
  readonly errors: readonly DocumentError[];
  /** The whole in a few sentences; while something is wrong, what begins it alone; null: that is wrong, too. */
  readonly says: readonly string[] | null;
  readonly begins: string | null;
  /** Each step by its place, `steps[0]`; null: something in it is wrong. */
  readonly steps: Readonly<Record<string, string | null>>;
}

export interface ReadFor {
  readonly language: Language;
  readonly goodsGroup: GoodsGroup;
}

const withTrigger = z.looseObject({ trigger: z.unknown() });

/** Reads a journey for the page that changes it. Null: the shop has no program. */
export async function readJourney(
  statements: Statements,
  shopId: number,
  document: unknown,
  { language, goodsGroup }: ReadFor,
): Promise<JourneyReading | null> {
  const around = await readJourneySurroundings(statements, shopId);
  if (around === null) return null;
  const segments = new Map(
    (await shopSegmentNames(statements, shopId)).map(({ id, name }) => [id, inBoth(name)[language]]),
  );
  const letters = new Map(
    (await shopLetters(statements, shopId)).map(({ template, name }) => [template, name[language]]),
  );
  const words = journeyWords({
    ...{ program: around.program, language, goodsGroup },
    names: {
      segment: (id) => segments.get(id) ?? id,
      letter: (template) => letters.get(template) ?? template,
    },
  });
  const parsed = parseJourney(document, around);
  const errors = [
    ...(parsed.ok ? [] : parsed.errors),
    ...unknownLetters(document, (template) => letters.has(template)),
    ...(parsed.ok && missingSourceOf(parsed.value.trigger.on) !== null
      ? [documentError(document, ["trigger", "on"], "a trigger that the app is told of live")]
      : []),
  ];
  const read = withTrigger.safeParse(document);
  return {
    errors,
    says: parsed.ok ? describeJourney(parsed.value, words) : null,
    begins: read.success ? describeBeginning(read.data.trigger, around, words) : null,
    steps: describeSteps(document, around, words),
  };
}

/** A journey that was saved, in a few sentences for readers of both languages; none where it is not sound any more. */
export async function saidInBoth(
  statements: Statements,
  shopId: number,
  document: unknown,
  goodsGroup: GoodsGroup,
): Promise<Readonly<Record<Language, readonly string[]>>> {
  const [en, de] = await Promise.all(
    (["en", "de"] as const).map((language) =>
      readJourney(statements, shopId, document, { language, goodsGroup }),
    ),
  );
  return { en: en?.says ?? [], de: de?.says ?? [] };
}
