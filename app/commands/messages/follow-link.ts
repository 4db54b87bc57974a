import type { Database } from "#app/db/client.ts";
import { countClick } from "#app/db/messages/clicks.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { tellActivity } from "../activities/tell-activity.ts";

export interface FollowedLink {
  readonly shopId: number;
  readonly memberId: MemberId;
  readonly messageId: string;
  readonly now: Instant;
}

/** The one link into the shop that a mail has. */
const LINK = "shop";

/**
 * A person has followed a link of a message into the shop. It counts once per message and link, for the member and
 * for the message; the second time nothing is told.
 */
export async function followLink(
  database: Database,
  { shopId, memberId, messageId, now }: FollowedLink,
): Promise<void> {
  await database.transaction(async (tx) => {
    if (!(await countClick(tx, shopId, { messageId, link: LINK }, now))) return;
    await tellActivity(tx, shopId, { memberId, activity: "link_click", key: `${messageId}:${LINK}` }, now);
  });
  await database.notify("inbox", String(shopId));
}
