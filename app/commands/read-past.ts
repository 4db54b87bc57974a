import { assert } from "#app/domain/assert.ts";
import type { ProgramVersion } from "#app/domain/books.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { OrderState } from "#app/domain/event.ts";
import { foldOrder } from "#app/domain/fold-order.ts";
import { inEffectAllAlong } from "#app/domain/history/history-books.ts";
import type { Statements } from "#app/db/client.ts";
import type { PersonToBook } from "#app/db/history-people.ts";
import { type PastOrder, unrewardedOrders } from "#app/db/history-staging.ts";
import { readProgramVersions } from "#app/db/programs.ts";
import { type KnownOrders, readKnownOrders } from "#app/db/shop-orders.ts";
import type { ShopQuestion } from "#app/db/shop-questions.ts";
import { readBatch } from "./apply-events/apply-readable.ts";
import { completeOrders, type Judging } from "./apply-events/complete-orders.ts";
import type { PastBatch } from "./apply-history.ts";
import { quietVersions } from "./history-program.ts";

/** People of an import: those who can be told of, and those of whom the shop is asked something first. */
export interface PastOfPeople {
  readonly batch: PastBatch;
  readonly held: readonly string[];
  readonly questions: readonly ShopQuestion[];
}

/** By what the past is judged: a version that was published, or one as if it were published now. */
export interface PastJudge {
  readonly version: number;
  readonly upcoming: ProgramVersion | null;
}

/**
 * An order takes the way of every delivery from here on, what orders leave out included; only the instant
 * it is told at is its own. Who waits for an answer about one order waits with all of them.
 */
export async function readPast(
  tx: Statements,
  shopId: number,
  people: readonly PersonToBook[],
  judge: PastJudge,
  now: Instant,
): Promise<PastOfPeople> {
  const orders = people.flatMap(({ person, orders }) => orders.map((order) => ({ ...order, person })));
  const ids = orders.map(({ fact }) => fact.order.id);
  const known = await readKnownOrders(tx, shopId, ids);
  const told = orders.map(({ at, fact }, position) => ({
    inboxId: position,
    facts: [newestOf(fact, known)],
    toldAt: at,
  }));
  const judging = await judgingPast(tx, shopId, judge, ids);
  const completed = await completeOrders(tx, shopId, told, known, judging, now);
  const held = new Set(completed.held.flatMap(({ inboxId }) => orders[inboxId]?.person ?? []));
  const ready = completed.ready.filter(({ inboxId }) => {
    const order = orders[inboxId];
    return order !== undefined && !held.has(order.person);
  });
  const batch = await readBatch(tx, shopId, ready, known);
  return {
    batch: { ...batch, told: ready, people: people.filter(({ person }) => !held.has(person)) },
    held: [...held],
    questions: completed.questions,
  };
}

async function judgingPast(
  tx: Statements,
  shopId: number,
  { version, upcoming }: PastJudge,
  orderIds: readonly string[],
): Promise<Judging> {
  const published = await readProgramVersions(tx, shopId);
  const versions = inEffectAllAlong(upcoming === null ? published : [...published, upcoming], version);
  const live = versions.at(-1);
  assert(live !== undefined, "the past is judged in shops that have a program");
  return {
    programs: new Map(versions.map((one) => [one.version, one])),
    liveVersion: live.version,
    anew: await unrewardedOrders(tx, shopId, orderIds, await quietVersions(tx, shopId)),
  };
}

/**
 * Deliveries may have told of the order since: its newest state is completed, as that is what counts.
 * They leave out what a gift card paid beside other means.
 */
function newestOf(fact: PastOrder, known: KnownOrders): PastOrder {
  const before: OrderState | undefined = known.states.get(fact.order.id)?.state;
  if (before === undefined) return fact;
  const { state } = foldOrder(before, [], [fact]);
  assert(state !== null, "an order that is known and told of has a state");
  const isPartUnknown = state.paymentMethods.length > 1 && state.paidByGiftCardMinor === 0;
  return { ...fact, order: state, ...(isPartUnknown ? { giftCardPartUnknown: true } : {}) };
}
