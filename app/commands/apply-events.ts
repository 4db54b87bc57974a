import { assert } from "#app/domain/assert.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { Database, Statements } from "#app/db/client.ts";
import {
  type DeliveryResult,
  holdDeliveries,
  lockShopInbox,
  postponeDelivery,
  settleDeliveries,
  type TakenDelivery,
  takeDeliveries,
} from "#app/db/inbox-batch.ts";
import { readShop } from "#app/db/shops.ts";
import { applyReadable } from "./apply-events/apply-readable.ts";
import { isPassing, PARK_AFTER_ATTEMPTS, reasonOf, retryDelayMs } from "./apply-events/failure.ts";
import { readDeliveries, type Translate } from "./apply-events/read-deliveries.ts";

export interface ApplyEventsOptions {
  readonly translate: Translate;
  readonly now: Instant;
  readonly batchSize: number;
}

export interface AppliedBatch {
  /** Deliveries settled, parked ones included. */
  readonly settled: number;
  readonly parked: number;
  /** Deliveries that wait until the shop has answered what judging them needs. */
  readonly held: number;
  /** More may be waiting: the batch was full, or another worker is at this shop. */
  readonly more: boolean;
  /** Failures met on the way, for the log. */
  readonly failures: readonly { readonly inboxId: number | null; readonly reason: string | null }[];
}

/** Why a held delivery waits, as the merchant reads it. */
export const SHOP_IS_ASKED = "waits for what the shop is asked about the order";
/** The answer wakes it; should that get lost, it looks again by itself. */
const HELD_AT_MOST_MS = 10 * 60_000;

const NOTHING: AppliedBatch = { settled: 0, parked: 0, held: 0, more: false, failures: [] };

/**
 * Applies what is waiting in a shop's inbox, a batch in one transaction: everything the batch posts
 * is recorded and its deliveries are done, or nothing is. When a batch fails, each delivery is tried
 * alone, so that the one at fault is parked with its reason and its neighbours are not held up.
 */
export async function applyEvents(
  database: Database,
  shopId: number,
  options: ApplyEventsOptions,
): Promise<AppliedBatch> {
  try {
    return await database.transaction((tx) => applyBatch(tx, shopId, options, null));
  } catch (error) {
    const alone = await applyEachAlone(database, shopId, options);
    return { ...alone, failures: [{ inboxId: null, reason: reasonOf(error) }, ...alone.failures] };
  }
}

async function applyEachAlone(
  database: Database,
  shopId: number,
  options: ApplyEventsOptions,
): Promise<AppliedBatch> {
  const waiting = await database.transaction((tx) =>
    takeDeliveries(tx, shopId, options.now, options.batchSize, null),
  );
  const batches: AppliedBatch[] = [];
  for (const delivery of waiting) batches.push(await applyAlone(database, shopId, options, delivery));
  return {
    settled: batches.reduce((sum, { settled }) => sum + settled, 0),
    parked: batches.reduce((sum, { parked }) => sum + parked, 0),
    held: batches.reduce((sum, { held }) => sum + held, 0),
    more: waiting.length === options.batchSize,
    failures: batches.flatMap(({ failures }) => failures),
  };
}

async function applyAlone(
  database: Database,
  shopId: number,
  options: ApplyEventsOptions,
  delivery: TakenDelivery,
): Promise<AppliedBatch> {
  const inboxId = delivery.inbox_id;
  try {
    return await database.transaction((tx) => applyBatch(tx, shopId, options, inboxId));
  } catch (error) {
    const reason = reasonOf(error);
    const failures = [{ inboxId, reason }];
    if (isPassing(error) && delivery.attempts + 1 < PARK_AFTER_ATTEMPTS) {
      const again = options.now + retryDelayMs(delivery.attempts);
      await postponeDelivery(database, shopId, inboxId, reason, again);
      return { ...NOTHING, failures };
    }
    const parked: DeliveryResult = { inboxId, state: "parked", reason, memberId: null };
    await settleDeliveries(database, shopId, [parked], options.now);
    return { settled: 1, parked: 1, held: 0, more: false, failures };
  }
}

async function applyBatch(
  tx: Statements,
  shopId: number,
  options: ApplyEventsOptions,
  only: number | null,
): Promise<AppliedBatch> {
  if (!(await lockShopInbox(tx, shopId))) return { ...NOTHING, more: true };
  const shop = await readShop(tx, shopId);
  assert(shop !== null, "a shop with mail is known");
  const taken = await takeDeliveries(tx, shopId, options.now, options.batchSize, only);
  if (taken.length === 0) return NOTHING;
  const { readable, parked } = readDeliveries(taken, shop, options.translate, options.now);
  const { done, held } = await applyReadable(tx, shop, readable, options.now);
  await settleDeliveries(tx, shopId, [...parked, ...done], options.now);
  await holdDeliveries(tx, shopId, held, SHOP_IS_ASKED, options.now + HELD_AT_MOST_MS);
  return {
    settled: taken.length - held.length,
    parked: parked.length,
    held: held.length,
    more: taken.length === options.batchSize,
    failures: parked.map(({ inboxId, reason }) => ({ inboxId, reason })),
  };
}
