import type { OrderRefund, OrderState, ShopFact } from "#app/domain/event.ts";
import { mergeRefund } from "#app/domain/merge-refund.ts";

export type OrderFact = Extract<ShopFact, { type: "order" | "order_refunded" | "order_deleted" }>;

/**
 * An order's state after what a batch says of it, in whatever order that came: several deliveries
 * of one order become one state. Null while only refunds of it are known.
 */
export function foldOrder(
  known: OrderState | null,
  earlyRefunds: readonly OrderRefund[],
  facts: readonly OrderFact[],
): { readonly state: OrderState | null; readonly refunds: readonly OrderRefund[] } {
  const states = facts.flatMap((fact) => (fact.type === "order" ? [fact.order] : []));
  const refunds = facts.flatMap((fact) => (fact.type === "order_refunded" ? [fact.refund] : []));
  const deleted = facts.find((fact) => fact.type === "order_deleted");
  const newest = states.reduce(newerState, known);
  if (newest === null) return { state: null, refunds };
  const told = new Set(newest.refunds.map(({ id }) => id));
  const missing = [...earlyRefunds, ...refunds].filter((refund) => !told.has(refund.id));
  const merged = missing.reduce(mergeRefund, newest);
  const cancelledAt = merged.cancelledAt ?? deleted?.at ?? null;
  return { state: { ...merged, cancelledAt }, refunds: [] };
}

function newerState(known: OrderState | null, incoming: OrderState): OrderState {
  if (known === null || known.updatedAt === null || incoming.updatedAt === null) return incoming;
  if (incoming.updatedAt !== known.updatedAt) return incoming.updatedAt < known.updatedAt ? known : incoming;
  return progress(incoming) < progress(known) ? known : incoming;
}

/** Platforms count versions in seconds: of two states of one second the one that got further is the later. */
function progress(order: OrderState): number {
  const steps = [order.paidAt, order.fulfilledAt, order.cancelledAt].filter((step) => step !== null);
  return steps.length + order.refunds.length;
}
