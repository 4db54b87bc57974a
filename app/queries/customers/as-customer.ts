import { readScoring } from "#app/db/customers/customer-scoring.ts";
import { ordersOfMembers } from "#app/db/customers/live-history.ts";
import { readNeighbours } from "#app/db/customers/product-neighbours.ts";
import { objectsSince } from "#app/db/customers/profiling-objections.ts";
import type { Statements } from "#app/db/database.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import { dayText, type Instant } from "#app/domain/calendar.ts";
import { PLAIN } from "#app/domain/customers/facts/fact.ts";
import { FACTS } from "#app/domain/customers/facts/facts.ts";
import { Subject } from "#app/domain/customers/facts/subject.ts";
import { buyerOf } from "#app/domain/customers/history/gather-customers.ts";
import { toldOrder, Wares } from "#app/domain/customers/history/told-order.ts";
import { othersBoughtWith } from "#app/domain/customers/recommendations/bought-together.ts";
import {
  countedFavourites,
  dueProducts,
  productsBought,
} from "#app/domain/customers/recommendations/own-products.ts";
import { type FactGround, groundOf } from "#app/domain/customers/report/fact-ground.ts";
import { rhythmOf } from "#app/domain/customers/facts/rhythm.ts";
import { shopAt } from "#app/domain/customers/shop-at.ts";
import { refuseOrder } from "#app/domain/earning/orders/refuse-order.ts";
import type { OrderState } from "#app/domain/event.ts";
import { memberFigures, type FactLine, type MemberFigures } from "./member-figures.ts";

/** An order a figure stands on. */
export interface GroundOrder {
  readonly orderId: string;
  readonly name: string | null;
  readonly day: string;
  readonly keptMinor: number;
  readonly units: number;
  readonly isReturn: boolean;
}

/** What a figure came about by, as a page shows it: the latest orders, and how many there are. */
export type ShownGround =
  | { readonly kind: "orders"; readonly orders: readonly GroundOrder[]; readonly all: number }
  | { readonly kind: "gaps"; readonly days: readonly string[]; readonly gaps: readonly number[] }
  | Exclude<FactGround, { readonly kind: "orders" | "gaps" }>;

export interface ExplainedFact extends FactLine {
  readonly ground: ShownGround;
}

export interface PurchaseDay {
  readonly day: string;
  readonly valueMinor: number;
}

/** A product and why it is recommended. */
export type Recommendation = { readonly product: string; readonly name: string | null } & (
  | { readonly why: "due"; readonly everyDays: number; readonly daysSince: number }
  | { readonly why: "favourite"; readonly purchases: number }
  | {
      readonly why: "others";
      readonly ownName: string | null;
      readonly own: string;
      readonly customers: number;
    }
);

export interface AsCustomer {
  /** To profiling: then nothing else is said. */
  readonly objectsSince: Instant | null;
  /** Null before the first scoring. */
  readonly figures: MemberFigures | null;
  readonly facts: readonly ExplainedFact[];
  readonly rhythm: {
    readonly days: readonly PurchaseDay[];
    readonly medianDays: number | null;
    /** When they are expected next; null without a rhythm. */
    readonly nextOn: string | null;
    readonly isOverdue: boolean;
  };
  readonly recommendations: readonly Recommendation[];
}

const ORDERS_SHOWN = 12;
const RECOMMENDED_SHOWN = 6;
const NOTHING = { figures: null, facts: [], recommendations: [] } as const;

