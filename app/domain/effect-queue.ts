import type { Books } from "./books/books.ts";
import type { Effect } from "./effect.ts";

/** Asks something of the world; without listeners (`replay`) nothing is kept. */
export function request(books: Books, effect: Effect): void {
  if (books.effectsWanted) books.journal.effects.push(effect);
}
