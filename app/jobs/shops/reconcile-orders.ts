import type { Instant } from "#app/domain/calendar.ts";
import type { Database } from "#app/db/client.ts";
import { createInboxWriter, type InboxWriter } from "#app/db/inbox/inbox.ts";
import {
  postponeReconciliation,
  readOrderVersions,
  readSureUntil,
  shopsToReconcile,
  writeReconciled,
} from "#app/db/shops/reconciliation.ts";
import { stopSpeakingTo } from "#app/db/shops/shop-states.ts";
import { readShop, type Shop } from "#app/db/shops/shops.ts";
import { log } from "#app/log.server.ts";
import type { Platform, Setback, UpdatedOrders } from "#app/platforms/platform.ts";
import { type CodeParts, reconcileCodes } from "./reconcile-codes.ts";
import { reconcileScopes, type ScopeParts } from "./reconcile-scopes.ts";
import { ShopRounds } from "../shop-rounds.ts";

const SHOPS_AT_ONCE = 1;
const POLL_EVERY_MS = 30_000;
const HOUR_MS = 60 * 60_000;
const RETRY_MS = 5 * 60_000;
/** Read again behind the sure point: clocks differ, and a platform's lists lag a little. */
const OVERLAP_MS = 10 * 60_000;
/** What changed just now may still be on its way by itself. */
const GRACE_MS = 5 * 60_000;

type Reader = Pick<Platform, "listUpdatedOrders" | "readOrder" | "compareEveryMs">;

export interface ReconciliationParts {
  readonly database: Database;
  readonly findPlatform: (name: string) => Reader | null;
  readonly now: () => Instant;
}

/**
 * Once an hour every shop is asked what it allows the app and whether open codes still work, and as often as its
 * platform wants which orders changed; what no delivery told us of is made up for.
 */
export function reconciliationRounds(parts: ReconciliationParts & ScopeParts & CodeParts): ShopRounds {
  const inbox = createInboxWriter(parts.database);
  /** In which hour a shop was asked what is asked hourly; a worker that starts asks once more. */
  const askedIn = new Map<number, number>();
  return new ShopRounds({
    name: "reconciliation",
    atOnce: SHOPS_AT_ONCE,
    pollEveryMs: POLL_EVERY_MS,
    findShops: () => shopsToReconcile(parts.database, parts.now()),
    work: async (shopId) => {
      const hour = Math.floor(parts.now() / HOUR_MS);
      if (askedIn.get(shopId) !== hour) {
        await reconcileScopes(parts, shopId);
        await reconcileCodes(parts, shopId);
        askedIn.set(shopId, hour);
      }
      return reconcileOrders(parts, inbox, shopId);
    },
  });
}

/**
 * Compares what a shop lists with what we know, from the last sure point on. A missed order goes into
 * the inbox as the delivery it should have been, so that it takes the way of every other and can be
 * looked up there. The sure point moves only when all of it was compared.
 */
export async function reconcileOrders(
  { database, findPlatform, now }: ReconciliationParts,
  inbox: InboxWriter,
  shopId: number,
): Promise<"rested"> {
  const shop = await readShop(database, shopId);
  const platform = shop === null ? null : findPlatform(shop.platform);
  if (shop?.status !== "installed" || platform === null) return "rested";
  const startedAt = now();
  const known = await readSureUntil(database, shopId);
  const sureUntil = known ?? startedAt;
  const compared = await compare({ database, platform, inbox, shop, now }, sureUntil - OVERLAP_MS, startedAt);
  if (compared.kind !== "data") {
    const waitMs = compared.kind === "retry" && compared.afterMs !== null ? compared.afterMs : RETRY_MS;
    log.warn("orders_not_compared", { shopId, reason: compared.reason });
    await postponeReconciliation(database, shopId, sureUntil, now() + waitMs);
    // Also how an uninstallation is found out whose delivery got lost.
    if (compared.kind === "gone") await stopSpeakingTo(database, shopId, compared.reason);
    return "rested";
  }
  if (compared.missed > 0) log.warn("orders_missed", { shopId, missed: compared.missed });
  await writeReconciled(database, shopId, {
    sureUntil: startedAt - GRACE_MS,
    nextAt: startedAt + platform.compareEveryMs,
    missed: compared.missed,
    now: startedAt,
  });
  return "rested";
}

interface Comparison {
  readonly database: Database;
  readonly platform: Reader;
  readonly inbox: InboxWriter;
  readonly shop: Shop;
  readonly now: () => Instant;
}

type Compared = { readonly kind: "data"; readonly missed: number } | Setback;

async function compare(parts: Comparison, since: Instant, startedAt: Instant): Promise<Compared> {
  const { database, platform, shop } = parts;
  let page: string | null = null;
  let missed = 0;
  do {
    const listed: Awaited<ReturnType<Reader["listUpdatedOrders"]>> = await platform.listUpdatedOrders(
      shop.shopKey,
      since,
      page,
    );
    if (listed.kind !== "data") return listed;
    const settled = listed.data.orders.filter(({ updatedAt }) => updatedAt <= startedAt - GRACE_MS);
    const versions = await readOrderVersions(
      database,
      shop.shopId,
      settled.map(({ id }) => id),
    );
    const unknown = settled.filter(({ id, updatedAt, gone }) => {
      const known = versions.get(id);
      // What nobody here knew need not be forgotten.
      return known === undefined ? gone === undefined : known < updatedAt;
    });
    const fetched = await fetchOrders(parts, unknown);
    if (fetched.kind !== "data") return fetched;
    missed += fetched.missed;
    page = listed.data.next;
  } while (page !== null);
  return { kind: "data", missed };
}

async function fetchOrders(
  { platform, inbox, shop, now }: Comparison,
  orders: UpdatedOrders["orders"],
): Promise<Compared> {
  let missed = 0;
  for (const { id, gone } of orders) {
    const read =
      gone === undefined
        ? await platform.readOrder(shop.shopKey, id)
        : ({ kind: "data", data: gone } as const);
    if (read.kind !== "data") return read;
    if (read.data === null) continue;
    const { platform: name, shopKey } = shop;
    const delivery = { ...read.data, platform: name, shopKey, triggeredAt: null };
    // The same state that was read before and could not be applied is parked already, with its reason.
    if ((await inbox.write(delivery, now())) === "stored") missed += 1;
  }
  return { kind: "data", missed };
}
