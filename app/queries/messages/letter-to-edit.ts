import type { Statements } from "#app/db/database.ts";
import { readLetter, readLetters } from "#app/db/messages/letters.ts";
import type { Shop } from "#app/db/shops/shops.ts";
import type { InWords } from "#app/domain/customers/facts/fact.ts";
import {
  isReadyMadeLetter,
  LETTER_NAMES,
  READY_MADE_LETTERS,
} from "#app/domain/journeys/describe/letter-names.ts";
import type { LetterContent } from "#app/domain/messages/letter-content.ts";
import { languageOffered, SHOPPER_LANGUAGES } from "#app/domain/shops/merchant-choices.ts";
import { mainLanguage } from "#app/domain/program/texts/text.ts";

export interface LetterToEdit {
  /** Null: it is new. */
  readonly template: string | null;
  /** Of a letter that every shop has; null: it is the shop's own. */
  readonly shippedName: InWords | null;
  readonly ownName: string | null;
  /** The shop's own words, by language. */
  readonly texts: Readonly<Record<string, LetterContent>>;
  readonly revision: number;
  /** Those that shoppers are offered, the one that members read first. */
  readonly languages: readonly string[];
  /** Names no new one can have. */
  readonly taken: readonly string[];
}

const NEVER_KEPT = 0;

/** A letter for the page that changes it; null: there is none of that name. */
export async function letterToEdit(
  statements: Statements,
  shop: Shop,
  template: string | null,
): Promise<LetterToEdit | null> {
  const kept = template === null ? null : await readLetter(statements, shop.shopId, template);
  const shipped = template !== null && isReadyMadeLetter(template) ? template : null;
  if (template !== null && kept === null && shipped === null) return null;
  return {
    template,
    shippedName: shipped === null ? null : LETTER_NAMES[shipped],
    ownName: kept?.name ?? null,
    texts: kept?.texts ?? {},
    revision: kept?.revision ?? NEVER_KEPT,
    languages: languagesOf(shop),
    taken: [
      ...READY_MADE_LETTERS,
      ...(await readLetters(statements, shop.shopId)).map((letter) => letter.template),
    ],
  };
}

function languagesOf({ settings, locale }: Shop): readonly string[] {
  const read = languageOffered(settings.languages, locale) ?? settings.languages.fallback;
  const first = SHOPPER_LANGUAGES.find((language) => language === mainLanguage(read)) ?? "en";
  return [first, ...SHOPPER_LANGUAGES.filter((language) => language !== first)];
}
