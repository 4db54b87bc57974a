import type { Instant } from "#app/domain/calendar.ts";
import { applyEvent } from "#app/domain/engine.ts";
import { openBooks } from "#app/db/books/open-books.ts";
import { recordBooks } from "#app/db/books/record-books.ts";
import type { Statements } from "#app/db/client.ts";
import { type GoneCodes, openCodesAmong } from "#app/db/codes/reward-codes.ts";
import { newCode } from "./new-code.ts";

const CODES_AT_ONCE = 200;
const NONE = "no unused code of the program's";

/** Who reads why a code is over finds this. */
export const REMOVED_IN_SHOP = "removed in the shop's own admin";

/**
 * Codes that the merchant has removed in the shop's own admin: unused, they are over and their points come
 * back, once; used ones stay used. An order that was placed with one before, and is told of later, still
 * spends its points. A text says that none was concerned.
 */
export async function withdrawGoneCodes(
  tx: Statements,
  shopId: number,
  gone: GoneCodes,
  now: Instant,
): Promise<string | null> {
  let withdrawn = 0;
  for (;;) {
    const open = await openCodesAmong(tx, shopId, gone, CODES_AT_ONCE);
    if (open.length === 0) break;
    const owners = [...new Set(open.map(({ memberId }) => memberId))];
    const books = await openBooks(tx, shopId, owners, { nextCode: newCode, now });
    for (const { code, memberId } of open) {
      applyEvent(books.books, {
        type: "code_cancelled",
        at: now,
        memberId,
        code,
        by: "merchant",
        reason: REMOVED_IN_SHOP,
      });
    }
    await recordBooks(tx, books, now);
    withdrawn += open.length;
  }
  return withdrawn === 0 ? NONE : null;
}
