import type { Instant } from "#app/domain/calendar.ts";
import { openBooks } from "#app/db/books/open-books.ts";
import { recordBooks } from "#app/db/books/record-books.ts";
import type { Database } from "#app/db/client.ts";
import {
  activateVersion,
  dueVersions,
  markCarriedOver,
  membersBehind,
  shopsToCarryOver,
} from "#app/db/programs.ts";
import { newCode } from "./new-code.ts";

const MEMBERS_AT_ONCE = 200;

/**
 * Makes versions live whose instant has come, and takes the members through a publication who have
 * not been opened since. Returns how many members were taken.
 */
export async function carryProgramOver(database: Database, now: Instant): Promise<number> {
  for (const due of await dueVersions(database, now)) {
    await database.transaction((tx) => activateVersion(tx, due.shop_id, due.version, now));
  }
  let taken = 0;
  for (const { shop_id: shopId, live_version: version } of await shopsToCarryOver(database)) {
    for (;;) {
      const memberIds = await membersBehind(database, shopId, version, MEMBERS_AT_ONCE);
      if (memberIds.length === 0) break;
      // Opening the books of somebody who is behind takes them through the change.
      await database.transaction(async (tx) => {
        await recordBooks(tx, await openBooks(tx, shopId, memberIds, newCode), now);
      });
      taken += memberIds.length;
    }
    await markCarriedOver(database, shopId, version);
  }
  return taken;
}
