import type { Instant } from "#app/domain/calendar.ts";
import type { CustomerFact, OrderLine, OrderRefund, OrderState, ShopFact } from "#app/domain/event.ts";
import { currencyDigits } from "#app/domain/money.ts";
import { lineTitle } from "../../line-title.ts";
import { ANOTHER_PROGRAM } from "#app/domain/shop-words.ts";
import { parseBody } from "../../parse-body.ts";
import type { ShopSettings, Translation } from "../../platform.ts";
import { consentRecord } from "./consent-record.ts";
import { orderBody } from "./order-body.ts";
import type { OrderBody, OrderItem } from "./order-body.ts";

const PAID: ReadonlySet<string> = new Set(["PAID", "PARTIALLY_REFUNDED", "REFUNDED"]);
const HANDED_OVER: ReadonlySet<string> = new Set(["SHIPPED", "DELIVERED"]);

/**
 * An order as Ecwid's REST API tells it, as a fact. Pure: no network, no clock, no decision. Ecwid
 * names no currency on an order: it is the shop's.
 */
export function translateEcwidOrder(
  body: string,
  context: ShopSettings & { readonly at: Instant },
): Translation {
  const digits = currencyDigits(context.currency);
  if (digits === null) return { ok: false, reason: "the shop's currency is not one we know" };
  const parsed = orderBody(digits).safeParse(parseBody(body));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return {
      ok: false,
      reason: issue === undefined ? "no order" : `${issue.path.join(".")}: ${issue.message}`,
    };
  }
  const order = parsed.data;
  const customer = customerOf(order);
  const fact = {
    type: "order",
    at: context.at,
    customer,
    order: orderState(order, context),
  } as const;
  const told = whatToReview(order).map((reason) => ({ type: "nothing", at: context.at, reason }) as const);
  return { ok: true, facts: [fact, ...agreedIn(order), ...told] };
}

/** Who leaves the box of a checkout as it is takes nothing back: an order tells of a yes alone. */
function agreedIn({ customerId, acceptMarketing, createDate }: OrderBody): ShopFact[] {
  const isTold = acceptMarketing === true && customerId !== undefined && customerId !== null;
  return isTold ? [consentRecord(customerId, true, { at: createDate })] : [];
}

/** What a person has to look at, because the order does not say enough. */
function whatToReview(order: OrderBody): string[] {
  const isUntold = order.refunds.length === 0 && order.refundedAmount === 0;
  const reasons: string[] = [];
  if (order.paymentStatus === "PARTIALLY_REFUNDED" && isUntold) {
    reasons.push("the order is partly refunded and does not say how much: points were left as they are");
  }
  if (order.loyalty?.customerEnabled === true) {
    reasons.push(ANOTHER_PROGRAM);
  }
  return reasons;
}

/** Ecwid makes an account of every address typed at its checkout, so an address here proves nothing. */
function customerOf(order: OrderBody): CustomerFact | null {
  const id = order.customerId ?? null;
  const email = order.email === undefined || order.email === "" ? null : order.email;
  if (id === null && email === null) return null;
  return { id, email, emailProven: false, tags: null, birthday: null, firstName: null, lastName: null };
}

/**
 * Ecwid tells no instant of payment; the order's own is the one that no late or repeated look
 * changes. `updateDate` moves with every change, which is right for what the change itself dates.
 */
function orderState(order: OrderBody, { currency, ownStatuses }: ShopSettings): OrderState {
  const changedAt = order.updateDate ?? order.createDate;
  const { lines, orderDiscountMinor } = discountedLines(order);
  const { paymentStatus, fulfillmentStatus } = order;
  const isPaid = PAID.has(paymentStatus) || ownStatuses?.paid.includes(paymentStatus) === true;
  const isHandedOver =
    typeof fulfillmentStatus === "string" &&
    (HANDED_OVER.has(fulfillmentStatus) || ownStatuses?.handedOver.includes(fulfillmentStatus) === true);
  return {
    id: order.id,
    name: order.id,
    currency,
    placedAt: order.createDate,
    paidAt: isPaid ? order.createDate : null,
    fulfilledAt: isHandedOver ? changedAt : null,
    cancelledAt: order.paymentStatus === "CANCELLED" ? changedAt : null,
    updatedAt: order.updateDate ?? null,
    test: false,
    taxesIncluded: order.pricesIncludeTax,
    channel: "online",
    paymentMethods: order.paymentMethod ? [order.paymentMethod] : [],
    lines,
    orderDiscountMinor,
    shippingMinor: shippingOf(order),
    shippingTaxMinor: order.taxesOnShipping.reduce((sum, tax) => sum + tax.total, 0),
    paidByGiftCardMinor: order.giftCardRedemption,
    discountCodes: order.discountCoupon?.code ? [order.discountCoupon.code] : [],
    refunds: refundsOf(order, changedAt),
  };
}

