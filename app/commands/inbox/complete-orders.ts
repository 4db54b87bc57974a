import { assert } from "#app/domain/assert.ts";
import type { Books } from "#app/domain/books/books.ts";
import type { OrderId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { asksForCustomerTags } from "#app/domain/earning/asked-of-customers.ts";
import { askedOfProducts, needsProduct, withProduct } from "#app/domain/earning/orders/product-facts.ts";
import type { CustomerRef, OrderLine, OrderState, ShopFact } from "#app/domain/event.ts";
import type { Program } from "#app/domain/program/program.ts";
import { versionInEffect } from "#app/domain/program/version-in-effect.ts";
import type { Statements } from "#app/db/client.ts";
import { dropCustomerTags, type KnownTags, readCustomerTags } from "#app/db/questions/customer-tags.ts";
import { readGiftCardPayments } from "#app/db/questions/gift-card-payments.ts";
import { type Erasures, readErasures } from "#app/db/members/erasures.ts";
import { type KnownProduct, readProductFacts } from "#app/db/questions/product-facts.ts";
import { readProgramVersions } from "#app/db/program/programs.ts";
import type { KnownOrders } from "#app/db/shops/shop-orders.ts";
import { type ShopQuestion, writeQuestions } from "#app/db/questions/shop-questions.ts";
import type { ReadableDelivery } from "#app/domain/people/plan-batch.ts";

type OrderFact = Extract<ShopFact, { type: "order" }>;
/** What brings a person: only these are judged, or given something for joining. */
type PersonFact = Extract<ShopFact, { type: "order" | "customer" }>;

/** By what orders are judged. */
export interface Judging extends Pick<Books, "programs" | "liveVersion"> {
  /** Orders that were judged already, and are judged anew as if they had not been. */
  readonly anew: ReadonlySet<OrderId>;
}

/** What is known of a product is taken for true this long. Why so short: decision 24. */
export const PRODUCT_FACTS_AGE_MS = 5 * 60_000;
/** A customer's tags are asked for each order: this is for shops whose clock is ahead of ours. */
const CUSTOMER_TAGS_AGE_MS = 60_000;

export interface WaitingDelivery extends ReadableDelivery {
  /** What the shop is asked for it. */
  readonly questions: readonly ShopQuestion[];
}

export interface Completed {
  readonly ready: readonly ReadableDelivery[];
  /** They wait until the shop has answered what it is asked for them. */
  readonly waiting: readonly WaitingDelivery[];
}

/**
 * Adds to orders what deliveries leave out and the program that will judge them asks for: tags,
 * collections, vendors and types of products, what a gift card paid, and the customer's own tags. An award is frozen at the first
 * judgement, so a delivery is not applied before that is known: the questions are written down and the
 * delivery waits. Orders that are read (reconciliation, history) come this way like every other; the past
 * says itself by what it is judged.
 */
export async function completeOrders(
  tx: Statements,
  shopId: number,
  readable: readonly ReadableDelivery[],
  { known, judging, now }: { readonly known: KnownOrders; readonly judging: Judging; readonly now: Instant },
): Promise<Completed> {
  const asking = [...judging.programs.values()].some(({ program }) => asksForMore(program));
  if (!asking) return { ready: readable, waiting: [] };
  const erased = await readErasures(
    tx,
    shopId,
    readable.flatMap(({ facts }) => facts.flatMap(untaggedOf)),
  );
  const needs = new Map(
    readable.flatMap(({ facts }) =>
      facts.flatMap((fact) => {
        const need = isOfPerson(fact) ? needOf(fact, known, judging, erased) : null;
        return need === null ? [] : [[fact, need] as const];
      }),
    ),
  );
  if (needs.size === 0) return { ready: readable, waiting: [] };
  const answers = await readAnswers(tx, shopId, [...needs.values()]);
  const ready: ReadableDelivery[] = [];
  const waiting: WaitingDelivery[] = [];
  for (const delivery of readable) {
    const questions = delivery.facts.flatMap((fact) => openQuestions(fact, needs, answers, now));
    if (questions.length > 0) waiting.push({ ...delivery, questions });
    else ready.push({ ...delivery, facts: delivery.facts.map((fact) => complete(fact, needs, answers)) });
  }
  await writeQuestions(
    tx,
    shopId,
    waiting.flatMap(({ questions }) => questions),
    now,
  );
  const used = ready.flatMap(({ facts }) => facts.flatMap(untaggedOf));
  await dropCustomerTags(
    tx,
    shopId,
    used.flatMap(({ id }) => (id !== null && answers.tags.has(id) ? [id] : [])),
  );
  return { ready, waiting };
}

/** Every order by the version that was in effect when it was paid, and no order twice. */
export async function judgingLive(tx: Statements, shopId: number): Promise<Judging> {
  const versions = await readProgramVersions(tx, shopId);
  const live = versions.at(-1);
  assert(live !== undefined, "orders are judged in shops that have a program");
  const programs = new Map(versions.map((version) => [version.version, version]));
  return { programs, liveVersion: live.version, anew: new Set() };
}

/** What an order lacks; where it was judged already it keeps what it was judged by. */
interface Need {
  readonly judgedAs: OrderState | null;
  readonly products: ReadonlySet<string>;
  readonly payment: OrderId | null;
  /** The customer whose tags it does not say. */
  readonly tagsOf: string | null;
}

interface Answers {
  readonly products: ReadonlyMap<string, KnownProduct>;
  readonly payments: ReadonlyMap<OrderId, number>;
  readonly tags: ReadonlyMap<string, KnownTags>;
}

function asksForMore(program: Program): boolean {
  const asksForWares = askedOfProducts(program).size > 0 || program.basis.giftCards === "whenBought";
  return asksForWares || asksForCustomerTags(program);
}

function isOfPerson(fact: ShopFact): fact is PersonFact {
  return fact.type === "order" || fact.type === "customer";
}

function untaggedOf(fact: ShopFact): CustomerRef[] {
  if (!isOfPerson(fact) || fact.customerTagsUnknown !== true || fact.customer === null) return [];
  return [fact.customer];
}

function needOf(fact: PersonFact, known: KnownOrders, judging: Judging, erased: Erasures): Need | null {
  if (fact.type === "order") return needOfOrder(fact, known, judging, erased);
  // A change of somebody brings them nothing; joining does.
  const tagsOf = fact.joined ? untagged(fact, fact.at, judging, erased) : null;
  return tagsOf === null ? null : { judgedAs: null, products: new Set(), payment: null, tagsOf };
}

function needOfOrder(fact: OrderFact, known: KnownOrders, judging: Judging, erased: Erasures): Need | null {
  const { order, customer, giftCardPartUnknown } = fact;
  const before = known.states.get(order.id);
  const wasJudged = before !== undefined && before.memberId !== null && isJudged(before.state);
  const judgedAs = wasJudged && !judging.anew.has(order.id) ? before.state : null;
  const isNobodys = customer === null && (before === undefined || before.memberId === null);
  if (isNobodys || (judgedAs !== null && isOlder(order, judgedAs))) return null;
  // An order that is not paid may make its customer a member already, who is given something for joining.
  const tagsOf = judgedAs === null ? untagged(fact, order.placedAt, judging, erased) : null;
  if (order.paidAt === null || !isJudged(order)) {
    return judgedAs === null && tagsOf === null
      ? null
      : { judgedAs, products: new Set(), payment: null, tagsOf };
  }
  const { program } = versionInEffect(judging, order.paidAt);
  const lines = order.lines.filter((line) => lineOf(judgedAs, line) === undefined);
  return {
    judgedAs,
    products: new Set(
      lines.flatMap((line) => (line.product !== null && needsProduct(program, line) ? [line.product] : [])),
    ),
    payment:
      giftCardPartUnknown === true && judgedAs === null && program.basis.giftCards === "whenBought"
        ? order.id
        : null,
    tagsOf,
  };
}

/** The customer whose tags are left out, where a program that may judge this asks for tags. */
function untagged(fact: PersonFact, at: Instant, judging: Judging, erased: Erasures): string | null {
  const [customer] = untaggedOf(fact);
  if (customer === undefined || customer.id === null || erased.covers(customer, at)) return null;
  const paidAt = fact.type === "order" ? fact.order.paidAt : null;
  const asks = [versionInEffect(judging, paidAt ?? at), judging.programs.get(judging.liveVersion)].some(
    (version) => version !== undefined && asksForCustomerTags(version.program),
  );
  return asks ? customer.id : null;
}

/** Whether the engine judges such a state, or has judged it: others earn nothing and are looked at anew later. */
function isJudged(order: OrderState): boolean {
  return order.paidAt !== null && order.cancelledAt === null && !order.test;
}

function isOlder(order: OrderState, known: OrderState): boolean {
  return order.updatedAt !== null && known.updatedAt !== null && order.updatedAt < known.updatedAt;
}

async function readAnswers(tx: Statements, shopId: number, needs: readonly Need[]): Promise<Answers> {
  const products = new Set(needs.flatMap((need) => [...need.products]));
  const payments = needs.flatMap(({ payment }) => (payment === null ? [] : [payment]));
  const customers = needs.flatMap(({ tagsOf }) => (tagsOf === null ? [] : [tagsOf]));
  return {
    products: await readProductFacts(tx, shopId, [...products]),
    payments: await readGiftCardPayments(tx, shopId, payments),
    tags: await readCustomerTags(tx, shopId, customers),
  };
}

function openQuestions(
  fact: ShopFact,
  needs: ReadonlyMap<ShopFact, Need>,
  { products, payments, tags }: Answers,
  now: Instant,
): ShopQuestion[] {
  const need = needs.get(fact);
  if (need === undefined || !isOfPerson(fact)) return [];
  // What was read since it became what it is, reading anew would bring no closer to what was then.
  const since = fact.type === "order" ? (fact.order.updatedAt ?? fact.order.placedAt) : fact.at;
  const isUnknown = (readAt: Instant | undefined, ageMs: number): boolean =>
    readAt === undefined || readAt < Math.min(now - ageMs, since);
  const open: ShopQuestion[] = [...need.products]
    .filter((id) => isUnknown(products.get(id)?.readAt, PRODUCT_FACTS_AGE_MS))
    .map((subjectId) => ({ about: "product", subjectId }));
  if (need.payment !== null && !payments.has(need.payment)) {
    open.push({ about: "payment", subjectId: need.payment });
  }
  if (need.tagsOf !== null && isUnknown(tags.get(need.tagsOf)?.readAt, CUSTOMER_TAGS_AGE_MS)) {
    open.push({ about: "customer_tags", subjectId: need.tagsOf });
  }
  return open;
}

function complete(fact: ShopFact, needs: ReadonlyMap<ShopFact, Need>, answers: Answers): ShopFact {
  const need = needs.get(fact);
  if (need === undefined || !isOfPerson(fact)) return fact;
  const tags = need.tagsOf === null ? null : (answers.tags.get(need.tagsOf)?.tags ?? null);
  if (fact.type === "customer") return { ...fact, customer: { ...fact.customer, tags } };
  const { order } = fact;
  const { judgedAs, products, payment } = need;
  const lines = order.lines.map((line) => {
    const judged = lineOf(judgedAs, line);
    if (judged !== undefined) return withProduct(line, judged);
    const product =
      line.product !== null && products.has(line.product) ? answers.products.get(line.product) : undefined;
    return product === undefined ? line : withProduct(line, product);
  });
  return {
    ...fact,
    customer: fact.customer === null || tags === null ? fact.customer : { ...fact.customer, tags },
    order: { ...order, lines, paidByGiftCardMinor: paidByGiftCard(fact, judgedAs, payment, answers) },
  };
}

function paidByGiftCard(
  { order, giftCardPartUnknown }: OrderFact,
  judgedAs: OrderState | null,
  payment: OrderId | null,
  { payments }: Answers,
): number {
  if (giftCardPartUnknown !== true) return order.paidByGiftCardMinor;
  if (judgedAs !== null) return judgedAs.paidByGiftCardMinor;
  return (payment === null ? undefined : payments.get(payment)) ?? order.paidByGiftCardMinor;
}

function lineOf(order: OrderState | null, line: OrderLine): OrderLine | undefined {
  return order?.lines.find(({ id }) => id === line.id);
}
