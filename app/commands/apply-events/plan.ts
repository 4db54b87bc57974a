import type { OrderId } from "#app/domain/books.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { CustomerFact, CustomerRef, OrderRefund, OrderState, ShopFact } from "#app/domain/event.ts";
import type { KnownOrders } from "#app/db/shop-orders.ts";
import { assertNever } from "#app/domain/assert.ts";
import { foldOrder, type OrderFact } from "#app/domain/fold-order.ts";
import type { Directory, Person } from "./directory.ts";

/** What is to be told the engine, in the order of the deliveries, with people instead of numbers. */
export type Step =
  | {
      readonly kind: "meet";
      readonly person: Person;
      readonly customer: CustomerFact;
      readonly joined: boolean;
    }
  | { readonly kind: "merge"; readonly kept: Person; readonly ended: Person }
  | { readonly kind: "order"; readonly order: PlannedOrder }
  | {
      readonly kind: "activity";
      readonly person: Person;
      readonly activity: string;
      readonly key: string | null;
    }
  | { readonly kind: "leave"; readonly person: Person }
  | { readonly kind: "erase"; readonly person: Person }
  | { readonly kind: "shop"; readonly fact: ShopWideFact; readonly person: Person | null }
  | { readonly kind: "note"; readonly reason: string };

export type ShopWideFact = Extract<
  ShopFact,
  {
    type:
      | "shop_redacted"
      | "app_uninstalled"
      | "scopes_changed"
      | "customer_data_requested"
      | "bulk_operation_finished";
  }
>;

/** One order of a batch: all that is said of it becomes one state, told once, where it is named last. */
export interface PlannedOrder {
  readonly orderId: OrderId;
  readonly facts: OrderFact[];
  state: OrderState | null;
  /** Refunds that still wait for their order. */
  waiting: readonly OrderRefund[];
  /** How many refunds had come before the order. */
  earlyRefunds: number;
  owner: Person | null;
  lastStep: Step | null;
}

export interface PlannedDelivery {
  readonly inboxId: number;
  readonly steps: readonly Step[];
  readonly toldAt: Instant | null;
}

export interface Plan {
  readonly deliveries: readonly PlannedDelivery[];
  readonly orders: ReadonlyMap<OrderId, PlannedOrder>;
}

export interface ReadDelivery {
  readonly inboxId: number;
  readonly facts: readonly ShopFact[];
  /**
   * The instant it is told the engine at, where that is not now: an order from before the program.
   * Such a one says nothing of a person who is known: that was a while ago.
   */
  readonly toldAt: Instant | null;
}

/** Reads facts into steps. Nothing is decided about points here; who is meant is. */
export function planBatch(
  deliveries: readonly ReadDelivery[],
  directory: Directory,
  known: KnownOrders,
): Plan {
  const orders = new Map<OrderId, PlannedOrder>();
  const planned = deliveries.map(({ inboxId, facts, toldAt }) => ({
    inboxId,
    steps: facts.flatMap((fact) =>
      toldAt !== null && fact.type === "order"
        ? pastSteps(fact, directory, orders, toldAt)
        : stepsOf(fact, directory, orders),
    ),
    toldAt,
  }));
  for (const order of orders.values()) {
    const before = known.states.get(order.orderId);
    const early = known.refunds.get(order.orderId) ?? [];
    const folded = foldOrder(before?.state ?? null, early, order.facts);
    order.earlyRefunds = early.length;
    order.state = folded.state;
    order.waiting = folded.refunds;
    order.owner = directory.ownerOf(order.orderId);
  }
  return { deliveries: planned, orders };
}

