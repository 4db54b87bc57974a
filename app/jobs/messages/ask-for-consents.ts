import { askForConsents } from "#app/commands/messages/ask-for-consents.ts";
import type { Database } from "#app/db/client.ts";
import { shopsToAskForConsents } from "#app/db/messages/consents-to-ask.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { ShopRounds } from "../shop-rounds.ts";

const POLL_EVERY_MS = 5_000;

/** Learns what customers had agreed to before anything told so. Only where mails can be sent. */
export function consentRounds(database: Database, now: () => Instant): ShopRounds {
  return new ShopRounds({
    name: "consents",
    atOnce: 1,
    pollEveryMs: POLL_EVERY_MS,
    findShops: () => shopsToAskForConsents(database),
    async work(shopId) {
      await askForConsents(database, shopId, now());
      return "rested";
    },
  });
}
