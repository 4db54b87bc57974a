import type { LetterContent } from "#app/domain/messages/letter-content.ts";
import { SHOPPER_LANGUAGES, type ShopperLanguage } from "#app/domain/shops/merchant-choices.ts";
import { contentFor } from "#app/messages/letter/render-letter.ts";

/** The words a letter is shipped with, by language; null of a letter of the shop's own. */
export function shippedLetters(
  template: string | null,
  address: string,
): Readonly<Record<ShopperLanguage, LetterContent>> | null {
  const shipped = SHOPPER_LANGUAGES.map((language) => {
    const reader = { language, formal: address === "Sie" };
    return [language, template === null ? null : contentFor(template, {}, reader)] as const;
  });
  const contents = new Map(shipped);
  const of = (language: ShopperLanguage): LetterContent | null => contents.get(language) ?? null;
  const [en, de, fr, es, it, nl] = [of("en"), of("de"), of("fr"), of("es"), of("it"), of("nl")];
  if (en === null || de === null || fr === null || es === null || it === null || nl === null) return null;
  return { en, de, fr, es, it, nl };
}
