import type { Statements } from "#app/db/database.ts";
import { readLetters } from "#app/db/messages/letters.ts";
import type { InWords } from "#app/domain/customers/facts/fact.ts";
import { LETTER_NAMES, READY_MADE_LETTERS } from "#app/domain/journeys/describe/letter-names.ts";

/** A letter that the mails of a shop's journeys can be. */
export interface ShopLetter {
  readonly template: string;
  readonly name: InWords;
  readonly isOwn: boolean;
  /** Languages in which the shop has written its words itself. */
  readonly written: readonly string[];
}

/** The letters of a shop: those that every shop has, then its own. */
export async function shopLetters(statements: Statements, shopId: number): Promise<readonly ShopLetter[]> {
  const kept = new Map((await readLetters(statements, shopId)).map((letter) => [letter.template, letter]));
  const own = [...kept.values()].flatMap(({ template, name, texts }) =>
    name === null
      ? []
      : [{ template, name: { en: name, de: name }, isOwn: true, written: Object.keys(texts) }],
  );
  return [
    ...READY_MADE_LETTERS.map((template) => ({
      ...{ template, name: LETTER_NAMES[template], isOwn: false },
      written: Object.keys(kept.get(template)?.texts ?? {}),
    })),
    ...own,
  ];
}