function stepsOf(fact: ShopFact, directory: Directory, orders: Map<OrderId, PlannedOrder>): Step[] {
  switch (fact.type) {
    case "order": {
      const met = fact.customer === null ? null : directory.meet(fact.customer);
      if (met !== null && directory.ownerOf(fact.order.id) === null)
        directory.assign(fact.order.id, met.person);
      const before = met === null || fact.customer === null ? [] : meetSteps(met, fact.customer, false);
      return [...before, orderStep(fact.order.id, fact, orders)];
    }
    case "order_refunded":
    case "order_deleted":
      return [orderStep(fact.orderId, fact, orders)];
    case "customer": {
      const met = directory.meet(fact.customer);
      return met === null ? [] : meetSteps(met, fact.customer, fact.joined);
    }
    case "customers_merged":
      return mergeSteps(directory, fact.keptCustomerId, fact.endedCustomerId);
    case "activity": {
      const customer = strangerOf(fact.customer);
      const met = directory.meet(customer);
      if (met === null) return [];
      const { activity, key } = fact;
      return [...meetSteps(met, customer, false), { kind: "activity", person: met.person, activity, key }];
    }
    case "customer_deleted":
      return ifKnown(directory, { id: fact.customerId, email: null }, (person) => ({
        kind: "leave",
        person,
      }));
    case "customer_redacted":
      return ifKnown(directory, fact.customer, (person) => ({ kind: "erase", person }));
    case "customer_data_requested":
      return [{ kind: "shop", fact, person: directory.find(fact.customer) }];
    case "shop_redacted":
    case "app_uninstalled":
    case "scopes_changed":
    case "bulk_operation_finished":
      return [{ kind: "shop", fact, person: null }];
    case "nothing":
      return [{ kind: "note", reason: fact.reason }];
    default:
      return assertNever(fact);
  }
}

/** An order from before the program: it enrols who is not known, and leaves the others as they are by now. */
function pastSteps(
  fact: Extract<ShopFact, { type: "order" }>,
  directory: Directory,
  orders: Map<OrderId, PlannedOrder>,
  toldAt: Instant,
): Step[] {
  const known = fact.customer === null ? null : directory.find(fact.customer);
  if (known !== null && known.first === null) {
    if (directory.ownerOf(fact.order.id) === null) directory.assign(fact.order.id, known);
    return [orderStep(fact.order.id, fact, orders)];
  }
  const steps = stepsOf(fact, directory, orders);
  const owner = directory.ownerOf(fact.order.id);
  if (owner !== null && owner.first !== null) owner.enrolledAt ??= toldAt;
  return steps;
}

function meetSteps(
  { person, claimed }: { person: Person; claimed: Person | null },
  customer: CustomerFact,
  joined: boolean,
): Step[] {
  const meet: Step = { kind: "meet", person, customer, joined };
  return claimed === null ? [meet] : [meet, { kind: "merge", kept: person, ended: claimed }];
}

function orderStep(orderId: OrderId, fact: OrderFact, orders: Map<OrderId, PlannedOrder>): Step {
  const order = orders.get(orderId) ?? {
    orderId,
    facts: [],
    state: null,
    waiting: [],
    earlyRefunds: 0,
    owner: null,
    lastStep: null,
  };
  orders.set(orderId, order);
  const step: Step = { kind: "order", order };
  order.facts.push(fact);
  order.lastStep = step;
  return step;
}

function mergeSteps(directory: Directory, keptId: string, endedId: string): Step[] {
  const ended = directory.find({ id: endedId, email: null });
  if (ended === null) return [{ kind: "note", reason: "the customer that ended was no member" }];
  const customer = strangerOf({ id: keptId, email: null });
  const met = directory.meet(customer);
  if (met === null || met.person === ended) return [];
  ended.endedIn = met.person;
  return [...meetSteps(met, customer, false), { kind: "merge", kept: met.person, ended }];
}

function ifKnown(directory: Directory, customer: CustomerRef, step: (person: Person) => Step): Step[] {
  const person = directory.find(customer);
  return person === null ? [{ kind: "note", reason: "the customer is no member" }] : [step(person)];
}

/** A customer of whom nothing is said but the name. */
function strangerOf(customer: CustomerRef): CustomerFact {
  return { ...customer, emailProven: false, tags: null, birthday: null, firstName: null, lastName: null };
}
