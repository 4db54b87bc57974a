import type { CustomerRef, ShopFact } from "#app/domain/event.ts";
import type { ReadableDelivery } from "#app/domain/people/plan-batch.ts";

/** The orders that deliveries are about. */
export function orderIdsIn(readable: readonly ReadableDelivery[]): string[] {
  const ids = readable.flatMap(({ facts }) =>
    facts.flatMap((fact) => {
      if (fact.type === "order") return [fact.order.id];
      return fact.type === "order_refunded" || fact.type === "order_deleted" ? [fact.orderId] : [];
    }),
  );
  return [...new Set(ids)];
}

/** The customers that deliveries name. */
export function customersIn(readable: readonly ReadableDelivery[]): CustomerRef[] {
  return readable.flatMap(({ facts }) => facts.flatMap(customersOf));
}

function customersOf(fact: ShopFact): CustomerRef[] {
  switch (fact.type) {
    case "order":
      return fact.customer === null ? [] : [fact.customer];
    case "customer":
    case "activity":
    case "consent":
    case "customer_redacted":
    case "customer_data_requested":
      return [fact.customer];
    case "customer_deleted":
      return [{ id: fact.customerId, email: null }];
    case "customers_merged":
      return [fact.keptCustomerId, fact.endedCustomerId].map((id) => ({ id, email: null }));
    default:
      return [];
  }
}
