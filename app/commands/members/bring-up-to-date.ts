import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { Database } from "#app/db/client.ts";
import { membersBehind } from "#app/db/members/members-behind.ts";
import { advanceMembers } from "./advance-due-members.ts";

/**
 * Whoever is looked at goes first: through a publication that has not come to them yet, and through what
 * is due. So all that shows them (panel, block, member's page, headline, card) says the same. Whether
 * anybody was behind.
 */
export async function bringUpToDate(
  database: Database,
  shopId: number,
  memberIds: readonly MemberId[],
  now: Instant,
): Promise<boolean> {
  const behind = await membersBehind(database, shopId, memberIds, now);
  if (behind.length > 0) await advanceMembers(database, shopId, behind, now);
  return behind.length > 0;
}
