import de from "../../storefront/words/de.ts";
import deFormal from "../../storefront/words/de-formal.ts";
import en from "../../storefront/words/en.ts";
import es from "../../storefront/words/es.ts";
import fr from "../../storefront/words/fr.ts";
import it from "../../storefront/words/it.ts";
import nl from "../../storefront/words/nl.ts";
import type { Words } from "../../storefront/words/words.ts";

/** What the merchant has chosen for all surfaces together. */
export interface SpokenByShop {
  readonly formal: boolean;
  readonly languages: { readonly offered: readonly string[]; readonly fallback: string };
}

const WORDS_BY_LANGUAGE: Readonly<Record<string, Words>> = { de, en, es, fr, it, nl };

/**
 * The widget's own sentences, so that a shopper reads the same everywhere. `locale` is Shopify's, such
 * as "de" or "de-AT"; a language we do not speak is answered in English. `germanAddress` is the
 * merchant's setting of the surface: "Sie", or anything else for du.
 */
export function shopperWords(locale: string, germanAddress: unknown): { words: Words; locale: string } {
  const language = locale.split("-", 1).join("").toLowerCase();
  if (language === "de" && germanAddress === "Sie") return { words: deFormal, locale };
  const words = WORDS_BY_LANGUAGE[language];
  return words === undefined ? { words: en, locale: "en" } : { words, locale };
}

/**
 * The sentences as the merchant wishes them, once the app has answered what that is: with Sie where the shop has
 * chosen it everywhere, and in its language for everybody else where it does not offer the page's.
 */
export function wordsOfShop(
  page: { readonly words: Words; readonly locale: string },
  { formal, languages }: SpokenByShop,
): { words: Words; locale: string } {
  const language = page.locale.split("-", 1).join("").toLowerCase();
  if (!languages.offered.includes(language)) return shopperWords(languages.fallback, formal ? "Sie" : "du");
  return formal && page.words === de ? { ...page, words: deFormal } : page;
}
