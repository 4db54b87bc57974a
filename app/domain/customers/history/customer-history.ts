import type { Instant } from "../../calendar.ts";
import type { OrderRefund, OrderState, ShopFact } from "../../event.ts";
import { refuseOrder } from "../../earning/orders/refuse-order.ts";
import { foldOrder } from "../../fold-order.ts";
import type { OrderFact } from "../../fold-order.ts";
import { currencyDigits } from "../../money.ts";
import type { ReplayLine } from "../../replay/lines/parse-line.ts";
import { WrongForm } from "../../replay/lines/wrong-form.ts";
import { People } from "./people.ts";
import { tillOrder } from "./till-order.ts";
import { toldOrder, Wares } from "./told-order.ts";
import type { ToldOrder } from "./told-order.ts";

interface KnownOrder {
  readonly order: ToldOrder;
  /** The key of whom the latest line that names somebody names. */
  readonly owner: string | null;
  readonly ownerAt: Instant;
}

/** Reads a raw delivery of a platform: the adapters' own code, given from outside. */
export type ReadFacts = (
  line: Extract<ReplayLine, { type: "shopify" | "ecwid" }>,
  currency: string | null,
) =>
  | { readonly ok: true; readonly facts: readonly ShopFact[] }
  | { readonly ok: false; readonly reason: string };

export interface HistorySettings {
  readonly zone: string;
  /** Null: that of the first order. */
  readonly currency: string | null;
  /** The clock stops here: of later lines only orders are read, for what they date before. */
  readonly stopAt: Instant | null;
  /** Whether single customers are asked for along the way, and not just all of them at the end. */
  readonly isAskedAlong: boolean;
  readonly readFacts: ReadFacts;
}

/** The present state of all that was told of customers: the same in whatever order and however often it was told. */
export class CustomerHistory {
  readonly people: People;
  readonly orders = new Map<string, KnownOrder>();
  readonly settings: HistorySettings;
  /** The first line that a program begins with: a version, or somebody who joins. */
  launchedAt: Instant | null = null;
  lastAt: Instant | null = null;
  /** Orders in another one are refused. */
  currency: string | null;
  private readonly wares = new Wares();
  /** Whole states of orders that a platform tells of in parts. */
  private readonly inParts = new Map<string, OrderState>();
  private readonly orderIdsOf = new Map<string, Set<string>>();
  private readonly earlyRefunds = new Map<string, readonly OrderRefund[]>();

  constructor(settings: HistorySettings) {
    this.settings = settings;
    this.currency = settings.currency;
    this.people = new People(settings.zone);
  }

  /** Minor digits of the currency. */
  get digits(): number {
    return this.currency === null ? USUAL_DIGITS : (currencyDigits(this.currency) ?? USUAL_DIGITS);
  }

  /** Takes in one line. Why it is refused, in words; null where it is accepted. */
  tell(line: ReplayLine): string | null {
    const { stopAt } = this.settings;
    if (stopAt !== null && line.at > stopAt) return this.tellLate(line);
    if (this.lastAt === null || line.at > this.lastAt) this.lastAt = line.at;
    switch (line.type) {
      case "fact":
        return this.tellFact(line.fact, line);
      case "shopify":
      case "ecwid":
        return this.tellDelivery(line);
      case "program":
        this.launch(line.at);
        return null;
      case "consent": {
        const told = this.people.name(line.member, line.at);
        const { email: consentEmail, sms: consentSms } = line;
        if (told !== null) this.people.consent(told, { consentEmail, consentSms }, line.at);
        return null;
      }
      case "survey": {
        const told = this.people.name(line.member, line.at);
        if (told !== null && line.score !== null) this.people.answer(told, line.score, line.at);
        return null;
      }
      case "till":
        return this.tellTill(line);
      case "optIn":
        this.people.name(line.member, line.at);
        return null;
      case "refer":
        for (const person of [line.advocate, line.friend]) this.people.name(person, line.at);
        return null;
      case "review":
        return null;
      case "cart":
      case "suppress":
        this.people.name(line.member, line.at);
        return null;
      case "journey":
        return null;
      case "redeem":
      case "adjust":
      case "tier":
        // Points are the books': without a program these are left out, with one the books tell whom they name.
        return null;
    }
  }

  /** A line that was refused elsewhere: it tells nothing but that its instant has come. */
  noteRefused(at: Instant): void {
    if (this.lastAt === null || at > this.lastAt) this.lastAt = at;
  }

  /** Somebody whom a line names that only the books have use for. */
  nameInBooks(line: ReplayLine): void {
    if (line.type === "redeem" || line.type === "adjust" || line.type === "tier")
      this.people.name(line.member, line.at);
  }

  /** What is told after the clock stopped names nobody; an order's latest state counts all the same. */
  private tellLate(line: ReplayLine): string | null {
    if (line.type !== "fact" || line.fact.type !== "order") return null;
    const { fact } = line;
    if (refuseOrder(fact.order, this.currencyFrom(fact.order)) === null)
      this.keepOrder(fact.order, fact.customer === null ? null : this.people.keyOf(fact.customer), fact.at);
    return null;
  }

  private tellDelivery(line: Extract<ReplayLine, { type: "shopify" | "ecwid" }>): string | null {
    const translation = this.settings.readFacts(line, this.currency);
    if (!translation.ok) return translation.reason;
    const reasons: string[] = [];
    for (const fact of translation.facts) {
      const isInParts = line.type === "shopify" && fact.type === "order";
      const reason = isInParts ? this.tellPart(fact) : this.tellFact(fact, NOTHING_MORE);
      if (reason !== null) reasons.push(reason);
    }
    return reasons.length === 0 ? null : reasons.join("; ");
  }

