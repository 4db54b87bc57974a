import type { ControlParsed } from "../control-commands.ts";
import type { OrderAnswer } from "../control-answers.ts";
import { orderName } from "../bodies/order-body.ts";
import { toMinor, toText } from "../../shop/money.ts";
import { currentQuantity, totalsOf } from "../../shop/order-totals.ts";
import { automaticDiscountsFor } from "../../shop/segments.ts";
import { priceOrder } from "../../shop/price-order.ts";
import type { Order, Transaction } from "../../shop/records.ts";
import { Refusal } from "../../shop/refusal.ts";
import { announce, announceOrder, announceRefund, findOrder, touch, type Stage } from "./announce.ts";
import { refundRecord } from "./refund-order.ts";

export function placeOrder(stage: Stage, wish: ControlParsed<"placeOrder">): OrderAnswer {
  const { world } = stage;
  const shop = world.shop(wish.shop);
  const at = wish.at ?? world.now();
  const customer = wish.customerId === null ? null : shop.customers[wish.customerId];
  if (customer === undefined) throw new Refusal(`There is no customer ${wish.customerId ?? ""}`);
  const taxesIncluded = wish.taxesIncluded ?? shop.taxesIncluded;
  const shippingMinor = toMinor(wish.shipping, shop.currency);
  const priced = priceOrder(world, shop, {
    ...wish,
    automatic: automaticDiscountsFor(shop, wish.customerId),
    shippingMinor,
    taxesIncluded,
  });
  const number = shop.nextOrderNumber;
  shop.nextOrderNumber += 1;
  const order: Order = {
    id: world.newId(),
    number,
    customerId: wish.customerId,
    email: customer?.email ?? wish.email,
    currency: shop.currency,
    presentmentCurrency: wish.presentmentCurrency ?? shop.currency,
    presentmentRate: wish.presentmentRate,
    taxesIncluded,
    taxPercent: shop.taxPercent,
    test: wish.test,
    sourceName: wish.sourceName,
    gateway: wish.gateway,
    tags: wish.tags,
    createdAt: at,
    updatedAt: at,
    paidAt: null,
    cancelledAt: null,
    cancelReason: null,
    fulfilledAt: null,
    edited: false,
    lines: priced.lines,
    shippingLines: priced.shippingLines,
    applications: priced.applications,
    discountCodes: priced.used.map((one) => one.code),
    tipMinor: toMinor(wish.tip, shop.currency),
    dutiesMinor: toMinor(wish.duties, shop.currency),
    paidByGiftCardMinor: toMinor(wish.paidByGiftCard, shop.currency),
    transactions: [],
    refunds: [],
  };
  shop.orders[order.id] = order;
  for (const { discount, code } of priced.used) {
    const redeem = discount.codes.find((one) => one.code.toLowerCase() === code.toLowerCase());
    if (redeem !== undefined) redeem.used += 1;
    if (wish.customerId !== null) discount.usedBy.push(wish.customerId);
  }
  if (wish.paid) settlePayment(stage, order, at);
  announceOrder(stage, shop, order, {
    occasion: wish,
    topics: wish.paid
      ? ["orders/create", "orders/paid", "orders/updated"]
      : ["orders/create", "orders/updated"],
  });
  return answerOf(order);
}

function settlePayment(stage: Stage, order: Order, at: number): void {
  const { total } = totalsOf(order);
  const pay = (gateway: string, amountMinor: number): void => {
    const sale: Transaction = {
      id: stage.world.newId(),
      kind: "sale",
      gateway,
      amountMinor,
      at,
      parentId: null,
    };
    order.transactions.push(sale);
  };
  const byCard = Math.min(order.paidByGiftCardMinor, total);
  if (byCard > 0) pay("gift_card", byCard);
  if (total - byCard > 0 || byCard === 0) pay(order.gateway, total - byCard);
  order.paidAt = at;
}

export function answerOf(order: Order): OrderAnswer {
  return {
    orderId: order.id,
    name: orderName(order),
    total: toText(totalsOf(order).total, order.currency),
    lineIds: order.lines.map((line) => line.id),
  };
}

export function payOrder(stage: Stage, wish: ControlParsed<"payOrder">): void {
  const shop = stage.world.shop(wish.shop);
  const order = findOrder(shop, wish.orderId);
  if (order.paidAt !== null) throw new Refusal(`${orderName(order)} is paid already`);
  const at = wish.at ?? stage.world.now();
  settlePayment(stage, order, at);
  touch(order, at);
  announceOrder(stage, shop, order, { occasion: wish, topics: ["orders/paid", "orders/updated"] });
}

export function fulfilOrder(stage: Stage, wish: ControlParsed<"fulfilOrder">): void {
  const shop = stage.world.shop(wish.shop);
  const order = findOrder(shop, wish.orderId);
  const at = wish.at ?? stage.world.now();
  order.fulfilledAt = at;
  for (const line of order.lines) line.fulfilled = true;
  touch(order, at);
  announceOrder(stage, shop, order, { occasion: wish, topics: ["orders/fulfilled", "orders/updated"] });
}

/** Cancelling a paid order gives everything back in one refund, unless the merchant ticks that off. */
export function cancelOrder(stage: Stage, wish: ControlParsed<"cancelOrder">): void {
  const shop = stage.world.shop(wish.shop);
  const order = findOrder(shop, wish.orderId);
  if (order.cancelledAt !== null) throw new Refusal(`${orderName(order)} is cancelled already`);
  const at = wish.at ?? stage.world.now();
  order.cancelledAt = at;
  order.cancelReason = wish.reason;
  const lines = order.lines
    .map((line) => ({ lineId: line.id, quantity: currentQuantity(order, line) }))
    .filter((line) => line.quantity > 0);
  const paysBack = wish.refund && order.paidAt !== null;
  const refund = refundRecord(stage.world, order, {
    lines,
    shippingMinor: paysBack ? totalsOf(order).currentShipping : 0,
    amountMinor: paysBack ? null : 0,
    restock: "cancel",
    at,
  });
  order.refunds.push(refund);
  touch(order, at);
  announceRefund(stage, shop, order, { occasion: wish, topics: ["orders/cancelled", "orders/updated"] });
}

export function deleteOrder(stage: Stage, wish: ControlParsed<"deleteOrder">): void {
  const shop = stage.world.shop(wish.shop);
  const order = findOrder(shop, wish.orderId);
  if (order.cancelledAt === null && !order.test)
    throw new Refusal("Only cancelled or test orders can be deleted");
  Reflect.deleteProperty(shop.orders, order.id);
  announce(stage, shop, wish, [["orders/delete", { id: BigInt(order.id) }]]);
}
