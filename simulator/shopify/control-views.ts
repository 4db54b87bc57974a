import { writeWire } from "./bodies/wire.ts";
import { orderBody } from "./bodies/order-body.ts";
import { answerOf } from "./actions/orders.ts";
import type { CustomerAnswer, DiscountAnswer, OrderDetailAnswer, ShopAnswer } from "./control-answers.ts";
import { statusOf } from "../shop/discount-rules.ts";
import { toText } from "../shop/money.ts";
import { currentQuantity, financialStatus } from "../shop/order-totals.ts";
import type { Shop } from "../shop/records.ts";
import { gid, type World } from "./world.ts";

export function shopAnswer(shop: Shop): ShopAnswer {
  return {
    domain: shop.domain,
    shopId: shop.id,
    installed: shop.installed,
    scopes: shop.scopes,
    customers: Object.keys(shop.customers).length,
    orders: Object.keys(shop.orders).length,
    products: Object.values(shop.products).map((one) => ({
      productId: one.id,
      variantIds: one.variants.map((variant) => variant.id),
      title: one.title,
      price: toText(one.variants[0]?.priceMinor ?? 0, shop.currency),
    })),
    giftCards: Object.values(shop.giftCards).map((one) => ({
      code: one.code,
      balance: toText(one.balanceMinor, shop.currency),
      customerId: one.customerId,
    })),
  };
}

export function customerAnswer(world: World, shop: Shop, customerId: string): CustomerAnswer | null {
  const customer = shop.customers[customerId];
  if (customer === undefined) return null;
  const own = Object.values(shop.metafields).filter((one) => one.ownerId === gid("Customer", customerId));
  const accounts = Object.values(shop.storeCredit).filter((one) => one.customerId === customerId);
  const shortNamespace = (namespace: string): string =>
    namespace
      .replace(`app--${world.settings.appId}--`, "$app:")
      .replace(`app--${world.settings.appId}`, "$app");
  return {
    customerId,
    email: customer.email,
    firstName: customer.firstName,
    lastName: customer.lastName,
    tags: customer.tags,
    metafields: Object.fromEntries(
      own.map((one) => [`${shortNamespace(one.namespace)}.${one.key}`, one.value]),
    ),
    storeCredit: Object.fromEntries(
      accounts.map((one) => [one.currency, toText(one.balanceMinor, one.currency)]),
    ),
    orderIds: Object.values(shop.orders).flatMap((one) => (one.customerId === customerId ? [one.id] : [])),
  };
}

export function orderAnswer(shop: Shop, orderId: string): OrderDetailAnswer | null {
  const order = shop.orders[orderId];
  if (order === undefined) return null;
  return {
    ...answerOf(order),
    customerId: order.customerId,
    cancelledAt: order.cancelledAt,
    financialStatus: financialStatus(order),
    discountCodes: order.discountCodes,
    refundIds: order.refunds.map((refund) => refund.id),
    lines: order.lines.map((line) => ({
      lineId: line.id,
      title: line.title,
      quantity: line.quantity,
      refundable: currentQuantity(order, line),
      price: toText(line.priceMinor, order.currency),
    })),
    body: writeWire(orderBody(shop, order)),
  };
}

export function discountAnswers(shop: Shop, now: number): readonly DiscountAnswer[] {
  return Object.values(shop.discounts).map((one) => ({
    discountId: one.id,
    title: one.title,
    kind: one.kind,
    active: statusOf(one, now) === "ACTIVE",
    codes: one.codes.map(({ code, used }) => ({ code, used })),
    input: one.input,
  }));
}
