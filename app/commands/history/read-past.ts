import { assert } from "#app/domain/assert.ts";
import type { ProgramVersion } from "#app/domain/books/books.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { OrderState } from "#app/domain/event.ts";
import { foldOrder } from "#app/domain/fold-order.ts";
import { inEffectAllAlong } from "#app/domain/history/history-books.ts";
import type { Statements } from "#app/db/client.ts";
import type { Shop } from "#app/db/shops/shops.ts";
import type { PersonToBook } from "#app/db/history/history-people.ts";
import type { PastOrder } from "#app/db/history/past-order.ts";
import { unrewardedOrders } from "#app/db/history/history-staging.ts";
import { readProgramVersions } from "#app/db/program/programs.ts";
import { type KnownOrders, readKnownOrders } from "#app/db/shops/shop-orders.ts";
import { refusedQuestions, type ShopQuestion } from "#app/db/questions/shop-questions.ts";
import { readBatch } from "../inbox/decide-batch.ts";
import { completeOrders, type Judging } from "../inbox/complete-orders.ts";
import type { PastBatch } from "./apply-history.ts";
import { quietVersions } from "./history-program.ts";

/** People of an import: those who can be told of, and those of whom the shop is asked something first. */
export interface PastOfPeople {
  readonly batch: PastBatch;
  readonly waiting: readonly string[];
  readonly questions: readonly ShopQuestion[];
  /** Those of whom the shop refuses to say what is asked, and its words. */
  readonly withheld: ReadonlyMap<string, string>;
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
  shop: Pick<Shop, "shopId" | "settings">,
  people: readonly PersonToBook[],
  { judge, now }: { readonly judge: PastJudge; readonly now: Instant },
): Promise<PastOfPeople> {
  const { shopId } = shop;
  const orders = people.flatMap(({ person, orders }) => orders.map((order) => ({ ...order, person })));
  const ids = orders.map(({ fact }) => fact.order.id);
  const known = await readKnownOrders(tx, shopId, ids);
  const told = orders.map(({ at, fact }, position) => ({
    inboxId: position,
    facts: [newestOf(fact, known)],
    toldAt: at,
  }));
  const judging = await judgingPast(tx, shopId, judge, ids);
  const completed = await completeOrders(tx, shopId, told, { known, judging, now });
  const asked = new Map<string, ShopQuestion[]>();
  for (const { inboxId, questions } of completed.waiting) {
    const order = orders[inboxId];
    assert(order !== undefined, "only orders that were handed over are waiting");
    asked.set(order.person, [...(asked.get(order.person) ?? []), ...questions]);
  }
  const withheld = await withheldOf(tx, shopId, asked);
  const ready = completed.ready.filter(({ inboxId }) => {
    const order = orders[inboxId];
    return order !== undefined && !asked.has(order.person);
  });
  const batch = await readBatch(tx, shop, ready, known);
  return {
    batch: { ...batch, told: ready, people: people.filter(({ person }) => !asked.has(person)) },
    waiting: [...asked.keys()].filter((person) => !withheld.has(person)),
    questions: [...asked].flatMap(([person, questions]) => (withheld.has(person) ? [] : questions)),
    withheld,
  };
}

async function withheldOf(
  tx: Statements,
  shopId: number,
  asked: ReadonlyMap<string, readonly ShopQuestion[]>,
): Promise<Map<string, string>> {
  const refused = await refusedQuestions(tx, shopId, [...asked.values()].flat());
  const reasons = new Map(refused.map(({ about, subjectId, reason }) => [`${about} ${subjectId}`, reason]));
  const withheld = new Map<string, string>();
  for (const [person, questions] of asked) {
    const reason = questions.map(({ about, subjectId }) => reasons.get(`${about} ${subjectId}`)).find(isText);
    if (reason !== undefined) withheld.set(person, reason);
  }
  return withheld;
}

function isText(reason: string | undefined): reason is string {
  return reason !== undefined;
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
