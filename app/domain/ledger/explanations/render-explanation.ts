import type { RenderedExplanation } from "./rendered-explanation.ts";
import { explainInEnglish } from "./explain-in-english.ts";
import { explainInGerman } from "./explain-in-german.ts";
import type { LineTitles } from "./explained-parts.ts";
import type { Explanation } from "./explanation.ts";
import { ofExplanation } from "./known-explanation.ts";
import type { Language } from "./language.ts";
import type { Wording } from "./wording.ts";

const NO_TITLES: LineTitles = new Map();

/**
 * Why an entry was posted, in the words of its version's program: it names the rules, rewards and levels as
 * they were then. The sentences address nobody, so they serve shops that say du and shops that say Sie.
 * `orderName` is of the order the explanation is about, where the explanation does not know it itself.
 */
export function inWords(
  explanation: Explanation | null,
  words: Wording,
  orderName: string | null,
  titles: LineTitles = NO_TITLES,
): RenderedExplanation {
  const explain = words.language === "de" ? explainInGerman : explainInEnglish;
  const told = (known: Explanation) => {
    const own = "orderName" in known ? known.orderName : null;
    return explain(known, { words, order: own ?? orderName, titles });
  };
  return ofExplanation(explanation, told, UNREADABLE[words.language]);
}

const UNREADABLE: Readonly<Record<Language, RenderedExplanation>> = {
  en: { title: "How this came about cannot be shown any more", details: [] },
  de: { title: "Wie es dazu kam, lässt sich nicht mehr zeigen", details: [] },
};