/** One person as a customer, a guest too, with what each figure came about by. `zone`: the shop's. */
export async function asCustomer(
  statements: Statements,
  { shopId, zone }: { readonly shopId: number; readonly zone: string },
  memberId: MemberId,
  now: Instant,
): Promise<AsCustomer> {
  const since = await objectsSince(statements, shopId, memberId);
  const scoring = await readScoring(statements, shopId);
  const shop = scoring === null ? null : scoring.figures;
  const figures = await memberFigures(statements, shopId, memberId);
  if (since !== null || shop === null || figures === null)
    return { ...NOTHING, objectsSince: since, rhythm: NO_RHYTHM };
  const { currency, digits } = shop;
  const states = (await ordersOfMembers(statements, shopId, [memberId]))
    .map(({ state }) => state)
    .filter((state) => currency !== null && refuseOrder(state, currency) === null);
  const wares = new Wares();
  const orders = states.map((state) => toldOrder(state, state.updatedAt ?? state.placedAt, zone, wares));
  const buyer = buyerOf(memberId, orders);
  const subjectAt = (at: Instant): Subject => {
    const parts = { customers: [], at, zone, digits, scores: null, pointsOf: () => null };
    return new Subject(buyer, at, shopAt(parts));
  };
  const ground = { models: shop.models, scored: shop.buying, customers: shop.known };
  const names = new Map(states.map(({ id, name }) => [id, name]));
  const scored = subjectAt(figures.scoredAt);
  const today = subjectAt(now);
  return {
    objectsSince: null,
    figures,
    facts: figures.facts.flatMap((line) => {
      const fact = FACTS.find(({ id }) => id === line.id);
      return fact === undefined
        ? []
        : [{ ...line, ground: shownGround(groundOf(fact, scored, ground), names) }];
    }),
    rhythm: shownRhythm(today),
    recommendations: await recommended(statements, shopId, today, states),
  };
}

const NO_RHYTHM = { days: [], medianDays: null, nextOn: null, isOverdue: false } as const;

function shownGround(ground: FactGround, names: ReadonlyMap<string, string | null>): ShownGround {
  if (ground.kind === "gaps") return { ...ground, days: ground.days.map(dayText) };
  if (ground.kind !== "orders") return ground;
  const latest = ground.orders.slice(-ORDERS_SHOWN).reverse();
  return {
    kind: "orders",
    all: ground.orders.length,
    orders: latest.map(({ order, day, keptMinor, keptUnits, isReturn }) => ({
      orderId: order.id,
      name: names.get(order.id) ?? null,
      day: dayText(day),
      keptMinor,
      units: keptUnits,
      isReturn,
    })),
  };
}

function shownRhythm(subject: Subject): AsCustomer["rhythm"] {
  const { days, medianDays, nextDay } = rhythmOf(subject.purchases(PLAIN));
  return {
    days: days.map(({ day, valueMinor }) => ({ day: dayText(day), valueMinor })),
    medianDays,
    nextOn: nextDay === null ? null : dayText(nextDay),
    isOverdue: nextDay !== null && nextDay < subject.day,
  };
}

async function recommended(
  statements: Statements,
  shopId: number,
  subject: Subject,
  states: readonly OrderState[],
): Promise<Recommendation[]> {
  const purchases = subject.purchases(PLAIN);
  const own = productsBought(purchases);
  const { neighbours, names: others } = await readNeighbours(statements, shopId, [...own]);
  const names = new Map(others);
  for (const { lines } of states)
    for (const { product, title } of lines)
      if (product !== null && title !== undefined) names.set(product, title);
  const named = (product: string) => ({ product, name: names.get(product) ?? null });
  return [
    ...dueProducts(purchases, subject.day)
      .map(({ product, medianDays, daysSince }) => ({
        ...named(product),
        ...{ why: "due" as const, everyDays: medianDays, daysSince },
      }))
      .slice(0, RECOMMENDED_SHOWN),
    ...countedFavourites(purchases)
      .map(({ product, purchases: count }) => ({
        ...named(product),
        ...{ why: "favourite" as const, purchases: count },
      }))
      .slice(0, RECOMMENDED_SHOWN),
    // What is in stock no shop tells us yet.
    ...othersBoughtWith(own, neighbours, () => true)
      .map(({ product, own: mine, common }) => ({
        ...named(product),
        ...{ why: "others" as const, own: mine, ownName: names.get(mine) ?? null, customers: common },
      }))
      .slice(0, RECOMMENDED_SHOWN),
  ];
}
