import type { MemberId } from "#app/domain/books/ids.ts";
import { addMonths, type Instant } from "#app/domain/calendar.ts";
import type { Database } from "#app/db/client.ts";
import { inactiveMembers } from "#app/db/members/inactive-members.ts";
import { readShop } from "#app/db/shops/shops.ts";
import { eraseMember } from "./erase-member.ts";

const MEMBERS_AT_ONCE = 200;
const BEFORE_ALL: MemberId = "0";
/** Who erased them, for the record. */
const ACTOR = "retention";

/**
 * Where the merchant wishes it, what is known of people who have not ordered or claimed anything for so many months
 * goes, as it does when they ask for it: the sums stand. Answers how many there were.
 */
export async function eraseInactive(database: Database, shopId: number, now: Instant): Promise<number> {
  const shop = await readShop(database, shopId);
  const months = shop?.settings.retentionMonths ?? null;
  if (shop === null || months === null) return 0;
  const since = addMonths(now, -months, shop.timezone ?? "UTC");
  let erased = 0;
  let after = BEFORE_ALL;
  for (;;) {
    const memberIds = await inactiveMembers(database, shopId, { since, after, limit: MEMBERS_AT_ONCE });
    for (const memberId of memberIds) {
      const answer = await eraseMember(database, { shopId, memberId, actor: ACTOR, now });
      if (answer.ok) erased += 1;
      after = memberId;
    }
    if (memberIds.length < MEMBERS_AT_ONCE) return erased;
  }
}
