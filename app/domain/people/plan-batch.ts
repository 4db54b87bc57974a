import { assertNever } from "../assert.ts";
import type { OrderId } from "../books/ids.ts";
import type { Instant } from "../calendar.ts";
import type { CustomerFact, CustomerRef, OrderRefund, OrderState, ShopFact } from "../event.ts";
import { foldOrder, type OrderFact } from "../fold-order.ts";
import type { ConsentTold } from "../messages/consent.ts";
import type { Directory } from "./directory.ts";
import { isAbout } from "./person.ts";
import type { Met, Person } from "./person.ts";

/** What is known of orders before: their last states, and refunds that came before their order. */
export interface KnownOrders {
  readonly states: ReadonlyMap<OrderId, { readonly state: OrderState }>;
  readonly refunds: ReadonlyMap<OrderId, readonly OrderRefund[]>;
}

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
  | { readonly kind: "consent"; readonly person: Person; readonly told: ConsentTold }
  | { readonly kind: "leave"; readonly person: Person }
  | { readonly kind: "erase"; readonly person: Person }
  | { readonly kind: "shop"; readonly fact: ShopWideFact; readonly person: Person | null }
  | { readonly kind: "note"; readonly reason: string }
  /** It is about somebody who was erased since. */
  | { readonly kind: "forgotten" };

export type ShopWideFact = Extract<
  ShopFact,
  {
    type:
      | "shop_redacted"
      | "app_uninstalled"
      | "scopes_changed"
      | "customer_data_requested"
      | "bulk_operation_finished"
      | "discount_gone";
  }
>;

