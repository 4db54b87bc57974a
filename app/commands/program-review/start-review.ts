import type { Database } from "#app/db/client.ts";
import { countReviewed } from "#app/db/program-review/reviewed-people.ts";
import { programToReview } from "#app/db/program-review/program-to-review.ts";
import { digestOf, stopReview, writeNewReview } from "#app/db/program-review/program-review.ts";
import { readShop } from "#app/db/shops/shops.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { checkCurrency } from "#app/domain/program/check/check-currency.ts";
import type { DocumentError } from "#app/domain/program/document/describe-error.ts";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import { emptyTally } from "#app/domain/program-review/review-tally.ts";

export interface ReviewWish {
  readonly shopId: number;
  readonly actor: string;
  readonly now: Instant;
}

/** Begins to try the draft as it was saved, or without one what is live, on the shop's own orders. A worker does it, in parts; an earlier try is given up. */
export async function startReview(
  database: Database,
  { shopId, actor, now }: ReviewWish,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly errors: readonly DocumentError[] }> {
  return database.transaction(async (tx) => {
    const shop = await readShop(tx, shopId);
    const document = await programToReview(tx, shopId, shop?.liveVersion ?? null);
    const parsed = parseProgram(document);
    if (!parsed.ok) return parsed;
    const wrong = checkCurrency(parsed.program.currency, shop?.currency ?? null);
    if (wrong !== null) return { ok: false, errors: [wrong] };
    await writeNewReview(tx, shopId, {
      startedAt: now,
      startedBy: actor,
      document,
      digest: digestOf(document),
      liveVersion: shop?.liveVersion ?? null,
      people: await countReviewed(tx, shopId),
      tally: emptyTally(),
    });
    return { ok: true };
  });
}

export async function cancelReview(database: Database, shopId: number, now: Instant): Promise<void> {
  await stopReview(database, shopId, now);
}
