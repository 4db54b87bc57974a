import { SHOPPER_LANGUAGES, type ShopperLanguage } from "#app/domain/shops/merchant-choices.ts";
import { mainLanguage } from "#app/domain/program/texts/text.ts";
import panelDeFormal from "#storefront/words/de-formal.ts";
import panelDe from "#storefront/words/de.ts";
import panelEn from "#storefront/words/en.ts";
import panelEs from "#storefront/words/es.ts";
import panelFr from "#storefront/words/fr.ts";
import panelIt from "#storefront/words/it.ts";
import panelNl from "#storefront/words/nl.ts";
import type { Words } from "#storefront/words/words.ts";
import deFormal from "../words/de-formal.ts";
import de from "../words/de.ts";
import en from "../words/en.ts";
import es from "../words/es.ts";
import fr from "../words/fr.ts";
import it from "../words/it.ts";
import type { LetterWords } from "../words/letter-words.ts";
import nl from "../words/nl.ts";

/** The words of letters, and those of the panel beside them, so that both call things the same. */
export interface LetterLanguage {
  readonly name: string;
  readonly letters: LetterWords;
  readonly panel: Words;
}

const LANGUAGES: Readonly<Record<ShopperLanguage | "de-formal", LetterLanguage>> = {
  en: { name: "en", letters: en, panel: panelEn },
  de: { name: "de", letters: de, panel: panelDe },
  "de-formal": { name: "de", letters: deFormal, panel: panelDeFormal },
  fr: { name: "fr", letters: fr, panel: panelFr },
  es: { name: "es", letters: es, panel: panelEs },
  it: { name: "it", letters: it, panel: panelIt },
  nl: { name: "nl", letters: nl, panel: panelNl },
};

/** Whoever speaks another language reads English. */
export function letterLanguage({
  language,
  formal,
}: {
  readonly language: string;
  readonly formal: boolean;
}): LetterLanguage {
  const main = SHOPPER_LANGUAGES.find((known) => known === mainLanguage(language)) ?? "en";
  return LANGUAGES[main === "de" && formal ? "de-formal" : main];
}