/** One order of a batch: all that is said of it becomes one state, told once, where it is named last. */
export interface PlannedOrder {
  readonly orderId: OrderId;
  readonly facts: OrderFact[];
  state: OrderState | null;
  /** Refunds that still wait for their order. */
  waiting: readonly OrderRefund[];
  earlyRefunds: number; // how many refunds had come before the order
  owner: Person | null;
  lastStep: Step | null;
  /** Why the engine refused it, once it was told. */
  refusal: string | null;
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

export interface ReadableDelivery {
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
  deliveries: readonly ReadableDelivery[],
  directory: Directory,
  known: KnownOrders,
): Plan {
  const orders = new Map<OrderId, PlannedOrder>();
  const planned = deliveries.map(({ inboxId, facts, toldAt }) => ({
    inboxId,
    steps: stepsOfAll(facts, directory, orders, toldAt),
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

function stepsOfAll(
  facts: readonly ShopFact[],
  directory: Directory,
  orders: Map<OrderId, PlannedOrder>,
  toldAt: Instant | null,
): Step[] {
  const stepsOfOne = (fact: ShopFact) => {
    if (isOfErased(fact, directory)) return forgottenSteps(fact, orders);
    if (toldAt !== null && fact.type === "order") return pastSteps(fact, directory, orders, toldAt);
    return stepsOf(fact, directory, orders);
  };
  const [only] = facts;
  return facts.length === 1 && only !== undefined ? stepsOfOne(only) : facts.flatMap(stepsOfOne);
}

/** A late word about somebody who was erased, before whatever happened to them since. */
function isOfErased(fact: ShopFact, directory: Directory): boolean {
  switch (fact.type) {
    case "order":
      return (
        directory.isOrderOfErased(fact.order.id) ||
        (fact.customer !== null && directory.erasures.covers(fact.customer, fact.order.placedAt))
      );
    case "customer":
      return fact.isPresent !== true && directory.erasures.covers(fact.customer, fact.at);
    case "activity":
    case "consent":
      return directory.erasures.covers(fact.customer, fact.at);
    case "customers_merged":
      return directory.erasures.covers({ id: fact.keptCustomerId, email: null }, fact.at);
    default:
      return false;
  }
}

/** What the order is worth goes on to be told, without anybody: sums that were posted may have to follow. */
function forgottenSteps(fact: ShopFact, orders: Map<OrderId, PlannedOrder>): Step[] {
  const forgotten: Step = { kind: "forgotten" };
  return fact.type === "order" ? [forgotten, orderStep(fact.order.id, fact, orders)] : [forgotten];
}

function stepsOf(fact: ShopFact, directory: Directory, orders: Map<OrderId, PlannedOrder>): Step[] {
  switch (fact.type) {
    case "order": {
      const met = fact.customer === null ? null : directory.meet(fact.customer, false);
      if (met !== null && directory.ownerOf(fact.order.id) === null)
        directory.assign(fact.order.id, met.person);
      const step = orderStep(fact.order.id, fact, orders);
      return met === null || fact.customer === null ? [step] : [...meetSteps(met, fact.customer), step];
    }
    case "order_refunded":
    case "order_deleted":
      return [orderStep(fact.orderId, fact, orders)];
    case "customer": {
      const isNamedOnly = !fact.joined && directory.membership !== "everyoneNamed";
      if (isNamedOnly && !directory.knows(fact.customer)) return [{ kind: "note", reason: NEITHER }];
      const met = directory.meet(fact.customer, fact.joined);
      return met === null ? [] : meetSteps(met, fact.customer);
    }
    case "customers_merged":
      return mergeSteps(directory, fact.keptCustomerId, fact.endedCustomerId);
    case "activity": {
      const customer = doerOf(fact, directory);
      const met = directory.meet(customer, false);
      if (met === null) return [];
      const { activity, key } = fact;
      return [...meetSteps(met, customer), { kind: "activity", person: met.person, activity, key }];
    }
    case "consent":
      return ifKnown(directory, fact.customer, (person) => ({ kind: "consent", person, told: fact }));
    case "customer_deleted":
      return ifKnown(directory, { id: fact.customerId, email: null }, (person) => ({
        kind: "leave",
        person,
      }));
    case "customer_redacted":
      return eraseSteps(fact.customer, directory, fact.at);
    case "customer_data_requested": {
      const people = directory.findAll(fact.customer);
      const asked: readonly (Person | null)[] = people.length === 0 ? [null] : people;
      return asked.map((person) => ({ kind: "shop", fact, person }));
    }
    case "shop_redacted":
    case "app_uninstalled":
    case "scopes_changed":
    case "bulk_operation_finished":
    case "discount_gone":
      return [{ kind: "shop", fact, person: null }];
    case "hinted":
      return [{ kind: "note", reason: "the shop itself is asked" }];
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

/** Changes of somebody who has done nothing in the shop are none of the program's. */
const NEITHER = "the customer has neither ordered nor joined";

export function meetSteps({ person, sameByAddress, joins }: Met, customer: CustomerFact): Step[] {
  const said = isAbout(person, customer) ? customer : strangerOf({ id: person.customerId, email: null });
  const meet: Step = { kind: "meet", person, customer: said, joined: joins };
  if (sameByAddress.length === 0) return [meet];
  return [meet, ...sameByAddress.map((ended): Step => ({ kind: "merge", kept: person, ended }))];
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
    refusal: null,
  };
  orders.set(orderId, order);
  const step: Step = { kind: "order", order };
  order.facts.push(fact);
  order.lastStep = step;
  return step;
}

/** A shop may tell a merge twice, the other way round, or before anything else of the two. */
function mergeSteps(directory: Directory, keptId: string, endedId: string): Step[] {
  const ended = directory.find({ id: endedId, email: null });
  if (ended === null) {
    directory.rename(endedId, keptId);
    return [{ kind: "note", reason: "the customer that ended was no member" }];
  }
  const customer = strangerOf({ id: keptId, email: null });
  const met = directory.meet(customer, false);
  if (met === null || met.person === ended) return [];
  directory.merge(ended, met.person);
  return [...meetSteps(met, customer), { kind: "merge", kept: met.person, ended }];
}

/** The customer, and whoever ordered under the address without an account. */
function eraseSteps(customer: CustomerRef, directory: Directory, at: Instant): Step[] {
  const people = directory.findAll(customer);
  directory.forgetNames(customer, at);
  for (const person of people) directory.forget(person, at);
  if (people.length === 0) return [{ kind: "forgotten" }, { kind: "note", reason: NO_MEMBER }];
  return people.map((person) => ({ kind: "erase", person }));
}

const NO_MEMBER = "the customer is no member";

function ifKnown(directory: Directory, customer: CustomerRef, step: (person: Person) => Step): Step[] {
  const person = directory.find(customer);
  return person === null ? [{ kind: "note", reason: NO_MEMBER }] : [step(person)];
}

/** A customer of whom nothing is said but the name. */
export function strangerOf({ id, email }: CustomerRef, emailProven = false): CustomerFact {
  // Field by field: an object spread with new fields beside it has another form every time.
  return { id, email, emailProven, tags: null, birthday: null, firstName: null, lastName: null };
}

/** Who did something. An address that nobody has proven finds a guest, and changes no customer's. */
function doerOf(fact: Extract<ShopFact, { type: "activity" }>, directory: Directory): CustomerFact {
  const { customer, emailProven } = fact;
  const isProven = emailProven === true;
  const isKnown = customer.id !== null && directory.find(customer) !== null;
  return strangerOf(isKnown && !isProven ? { id: customer.id, email: null } : customer, isProven);
}
