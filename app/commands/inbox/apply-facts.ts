import { assert } from "#app/domain/assert.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { ShopFact } from "#app/domain/event.ts";
import type { Database } from "#app/db/client.ts";
import { waitForShopInbox } from "#app/db/inbox/inbox-batch.ts";
import { readShop } from "#app/db/shops/shops.ts";
import { decideBatch } from "./decide-batch.ts";

/** What was made of one fact: a text where that is not plain, and whom it concerned. */
export interface AppliedFact {
  readonly reason: string | null;
  readonly memberId: string | null;
  /** Not applied yet: the shop is asked what judging the order needs. Hand it in again once it has answered. */
  readonly isWaiting: boolean;
}

/**
 * Applies facts that came by another way than the inbox (an import, a page, the API), exactly as if
 * they had been delivered: one transaction, the same rules about people and orders.
 */
export async function applyFacts(
  database: Database,
  shopId: number,
  facts: readonly ShopFact[],
  now: Instant,
): Promise<AppliedFact[]> {
  const { done, waiting } = await database.transaction(async (tx) => {
    await waitForShopInbox(tx, shopId);
    const shop = await readShop(tx, shopId);
    assert(shop?.status === "installed", "facts are applied for a shop that has installed the app");
    const readable = facts.map((fact, position) => ({ inboxId: position, facts: [fact], toldAt: null }));
    return decideBatch(tx, shop, readable, now);
  });
  await database.notify("outbox", String(shopId));
  if (waiting.length > 0) await database.notify("questions", String(shopId));
  const results = new Map(done.map((result) => [result.inboxId, result]));
  return facts.map((_, position) => {
    const result = results.get(position);
    return {
      reason: result?.reason ?? null,
      memberId: result?.memberId ?? null,
      isWaiting: result === undefined,
    };
  });
}
