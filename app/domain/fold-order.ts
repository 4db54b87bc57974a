import type { Instant } from "./calendar.ts";
import type { OrderRefund, OrderState, ShopFact } from "./event.ts";

export type OrderFact = Extract<ShopFact, { type: "order" | "order_refunded" | "order_deleted" }>;

/**
 * An order's state after what deliveries say of it, in whatever order that came: several deliveries
 * of one order become one state. Null while only refunds of it are known.
 */
export function foldOrder(
  known: OrderState | null,
  earlyRefunds: readonly OrderRefund[],
  facts: readonly OrderFact[],
): { readonly state: OrderState | null; readonly refunds: readonly OrderRefund[] } {
  const [first] = facts;
  // Nearly always one state is told, of an order of which nothing is known.
  if (facts.length === 1 && first?.type === "order" && known === null && earlyRefunds.length === 0)
    return { state: first.order, refunds: [] };
  const states = facts.flatMap((fact) => (fact.type === "order" ? [toldIn(fact)] : []));
  const refunds = facts.flatMap((fact) => (fact.type === "order_refunded" ? [fact.refund] : []));
  const deleted = facts.find((fact) => fact.type === "order_deleted");
  const before: Told | null = known === null ? null : { order: known, unsaid: [] };
  const newest = states.reduce(newerState, before);
  if (newest === null) return { state: null, refunds };
  const complete = withRefunds(newest.order, [...earlyRefunds, ...refunds]);
  return { state: deleted === undefined ? complete : deletedAt(complete, deleted.at), refunds: [] };
}

/** Nothing comes after a deletion: a state from before it, however late it arrives, does not undo it. */
function deletedAt(order: OrderState, at: Instant): OrderState {
  const cancelledAt = order.cancelledAt ?? at;
  return { ...order, cancelledAt, updatedAt: order.updatedAt === null ? at : Math.max(order.updatedAt, at) };
}

/** A state, and what of it nobody has said yet. */
interface Told {
  readonly order: OrderState;
  readonly unsaid: readonly (keyof OrderState)[];
}

function toldIn({ order, unsaid }: Extract<OrderFact, { type: "order" }>): Told {
  return { order, unsaid: unsaid ?? [] };
}

/** The newer of two states, with what it leaves out and with the refunds that it is too old to know of. */
function newerState(known: Told | null, incoming: Told): Told {
  if (known === null) return incoming;
  const [newer, older] = isOlder(incoming.order, known.order) ? [known, incoming] : [incoming, known];
  const since = newer.order.updatedAt;
  const later = older.order.refunds.filter(({ at }) => since === null || at >= since);
  const leftOut = newer.unsaid.map((part) => [part, older.order[part]] as const);
  const whole: OrderState = { ...newer.order, ...Object.fromEntries(leftOut) };
  const isPaidBefore = whole.partlyPaid === true && older.order.paidAt !== null;
  return {
    order: withRefunds(isPaidBefore ? paidBefore(older.order, whole) : whole, later),
    unsaid: newer.unsaid.filter((part) => older.unsaid.includes(part)),
  };
}

/**
 * An edit that adds to a paid order makes it partly paid. What was paid stays paid, as it was then, until the
 * rest is paid too or the order is cancelled; what has come back since counts.
 */
function paidBefore(paid: OrderState, now: OrderState): OrderState {
  const { updatedAt, cancelledAt, fulfilledAt, refunds, discountCodes } = now;
  return { ...paid, updatedAt, cancelledAt, fulfilledAt, refunds, discountCodes };
}

function isOlder(incoming: OrderState, known: OrderState): boolean {
  if (known.updatedAt === null || incoming.updatedAt === null) return false;
  if (incoming.updatedAt !== known.updatedAt) return incoming.updatedAt < known.updatedAt;
  return progress(incoming) < progress(known);
}

/** Platforms count versions in seconds: of two states of one second the one that got further is the later. */
function progress(order: OrderState): number {
  const steps = [order.paidAt, order.fulfilledAt, order.cancelledAt].filter((step) => step !== null);
  return steps.length + order.refunds.length;
}

/**
 * Adds refunds that were told of alone. A state that tells of a refund itself is right about it. The
 * state's version stays: a refund is no version of the order, and a later one may still come.
 */
function withRefunds(order: OrderState, refunds: readonly OrderRefund[]): OrderState {
  const told = new Map(refunds.map((refund) => [refund.id, refund]));
  for (const { id } of order.refunds) told.delete(id);
  return told.size === 0 ? order : { ...order, refunds: [...order.refunds, ...told.values()] };
}
