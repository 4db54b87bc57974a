import type { Program } from "../program/program.ts";
import { explainInEnglish } from "./explain-in-english.ts";
import { explainInGerman } from "./explain-in-german.ts";
import type { Explanation } from "./explanation.ts";
import { wordingFor } from "./wording.ts";
import type { Language, Wording } from "./wording.ts";

/** What a person reads of an entry: the sentence first, the calculation for those who open it. */
export interface RenderedExplanation {
  readonly title: string;
  readonly details: readonly string[];
}

/**
 * Renders why an entry was posted. `program` is that of the entry's version: it names the rules,
 * rewards and levels as they were then. Dates are days of the program's time zone. The sentences
 * address nobody, so they serve shops that say du and shops that say Sie.
 */
export function renderExplanation(
  explanation: Explanation,
  program: Program,
  language: Language,
): RenderedExplanation {
  return inWords(explanation, wordingFor(language, program));
}

/** The same for many entries: making the wording costs more than using it. */
export function inWords(explanation: Explanation, wording: Wording): RenderedExplanation {
  return wording.language === "de"
    ? explainInGerman(explanation, wording)
    : explainInEnglish(explanation, wording);
}
