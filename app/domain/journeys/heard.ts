import { z } from "zod";
import type { Books } from "../books/books.ts";
import type { Transaction } from "../books/transaction.ts";
import type { Instant } from "../calendar.ts";
import { goodsOutcome } from "../customers/history/order-outcome.ts";
import type { MemberEvent, OrderRefund, OrderState } from "../event.ts";
import type { Channel } from "./journey.ts";
import type { Cart, SurveyStand, Told, ToldAside } from "./watcher.ts";

/** Lots of points that `points_earned` counts, by the beginning of their names. */
const EARNED_BY = /^(order|activity|challenge|referral|referred)(:|#|$)/u;

/**
 * What was told so far, as far as telling it again must change nothing: who joined, which orders were
 * purchases, which refunds there were; and what carts, surveys and bounces are told last.
 */
export class Heard implements ToldAside {
  private readonly books: Books;
  private readonly joined = new Set<string>();
  /** Whose each was, and whether it is one by its present state. */
  private readonly purchases = new Map<string, { readonly memberId: string; stands: boolean }>();
  private readonly refunds = new Set<string>();
  private readonly carts = new Map<string, Map<string, Cart>>();
  private readonly ownerOfCart = new Map<string, string>();
  private readonly recovered = new Set<string>();
  private readonly surveys = new Map<string, Map<string, SurveyStand>>();
  private readonly suppressed = new Set<string>();
  /** What was told of each member since it was last taken. */
  private readonly fresh = new Map<string, Told[]>();

  constructor(books: Books) {
    this.books = books;
  }

  /** Whom something was told of since this was last asked. */
  get concerned(): Iterable<string> {
    return this.fresh.keys();
  }

  take(memberId: string): readonly Told[] {
    const told = this.fresh.get(memberId) ?? [];
    this.fresh.delete(memberId);
    return told;
  }

  /** A line names a member: what it says beside events is seen by looking. */
  concern(memberId: string): void {
    if (!this.fresh.has(memberId)) this.fresh.set(memberId, []);
  }

  /** An event that the engine has applied. */
  event(event: MemberEvent): void {
    switch (event.type) {
      case "joined":
        if (this.joined.has(event.memberId)) return;
        this.joined.add(event.memberId);
        this.tell(event.memberId, { kind: "joined" });
        return;
      case "order_changed":
        this.order(event.memberId, event.order, event.at);
        return;
      case "activity_done":
        this.tell(event.memberId, { kind: "did", activity: event.activity });
        return;
      default:
        return;
    }
  }

  transaction({ memberId, transfers }: Transaction): void {
    for (const { from, to, points, lotId } of transfers) {
      if (lotId === null || !EARNED_BY.test(lotId)) continue;
      if (from === "issued" || from === "written_off") this.tell(memberId, { kind: "earned", lotId, points });
      else if (to === "issued") this.tell(memberId, { kind: "earned", lotId, points: -points });
    }
  }

  private order(memberId: string, order: OrderState, at: Instant): void {
    const { paidAt, test, updatedAt } = order;
    const latest = this.books.members.get(memberId)?.awards.get(order.id)?.orderUpdatedAt ?? null;
    if (paidAt === null || test || (updatedAt !== null && latest !== null && updatedAt < latest)) return;
    const isPurchase = goodsOutcome(order, Math.max(at, paidAt))?.isPurchase === true;
    const known = this.purchases.get(order.id);
    if (known !== undefined) known.stands = isPurchase;
    else if (isPurchase) {
      this.purchases.set(order.id, { memberId, stands: true });
      this.tell(memberId, { kind: "purchase", order, paidAt });
    }
    for (const refund of order.refunds) {
      const name = nameOf(order, refund);
      if (this.refunds.has(name) || !isOfGoods(refund)) continue;
      this.refunds.add(name);
      this.tell(memberId, { kind: "refunded", refundId: refund.id, at: refund.at });
    }
  }

  /** An order as it was told before: telling it again brings nothing. */
  remember(memberId: string, order: OrderState): void {
    if (order.paidAt === null || order.test) return;
    for (const refund of order.refunds) if (isOfGoods(refund)) this.refunds.add(nameOf(order, refund));
    if (goodsOutcome(order)?.isPurchase === true) this.purchases.set(order.id, { memberId, stands: true });
  }

  /** What is to be known of a member beside the present states of their orders. */
  keep(memberId: string): KeptHearing {
    const purchases = [...this.purchases]
      .filter(([, told]) => told.memberId === memberId && !told.stands)
      .map(([orderId]) => orderId);
    return { joined: this.joined.has(memberId), purchases };
  }

  recall(memberId: string, { joined, purchases }: KeptHearing): void {
    if (joined) this.joined.add(memberId);
    for (const orderId of purchases)
      if (!this.purchases.has(orderId)) this.purchases.set(orderId, { memberId, stands: false });
  }

  cart(memberId: string, cart: Cart): void {
    const before = this.ownerOfCart.get(cart.id);
    if (before !== undefined && before !== memberId) this.carts.get(before)?.delete(cart.id);
    this.ownerOfCart.set(cart.id, memberId);
    const carts = this.carts.get(memberId) ?? new Map<string, Cart>();
    carts.set(cart.id, cart);
    this.carts.set(memberId, carts);
    this.concern(memberId);
  }

  /** An order came of a cart. */
  recover(cartId: string): void {
    this.recovered.add(cartId);
    const owner = this.ownerOfCart.get(cartId);
    if (owner !== undefined) this.concern(owner);
  }

  cartsOf(memberId: string): readonly Cart[] {
    return [...(this.carts.get(memberId)?.values() ?? [])];
  }

  isRecovered(cartId: string): boolean {
    return this.recovered.has(cartId);
  }

  /** A survey opened for a member, or was answered. It opens once. */
  survey(
    memberId: string,
    survey: string,
    { at, answered }: { readonly at: Instant; readonly answered: boolean },
  ): void {
    const surveys = this.surveys.get(memberId) ?? new Map<string, SurveyStand>();
    this.surveys.set(memberId, surveys);
    const known = surveys.get(survey) ?? { openedAt: null, answered: false };
    surveys.set(survey, {
      openedAt: answered ? known.openedAt : (known.openedAt ?? at),
      answered: known.answered || answered,
    });
    this.concern(memberId);
  }

  surveysOf(memberId: string): ReadonlyMap<string, SurveyStand> {
    return this.surveys.get(memberId) ?? NO_SURVEYS;
  }

  suppress(memberId: string, channel: string): void {
    this.suppressed.add(`${channel}\n${memberId}`);
  }

  isSuppressed(memberId: string, channel: Channel): boolean {
    return this.suppressed.has(`${channel}\n${memberId}`);
  }

  private tell(memberId: string, told: Told): void {
    const fresh = this.fresh.get(memberId);
    if (fresh === undefined) this.fresh.set(memberId, [told]);
    else fresh.push(told);
  }
}

export const keptHearing = z.object({
  joined: z.boolean(),
  /** Orders that were purchases once and are none now. */
  purchases: z.array(z.string()),
});

export type KeptHearing = z.output<typeof keptHearing>;

function nameOf({ id }: OrderState, refund: OrderRefund): string {
  return `${id}\n${refund.id}`;
}

const NO_SURVEYS: ReadonlyMap<string, SurveyStand> = new Map();

/** What gives back shipping alone returns nothing. */
function isOfGoods({ lines, amountMinor, shippingMinor }: OrderRefund): boolean {
  return lines.length > 0 || amountMinor > shippingMinor;
}
