import { keepOwedNotices } from "#app/commands/journeys/keep-owed-notices.ts";
import type { Database } from "#app/db/client.ts";
import { shopsToGiveNotice } from "#app/db/journeys/owed-notices.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { ShopRounds } from "../shop-rounds.ts";

const POLL_EVERY_MS = 10_000;

/** Switches on the notices that programs owe, soon after a publication. Only where mails can be sent. */
export function noticeRounds(database: Database, now: () => Instant): ShopRounds {
  return new ShopRounds({
    name: "owed_notices",
    atOnce: 1,
    pollEveryMs: POLL_EVERY_MS,
    findShops: () => shopsToGiveNotice(database),
    async work(shopId) {
      await keepOwedNotices(database, shopId, now());
      return "rested";
    },
  });
}
