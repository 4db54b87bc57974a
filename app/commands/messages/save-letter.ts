import { writeAudit } from "#app/db/audit.ts";
import type { Database } from "#app/db/client.ts";
import { readLetter, writeLetter } from "#app/db/messages/letters.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { LetterContent } from "#app/domain/messages/letter-content.ts";

export interface LetterWish {
  readonly shopId: number;
  readonly template: string;
  /** Of a letter of the shop's own; null of those that every shop has. */
  readonly name: string | null;
  readonly language: string;
  /** Null: the words it is shipped with, again. */
  readonly content: LetterContent | null;
  /** What the page was showing; 0: nothing was kept. */
  readonly revision: number;
  readonly actor: string;
  readonly now: Instant;
}

export type SavedLetter = { readonly ok: true } | { readonly ok: false; readonly refusal: "letter_changed" };

/** Keeps the words of a letter in one language. What is under way is sent with the words that stand when it goes. */
export function saveLetter(database: Database, wish: LetterWish): Promise<SavedLetter> {
  const { shopId, template, name, language, content, revision, actor, now } = wish;
  return database.transaction(async (tx): Promise<SavedLetter> => {
    const kept = await readLetter(tx, shopId, template);
    const { [language]: _before, ...others } = kept?.texts ?? {};
    const texts = content === null ? others : { ...others, [language]: content };
    const isKept = await writeLetter(tx, shopId, { template, name, texts, revision, actor, now });
    if (!isKept) return { ok: false, refusal: "letter_changed" };
    const details = { template, language, words: content === null ? "as shipped" : "own" };
    await writeAudit(tx, shopId, { at: now, actor, action: "save_letter", memberId: null, details });
    return { ok: true };
  });
}