  private tellFact(
    fact: ShopFact,
    more: Pick<Extract<ReplayLine, { type: "fact" }>, "person" | "seen">,
  ): string | null {
    const { people } = this;
    switch (fact.type) {
      case "order":
        return this.tellOrder(fact, more.person);
      case "order_refunded":
      case "order_deleted":
        return this.tellPart(fact);
      case "customer": {
        if (fact.joined) this.launch(fact.at);
        const told = people.name(fact.customer, fact.at);
        if (told === null) return null;
        people.describe(told, fact.customer, fact.at);
        people.describeFurther(told, more.person, fact.at);
        return null;
      }
      case "activity": {
        const told = people.name(fact.customer, fact.at);
        if (told === null) return null;
        people.describeFurther(told, more.person, fact.at);
        people.act(told, { at: fact.at, activity: fact.activity, key: fact.key, ware: more.seen });
        return null;
      }
      case "customer_deleted":
        people.leave(fact.customerId, fact.at);
        return null;
      case "customer_redacted":
        people.erase(fact.customer, fact.at);
        return null;
      case "customers_merged":
        people.merge(fact.keptCustomerId, fact.endedCustomerId);
        return null;
      default:
        // What concerns the shop itself is no matter of customers.
        return null;
    }
  }

  private tellOrder(
    { at, customer, order }: Extract<ShopFact, { type: "order" }>,
    person: Extract<ReplayLine, { type: "fact" }>["person"],
  ): string | null {
    const refusal = refuseOrder(order, this.currencyFrom(order));
    if (refusal !== null) return refusal.ok ? null : refusal.message;
    const told = customer === null ? null : this.people.name(customer, at);
    if (told !== null && customer !== null) {
      this.people.describe(told, customer, at);
      this.people.describeFurther(told, person, at);
    }
    this.keepOrder(order, told?.key ?? null, at);
    return null;
  }

  /** What a platform says of an order that it tells in parts: a refund that comes before its order waits for it. */
  private tellPart(fact: OrderFact): string | null {
    const orderId = fact.type === "order" ? fact.order.id : fact.orderId;
    const waiting = this.earlyRefunds.get(orderId) ?? [];
    const { state, refunds } = foldOrder(this.inParts.get(orderId) ?? null, waiting, [fact]);
    if (state === null) {
      this.earlyRefunds.set(orderId, [...waiting, ...refunds]);
      return null;
    }
    this.earlyRefunds.delete(orderId);
    this.inParts.set(orderId, state);
    const known = this.orders.get(orderId);
    const at = Math.max(fact.at, known === undefined ? fact.at : known.order.toldAt);
    const customer = fact.type === "order" ? fact.customer : null;
    return this.tellOrder({ type: "order", at, customer, order: state }, null);
  }

  private keepOrder(order: OrderState, named: string | null, at: Instant): void {
    const known = this.orders.get(order.id);
    const isNewer = known === undefined || isLater(order, at, known.order);
    const kept = isNewer ? toldOrder(order, at, this.settings.zone, this.wares) : known.order;
    const isNamedLater = named !== null && (known?.owner == null || at >= known.ownerAt);
    const owner = isNamedLater ? named : (known?.owner ?? null);
    const ownerAt = isNamedLater || known === undefined ? at : known.ownerAt;
    if (!isNewer && !isNamedLater) return;
    this.orders.set(order.id, { order: kept, owner, ownerAt });
    if (owner !== null && this.settings.isAskedAlong) this.noteOwner(owner, order.id);
  }

  private noteOwner(owner: string, orderId: string): void {
    const known = this.orderIdsOf.get(owner);
    if (known === undefined) this.orderIdsOf.set(owner, new Set([orderId]));
    else known.add(orderId);
  }

  /** The orders told of under a key, where they are asked for along the way. */
  ordersOf(key: string): readonly ToldOrder[] {
    const orders: ToldOrder[] = [];
    for (const orderId of this.orderIdsOf.get(key) ?? []) {
      const known = this.orders.get(orderId);
      if (known?.owner === key) orders.push(known.order);
    }
    return orders;
  }

  private tellTill({
    at,
    member,
    activity,
    key,
    purchase,
  }: Extract<ReplayLine, { type: "till" }>): string | null {
    const told = member === null ? null : this.people.name(member, at);
    if (told !== null && activity !== null) this.people.act(told, { at, activity, key, ware: null });
    if (purchase === null) return null;
    if (this.currency === null)
      throw new WrongForm("line.purchase", "a currency is not known yet: say it with --currency");
    const { currency, digits } = this;
    const known = this.inParts.get(purchase.receipt) ?? null;
    const order = tillOrder(purchase, known, { at, currency, digits });
    this.inParts.set(purchase.receipt, order);
    return this.tellOrder({ type: "order", at, customer: member, order }, null);
  }

  private currencyFrom({ currency }: OrderState): string {
    if (this.currency === null && currencyDigits(currency) === null)
      throw new WrongForm("order.currency", "an ISO 4217 currency code is expected, such as EUR");
    this.currency ??= currency;
    return this.currency;
  }

  private launch(at: Instant): void {
    if (this.launchedAt === null || at < this.launchedAt) this.launchedAt = at;
  }
}

const NOTHING_MORE = { person: null, seen: null };
const USUAL_DIGITS = 2;

/** Of two states told at one instant the one that got further is the later. */
function isLater(order: OrderState, at: Instant, known: ToldOrder): boolean {
  if (at !== known.toldAt) return at > known.toldAt;
  return progress(order) >= progress(known);
}

function progress({
  paidAt,
  cancelledAt,
  refunds,
}: Pick<ToldOrder, "paidAt" | "cancelledAt" | "refunds">): number {
  return (paidAt === null ? 0 : 1) + (cancelledAt === null ? 0 : 1) + refunds.length;
}
