import type { WordedFindings } from "#app/components/program-review/findings-card.tsx";
import { findingWords } from "#app/components/program-review/finding-words.ts";
import type { Language } from "#app/components/i18n/language.tsx";
import { parseFrozen } from "#app/domain/program/document/parse-frozen.ts";
import { isUnfair } from "#app/domain/program-review/finding.ts";
import type { ReviewResult } from "#app/domain/program-review/review-result.ts";
import type { AdminVisitor } from "./admin-visitor.server.ts";

/** What a dry run has found, in words for readers of both languages; null until it is done. */
export function wordedFindings(
  result: ReviewResult | null,
  document: unknown,
  { abilities }: AdminVisitor,
): Readonly<Record<Language, WordedFindings>> | null {
  const parsed = parseFrozen(document);
  if (result === null || !parsed.ok) return null;
  const { program } = parsed;
  const { findings, orders } = result;
  const wordedIn = (language: Language): WordedFindings => {
    const words = (wanted: boolean) =>
      findings
        .filter((finding) => isUnfair(finding) === wanted)
        .map((finding) =>
          findingWords(finding, { program, language, goodsGroup: abilities.goodsGroup, orders }),
        );
    return { unfair: words(true), idle: words(false) };
  };
  return { en: wordedIn("en"), de: wordedIn("de") };
}
