import type { Database } from "#app/db/client.ts";
import { countClick } from "#app/db/messages/clicks.ts";
import type { Instant } from "#app/domain/calendar.ts";

/** A person has followed a link of a message into the shop: counted once per message and link. */
export function followLink(
  database: Database,
  { shopId, messageId, now }: { readonly shopId: number; readonly messageId: string; readonly now: Instant },
): Promise<boolean> {
  return countClick(database, shopId, { messageId, link: "shop" }, now);
}