/** A coupon for shipping takes nothing off the goods. */
function isForShipping(order: OrderBody): boolean {
  return order.discountCoupon?.discountType === "SHIPPING";
}

function shippingOf(order: OrderBody): number {
  const rate = order.shippingOption?.shippingRate ?? NOTHING;
  return isForShipping(order) ? Math.max(rate - order.couponDiscount, NOTHING) : rate;
}

/** An order that is picked up has no shipping option, and none is charged. */
const NOTHING = 0;

/**
 * `discount` is without `couponDiscount`. Where the items say exactly whose each is, it is theirs;
 * else it is left to the engine to spread over the order.
 */
function discountedLines(order: OrderBody): { lines: OrderLine[]; orderDiscountMinor: number } {
  const couponOf = (item: OrderItem) => item.couponAmount;
  const discountOf = (item: OrderItem) => item.discounts.reduce((sum, discount) => sum + discount.total, 0);
  const couponIsAllocated = isAllocated(order.items, couponOf, order.couponDiscount);
  const discountIsAllocated = isAllocated(order.items, discountOf, order.discount);
  const lines = order.items.map((item) =>
    orderLine(item, (couponIsAllocated ? couponOf(item) : 0) + (discountIsAllocated ? discountOf(item) : 0)),
  );
  const goods = lines.reduce(
    (sum, line) => sum + line.unitPriceMinor * line.quantity - line.discountMinor,
    0,
  );
  const couponOpen = couponIsAllocated || isForShipping(order) ? 0 : order.couponDiscount;
  const open = couponOpen + (discountIsAllocated ? 0 : order.discount);
  // A discount may also cover shipping, which is none of the goods' business.
  return { lines, orderDiscountMinor: Math.min(open, goods) };
}

function isAllocated(
  items: readonly OrderItem[],
  partOf: (item: OrderItem) => number,
  total: number,
): boolean {
  return (
    items.reduce((sum, item) => sum + partOf(item), 0) === total &&
    items.every((item) => partOf(item) <= item.price * item.quantity)
  );
}

function orderLine(item: OrderItem, discountMinor: number): OrderLine {
  return {
    id: item.id,
    product: item.productId ?? null,
    variant: item.combinationId ?? null,
    quantity: item.quantity,
    unitPriceMinor: item.price,
    discountMinor,
    taxMinor: item.tax,
    giftCard: item.giftCard,
    ...lineTitle(item.productId, item.name),
    tags: [],
    collections: [],
    vendor: "",
    kind: "",
  };
}

/**
 * Ecwid's refunds are amounts without goods. REFUNDED means all of it, also where no amount is told
 * (a merchant may set it by hand). PARTIALLY_REFUNDED without an amount cannot be known and changes nothing.
 */
function refundsOf(order: OrderBody, changedAt: Instant): OrderRefund[] {
  if (order.paymentStatus === "REFUNDED") {
    const lines = order.items.map((item) => ({ line: item.id, quantity: item.quantity, amountMinor: null }));
    const shippingMinor = order.shippingOption?.shippingRate ?? NOTHING;
    return [{ id: "refunded", at: changedAt, amountMinor: order.total, lines, shippingMinor }];
  }
  const amounts = order.refunds.length > 0 ? order.refunds : [{ date: null, amount: order.refundedAmount }];
  return amounts
    .filter((refund) => refund.amount > 0)
    .map((refund, index) => ({
      id: `${refund.date ?? "refund"}#${index + 1}`,
      at: changedAt,
      amountMinor: refund.amount,
      lines: [],
      shippingMinor: 0,
    }));
}
