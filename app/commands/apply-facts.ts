import { assert } from "#app/domain/assert.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { ShopFact } from "#app/domain/event.ts";
import type { Database } from "#app/db/client.ts";
import { waitForShopInbox } from "#app/db/inbox-batch.ts";
import { readShop } from "#app/db/shops.ts";
import { applyReadable } from "./apply-events/apply-readable.ts";

/** What was made of one fact: a text where that is not plain, and whom it concerned. */
export interface AppliedFact {
  readonly reason: string | null;
  readonly memberId: string | null;
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
  const settled = await database.transaction(async (tx) => {
    await waitForShopInbox(tx, shopId);
    const shop = await readShop(tx, shopId);
    assert(shop?.status === "installed", "facts are applied for a shop that has installed the app");
    const readable = facts.map((fact, position) => ({ inboxId: position, facts: [fact], toldAt: null }));
    return applyReadable(tx, shop, readable, now);
  });
  await database.notify("outbox", String(shopId));
  return settled.map(({ reason, memberId }) => ({ reason, memberId }));
}
