import { rulesWithoutSource } from "#app/domain/earning/activities/live-activities.ts";
import { activityWords } from "#app/domain/ledger/explanations/activity-words.ts";
import type { Language } from "#app/domain/ledger/explanations/language.ts";
import { checkCurrency } from "#app/domain/program/check/check-currency.ts";
import { unknownSegments } from "#app/domain/program/check/check-segments.ts";
import { describeEntries, type EntrySentences } from "#app/domain/program/describe/describe-entries.ts";
import { describeProgram, type ProgramSentences } from "#app/domain/program/describe/describe-program.ts";
import { describeBenefits } from "#app/domain/program/describe/describe-tiers.ts";
import { programWords } from "#app/domain/program/describe/program-words.ts";
import type { DocumentError } from "#app/domain/program/document/describe-error.ts";
import { findJsonFault } from "#app/domain/program/document/find-json-fault.ts";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import type { Program, TierLevel, Tiers } from "#app/domain/program/program.ts";
import type { GoodsGroup } from "#app/domain/program/shop-abilities.ts";
import type { Text } from "#app/domain/program/texts/text.ts";

/** What pages are told of a program: its figures' formats, its names and its sentences. */
export interface ProgramOutline extends Pick<
  Program,
  "currency" | "currencyDigits" | "timezone" | "pointsName"
> {
  /** In plain sentences, part by part. */
  readonly parts: readonly ProgramSentences[];
  /** Whether anything earns at all. */
  readonly hasRules: boolean;
  readonly tiers: LadderOutline | null;
  readonly rewards: readonly { readonly id: string; readonly name: Text }[];
  /** What rules wait for that nothing in a live shop brings about, in words. */
  readonly withoutSource: readonly string[];
}

export interface LadderOutline extends Pick<Tiers, "metric"> {
  /** Lowest first. `from`: in the metric's unit, minor units for spend. */
  readonly levels: readonly LevelOutline[];
}

export interface LevelOutline extends Pick<TierLevel, "id" | "name" | "from"> {
  /** All it brings, each in a few words. */
  readonly benefits: readonly string[];
}

/** What a typed text is: no JSON yet, a document with errors, or a program. */
export type ProgramReading =
  | { readonly kind: "not_json"; readonly line: number }
  | {
      readonly kind: "wrong";
      readonly errors: readonly DocumentError[];
      /** What it says all the same where it is right in itself, and only this shop cannot take it. */
      readonly outline: ProgramOutline | null;
      readonly entries: EntrySentences;
    }
  | { readonly kind: "program"; readonly outline: ProgramOutline; readonly entries: EntrySentences };

export interface ReadFor {
  readonly language: Language;
  readonly goodsGroup: GoodsGroup;
  /** The shop's; null where it is not known yet. */
  readonly currency: string | null;
  /** Those the shop has. */
  readonly segments: readonly { readonly id: string }[];
}

/**
 * A program of another currency than the shop's is wrong before anybody tries to publish it, and so is one that
 * names a segment the shop has not.
 */
export function readProgramText(text: string, shop: ReadFor): ProgramReading {
  const { language, goodsGroup } = shop;
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return { kind: "not_json", line: findJsonFault(text) ?? 1 };
  }
  const entries = describeEntries(document, language, goodsGroup);
  const parsed = parseProgram(document);
  if (!parsed.ok) return { kind: "wrong", errors: parsed.errors, outline: null, entries };
  const outline = outlineOf(parsed.program, shop);
  const currency = checkCurrency(parsed.program.currency, shop.currency);
  const knows = (segmentId: string) => shop.segments.some(({ id }) => id === segmentId);
  const errors = currency === null ? unknownSegments(parsed.document, knows) : [currency];
  if (errors.length > 0) return { kind: "wrong", errors, outline, entries };
  return { kind: "program", outline, entries };
}

function outlineOf(program: Program, { language, goodsGroup }: ReadFor): ProgramOutline {
  const { currency, currencyDigits, timezone, pointsName, tiers } = program;
  const words = programWords(program, language, goodsGroup);
  return {
    ...{ currency, currencyDigits, timezone, pointsName },
    parts: describeProgram(program, language, goodsGroup),
    hasRules: program.rules.length > 0,
    tiers:
      tiers === null
        ? null
        : {
            metric: tiers.metric,
            levels: tiers.levels.map((level) => ({
              id: level.id,
              name: level.name,
              from: level.from,
              benefits: describeBenefits(level, words),
            })),
          },
    rewards: program.rewards.map(({ id, name }) => ({ id, name })),
    withoutSource: rulesWithoutSource(program).map(({ activity }) => activityWords(activity, language)),
  };
}
