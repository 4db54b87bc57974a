import { assert } from "#app/domain/assert.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { Database, Statements } from "#app/db/client.ts";
import {
  type DeliveryResult,
  letDeliveriesWait,
  lockShopInbox,
  postponeDelivery,
  releaseDeliveries,
  settleDeliveries,
  type TakenDelivery,
  takeDeliveries,
} from "#app/db/inbox/inbox-batch.ts";
import { forgetDeliveries } from "#app/db/members/forget-person.ts";
import { readShop } from "#app/db/shops/shops.ts";
import { decideBatch } from "./decide-batch.ts";
import { isPassing, PARK_AFTER_ATTEMPTS, reasonOf, retryDelayMs } from "./failure.ts";
import { readDeliveries, type Translate } from "./read-deliveries.ts";

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
  readonly waiting: number;
  /** Deliveries that only hint at something: the shop is to be asked. */
  readonly hinted: number;
  /** More may be waiting: the batch was full, or another worker is at this shop. */
  readonly more: boolean;
  /** Failures met on the way, for the log. */
  readonly failures: readonly { readonly inboxId: number | null; readonly reason: string | null }[];
}

/** Why a delivery waits, as the merchant reads it. */
export const SHOP_IS_ASKED = "waits for what the shop is asked about the order";
/** The answer wakes it; should that get lost, it looks again by itself. */
const LONGEST_WAIT_MS = 10 * 60_000;

const NOTHING: AppliedBatch = { settled: 0, parked: 0, waiting: 0, hinted: 0, more: false, failures: [] };

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
    return await database.transaction((tx) => runBatch(tx, shopId, options, null));
  } catch (error) {
    const alone = await runEachAlone(database, shopId, options);
    return { ...alone, failures: [{ inboxId: null, reason: reasonOf(error) }, ...alone.failures] };
  }
}

async function runEachAlone(
  database: Database,
  shopId: number,
  options: ApplyEventsOptions,
): Promise<AppliedBatch> {
  const due = await database.transaction((tx) =>
    takeDeliveries(tx, shopId, { now: options.now, limit: options.batchSize, only: null }),
  );
  const batches: AppliedBatch[] = [];
  for (const delivery of due) batches.push(await runAlone(database, shopId, options, delivery));
  return {
    settled: batches.reduce((sum, { settled }) => sum + settled, 0),
    parked: batches.reduce((sum, { parked }) => sum + parked, 0),
    waiting: batches.reduce((sum, { waiting }) => sum + waiting, 0),
    hinted: batches.reduce((sum, { hinted }) => sum + hinted, 0),
    more: due.length === options.batchSize,
    failures: batches.flatMap(({ failures }) => failures),
  };
}

async function runAlone(
  database: Database,
  shopId: number,
  options: ApplyEventsOptions,
  delivery: TakenDelivery,
): Promise<AppliedBatch> {
  const inboxId = delivery.inbox_id;
  try {
    return await database.transaction((tx) => runBatch(tx, shopId, options, inboxId));
  } catch (error) {
    const reason = reasonOf(error);
    const failures = [{ inboxId, reason }];
    if (isPassing(error) && delivery.attempts + 1 < PARK_AFTER_ATTEMPTS) {
      const again = options.now + retryDelayMs(delivery.attempts);
      await postponeDelivery(database, shopId, inboxId, { reason, nextAttemptAt: again });
      return { ...NOTHING, failures };
    }
    const parked: DeliveryResult = {
      inboxId,
      state: "parked",
      reason,
      memberId: null,
      isForgotten: false,
    };
    await settleDeliveries(database, shopId, [parked], options.now);
    return { settled: 1, parked: 1, waiting: 0, hinted: 0, more: false, failures };
  }
}

async function runBatch(
  tx: Statements,
  shopId: number,
  options: ApplyEventsOptions,
  only: number | null,
): Promise<AppliedBatch> {
  if (!(await lockShopInbox(tx, shopId))) return { ...NOTHING, more: true };
  const shop = await readShop(tx, shopId);
  assert(shop !== null, "a shop with mail is known");
  const taken = await takeDeliveries(tx, shopId, { now: options.now, limit: options.batchSize, only });
  if (taken.length === 0) return NOTHING;
  const { readable, parked } = readDeliveries(taken, shop, options.translate, options.now);
  const { done, waiting, forgotten } = await decideBatch(tx, shop, readable, options.now);
  await settleDeliveries(tx, shopId, [...parked, ...done], options.now);
  await forgetDeliveries(tx, shopId, forgotten.names, forgotten.memberIds);
  await letDeliveriesWait(tx, shopId, waiting, {
    reason: SHOP_IS_ASKED,
    untilAtLatest: options.now + LONGEST_WAIT_MS,
  });
  // Their orders waited for an answer that nobody asks for any more: they are forgotten in the next round.
  if (forgotten.names.length > 0) await releaseDeliveries(tx, shopId, SHOP_IS_ASKED, options.now);
  return {
    settled: taken.length - waiting.length,
    parked: parked.length,
    waiting: waiting.length,
    hinted: readable.filter(({ facts }) => facts.some(({ type }) => type === "hinted")).length,
    more: taken.length === options.batchSize,
    failures: parked.map(({ inboxId, reason }) => ({ inboxId, reason })),
  };
}
