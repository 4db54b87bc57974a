import type { Instant } from "#app/domain/calendar.ts";
import { applyEvents, type ApplyEventsOptions } from "#app/commands/inbox/apply-events.ts";
import type { Database } from "#app/db/client.ts";
import { shopsWithMail } from "#app/db/inbox/inbox-batch.ts";
import { log } from "#app/log.server.ts";
import type { Platform } from "#app/platforms/platform.ts";
import { translateDelivery } from "./translate-delivery.ts";
import { ShopRounds } from "../shop-rounds.ts";

/** Big enough to share the cost of a transaction, small enough not to hold up the process. */
const BATCH_SIZE = 150;
const POLL_EVERY_MS = 1_000;
const SHOPS_AT_ONCE = { embedded: 1, server: 2 };

export interface InboxParts {
  readonly database: Database;
  readonly findPlatform: (name: string) => Pick<Platform, "translate"> | null;
  readonly now: () => Instant;
}

/** Reads shops' mail in batches and applies it. */
export function inboxRounds({ database, findPlatform, now }: InboxParts): ShopRounds {
  const translate = translateWith(findPlatform);
  return new ShopRounds({
    name: "inbox",
    atOnce: SHOPS_AT_ONCE[database.kind],
    pollEveryMs: POLL_EVERY_MS,
    findShops: () => shopsWithMail(database, now()),
    async work(shopId) {
      const batch = await applyEvents(database, shopId, { translate, now: now(), batchSize: BATCH_SIZE });
      for (const { inboxId, reason } of batch.failures) {
        log.warn("delivery_failed", { shopId, inboxId, reason });
      }
      if (batch.settled > 0) await database.notify("outbox", String(shopId));
      if (batch.waiting + batch.hinted > 0) await database.notify("questions", String(shopId));
      if (!batch.more) return "rested";
      return batch.settled > 0 ? "again" : "later";
    },
  });
}

/** A platform's own code reads its deliveries; what it cannot read is parked with its reason. */
export function translateWith(findPlatform: InboxParts["findPlatform"]): ApplyEventsOptions["translate"] {
  return ({ shop, topic, body, triggeredAt }) => {
    const platform = findPlatform(shop.platform);
    if (platform === null) return { ok: false, reason: `no adapter for ${shop.platform}` };
    return translateDelivery(platform, shop, { topic, body, triggeredAt });
  };
}
