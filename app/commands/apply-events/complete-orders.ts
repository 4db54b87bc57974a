import { assert } from "#app/domain/assert.ts";
import type { Books, OrderId } from "#app/domain/books.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { askedOfProducts, needsProduct, withProduct } from "#app/domain/earning/product-facts.ts";
import type { OrderLine, OrderState, ShopFact } from "#app/domain/event.ts";
import type { Program } from "#app/domain/program/program.ts";
import { versionInEffect } from "#app/domain/program/version-in-effect.ts";
import type { Statements } from "#app/db/client.ts";
import { readGiftCardPayments } from "#app/db/gift-card-payments.ts";
import { type KnownProduct, readProductFacts } from "#app/db/product-facts.ts";
import { readProgramVersions } from "#app/db/programs.ts";
import type { KnownOrders } from "#app/db/shop-orders.ts";
import { type ShopQuestion, writeQuestions } from "#app/db/shop-questions.ts";
import type { ReadDelivery } from "./plan.ts";

type OrderFact = Extract<ShopFact, { type: "order" }>;

/** By what orders are judged. */
export interface Judging extends Pick<Books, "programs" | "liveVersion"> {
  /** Orders that were judged already, and are judged anew as if they had not been. */
  readonly anew: ReadonlySet<OrderId>;
}

/** What is known of a product is taken for true this long. Why so short: decision 24. */
export const PRODUCT_FACTS_AGE_MS = 5 * 60_000;

export interface HeldDelivery extends ReadDelivery {
  /** What the shop is asked for it. */
  readonly questions: readonly ShopQuestion[];
}

export interface Completed {
  readonly ready: readonly ReadDelivery[];
  /** They wait until the shop has answered what it is asked for them. */
  readonly held: readonly HeldDelivery[];
}

/**
 * Adds to orders what deliveries leave out and the program that will judge them asks for: tags,
 * collections, vendors and types of products, and what a gift card paid. An award is frozen at the first
 * judgement, so a delivery is not applied before that is known: the questions are written down and the
 * delivery waits. Orders that are read (reconciliation, history) come this way like every other; the past
 * says itself by what it is judged.
 */
export async function completeOrders(
  tx: Statements,
  shopId: number,
  readable: readonly ReadDelivery[],
  known: KnownOrders,
  judging: Judging,
  now: Instant,
): Promise<Completed> {
  const asking = [...judging.programs.values()].some(({ program }) => asksForMore(program));
  if (!asking) return { ready: readable, held: [] };
  const needs = new Map(
    readable.flatMap(({ facts }) =>
      facts.flatMap((fact) => {
        const need = fact.type === "order" ? needOf(fact, known, judging) : null;
        return fact.type === "order" && need !== null ? [[fact, need] as const] : [];
      }),
    ),
  );
  if (needs.size === 0) return { ready: readable, held: [] };
  const answers = await readAnswers(tx, shopId, [...needs.values()]);
  const ready: ReadDelivery[] = [];
  const held: HeldDelivery[] = [];
  for (const delivery of readable) {
    const questions = delivery.facts.flatMap((fact) => openQuestions(fact, needs, answers, now));
    if (questions.length > 0) held.push({ ...delivery, questions });
    else ready.push({ ...delivery, facts: delivery.facts.map((fact) => complete(fact, needs, answers)) });
  }
  await writeQuestions(
    tx,
    shopId,
    held.flatMap(({ questions }) => questions),
    now,
  );
  return { ready, held };
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
}

interface Answers {
  readonly products: ReadonlyMap<string, KnownProduct>;
  readonly payments: ReadonlyMap<OrderId, number>;
}

function asksForMore(program: Program): boolean {
  return askedOfProducts(program).size > 0 || program.basis.giftCards === "whenBought";
}

function needOf(
  { order, customer, giftCardPartUnknown }: OrderFact,
  known: KnownOrders,
  judging: Judging,
): Need | null {
  const before = known.states.get(order.id);
  const wasJudged = before !== undefined && before.memberId !== null && isJudged(before.state);
  const judgedAs = wasJudged && !judging.anew.has(order.id) ? before.state : null;
  const isNobodys = customer === null && (before === undefined || before.memberId === null);
  if (isNobodys || (judgedAs !== null && isOlder(order, judgedAs))) return null;
  if (order.paidAt === null || !isJudged(order)) {
    return judgedAs === null ? null : { judgedAs, products: new Set(), payment: null };
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
  };
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
  return {
    products: await readProductFacts(tx, shopId, [...products]),
    payments: await readGiftCardPayments(tx, shopId, payments),
  };
}

function openQuestions(
  fact: ShopFact,
  needs: ReadonlyMap<ShopFact, Need>,
  { products, payments }: Answers,
  now: Instant,
): ShopQuestion[] {
  const need = needs.get(fact);
  if (need === undefined || fact.type !== "order") return [];
  // What was read since the order became what it is, reading anew would bring no closer to what was bought.
  const notBefore = Math.min(now - PRODUCT_FACTS_AGE_MS, fact.order.updatedAt ?? fact.order.placedAt);
  const open: ShopQuestion[] = [...need.products]
    .filter((id) => (products.get(id)?.readAt ?? Number.NEGATIVE_INFINITY) < notBefore)
    .map((subjectId) => ({ about: "product", subjectId }));
  if (need.payment !== null && !payments.has(need.payment)) {
    open.push({ about: "payment", subjectId: need.payment });
  }
  return open;
}

function complete(fact: ShopFact, needs: ReadonlyMap<ShopFact, Need>, answers: Answers): ShopFact {
  const need = needs.get(fact);
  if (need === undefined || fact.type !== "order") return fact;
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
