import type { Instant } from "#app/domain/calendar.ts";
import { openBooks } from "#app/db/books/open-books.ts";
import { recordBooks } from "#app/db/books/record-books.ts";
import type { Database } from "#app/db/client.ts";
import { countUntoldStates } from "#app/db/outbox/outbox.ts";
import { markCarriedOver, nextToCarryOver } from "#app/db/program/programs.ts";
import { readShop } from "#app/db/shops/shops.ts";
import { newCode } from "../codes/new-code.ts";

const MEMBERS_AT_ONCE = 200;
/** So many states may wait to be told: whoever is looked at meanwhile is not told behind everybody else. */
const UNTOLD_AT_MOST = 200;

/**
 * Takes some members of a shop through a publication who have not been looked at since, no faster than
 * the shop is told of them. `waits`: the shop has more to hear than it should; look again later.
 */
export async function carryProgramOver(
  database: Database,
  shopId: number,
  now: Instant,
): Promise<{ readonly taken: number; readonly rest: "none" | "more" | "waits" }> {
  const shop = await readShop(database, shopId);
  const version = shop?.liveVersion;
  if (shop?.status !== "installed" || version == null) return { taken: 0, rest: "none" };
  const isTold = shop.outboxStopped === null;
  if (isTold && (await countUntoldStates(database, shopId, UNTOLD_AT_MOST)) >= UNTOLD_AT_MOST) {
    return { taken: 0, rest: "waits" };
  }
  const memberIds = await nextToCarryOver(database, shopId, version, MEMBERS_AT_ONCE);
  if (memberIds.length > 0) {
    // Opening the books of somebody who is behind takes them through the change.
    await database.transaction(async (tx) => {
      await recordBooks(tx, await openBooks(tx, shopId, memberIds, { nextCode: newCode, now }), now);
    });
    await database.notify("outbox", String(shopId));
  }
  if (memberIds.length === MEMBERS_AT_ONCE) return { taken: memberIds.length, rest: "more" };
  await markCarriedOver(database, shopId, version);
  return { taken: memberIds.length, rest: "none" };
}
