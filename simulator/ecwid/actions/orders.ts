import { toMinor } from "../../shop/money.ts";
import { priceOrder, taxOn } from "../../shop/price-order.ts";
import { Refusal } from "../../shop/refusal.ts";
import type { OrderLine } from "../../shop/records.ts";
import type { ControlParsed } from "../control-commands.ts";
import { promotionsFor } from "../api/promotions.ts";
import { couponByCode, discountOf, statusOf, viewOf } from "../coupon-rules.ts";
import type { Fake } from "../fake.ts";
import { COUPON, refundedOf, totalsOf } from "../order-view.ts";
import type { Coupon, Customer, Order, Store } from "../records.ts";
import { amountOf } from "../wire.ts";
import { announce } from "../webhooks/announce.ts";
import type { World } from "../world.ts";
import { addCustomer, changeCustomer, customerByEmail, findCustomer } from "./customers.ts";

export interface OrderAnswer {
  readonly orderId: string;
  readonly internalId: string;
  readonly customerId: string | null;
  readonly total: string;
  readonly couponDiscount: string;
  readonly paymentStatus: string;
  readonly lineIds: readonly string[];
}

export function findOrder(store: Store, id: string): Order {
  const order = store.orders[id];
  if (order === undefined) throw new Refusal(`There is no order ${id}`);
  return order;
}

export function orderAnswer(order: Order, store: Store): OrderAnswer {
  return {
    orderId: order.id,
    internalId: order.internalId,
    customerId: order.customerId,
    total: String(amountOf(totalsOf(order).total, store.currency)),
    couponDiscount: String(amountOf(order.couponMinor, store.currency)),
    paymentStatus: order.paymentStatus,
    lineIds: order.lines.map((line) => line.id),
  };
}

const LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

/** Five letters and digits of which no two orders have the same: "K8XTQ" is read, not counted. */
function publicId(number: bigint): string {
  const alphabet = `${LETTERS}23456789`;
  const size = BigInt(alphabet.length);
  let left = (number * 7919n) % size ** 6n;
  let text = "";
  for (let place = 0; place < 6; place += 1) {
    text += alphabet[Number(left % size)] ?? "A";
    left /= size;
  }
  return text;
}

/** A shopper (or a guest by address) checks out. `appOffMinor`: what the app itself takes off the cart. */
export function placeOrder(fake: Fake, wish: ControlParsed<"placeOrder">, appOffMinor = 0): OrderAnswer {
  const { world } = fake;
  const store = world.store(wish.store);
  const at = wish.at ?? world.now();
  const coupon = wish.coupon === null ? null : usableCoupon(world, store, wish.coupon);
  const customer =
    wish.customerId === null
      ? customerOfAddress(fake, store, wish, at)
      : findCustomer(store, wish.customerId);
  const shippingMinor = toMinor(wish.shipping, store.currency);
  const priced = priceOrder(
    world,
    {
      currency: store.currency,
      taxPercent: store.taxPercent,
      products: store.products,
      discounts: coupon === null ? {} : { [coupon.id]: discountOf(coupon, store.currency) },
    },
    {
      customerId: customer?.id ?? null,
      lines: wish.lines,
      discountCodes: coupon === null ? [] : [coupon.code],
      automatic: promotionsFor(store, customer, at),
      shippingMinor,
      taxesIncluded: store.taxesIncluded,
    },
  );
  const isCoupon = (index: number): boolean => priced.applications[index]?.type === "discount_code";
  const lines = priced.lines.map((line) => withCoupon(line, isCoupon));
  const shippingOff = priced.shippingLines.flatMap((line) => line.allocations);
  const offs = [
    ...lines.flatMap((line) => line.allocations),
    ...shippingOff.map((one) => ({ ...one, application: COUPON })),
  ];
  const sum = (of: boolean): number =>
    offs
      .filter((one) => (one.application === COUPON) === of)
      .reduce((total, one) => total + one.amountMinor, 0);
  const internalId = world.newId();
  const order: Order = {
    id: publicId(BigInt(internalId)),
    internalId,
    customerId: customer?.id ?? null,
    email: customer?.email ?? wish.email,
    createdAt: at,
    updatedAt: at,
    paymentStatus: wish.paymentStatus,
    fulfillmentStatus: "AWAITING_PROCESSING",
    paymentMethod: wish.paymentMethod,
    lines,
    pricesIncludeTax: store.taxesIncluded,
    shippingMinor,
    shippingTaxMinor: taxOn(shippingMinor, store.taxPercent, store.taxesIncluded),
    couponMinor: sum(true),
    coupon: coupon === null ? null : viewOf(coupon, at),
    discountMinor: sum(false) + appOffMinor,
    giftCardMinor: toMinor(wish.paidByGiftCard, store.currency),
    refunds: [],
    tellsRefunds: wish.tellsRefunds,
    lightspeedLoyalty: wish.lightspeedLoyalty,
    acceptMarketing: wish.acceptMarketing,
  };
  store.orders[order.id] = order;
  if (customer !== null && wish.acceptMarketing) agree(fake, store, customer, { at, deliver: wish.deliver });
  if (coupon !== null) useCoupon(coupon, order);
  world.changed();
  if (wish.deliver) tellCreated(fake, store, order);
  return orderAnswer(order, store);
}

function agree(
  fake: Fake,
  store: Store,
  customer: Customer,
  told: { readonly at: number; readonly deliver: boolean },
): void {
  if (customer.acceptMarketing === true) return;
  changeCustomer(fake, store, customer.id, { said: { acceptMarketing: true }, told });
}

function tellCreated(fake: Fake, store: Store, order: Order): void {
  announce(fake, store, {
    type: "order.created",
    entityId: order.internalId,
    data: {
      orderId: order.id,
      newPaymentStatus: order.paymentStatus,
      newFulfillmentStatus: order.fulfillmentStatus,
    },
    at: order.createdAt,
  });
}

function usableCoupon(world: World, store: Store, code: string): Coupon {
  const coupon = couponByCode(store, code);
  if (coupon === null || statusOf(coupon, world.now()) !== "ACTIVE") {
    throw new Refusal(`The coupon ${code} is not valid`);
  }
  return coupon;
}

function useCoupon(coupon: Coupon, order: Order): void {
  coupon.orderCount += 1;
  if (order.customerId !== null) coupon.usedBy.push(order.customerId);
}

/** Most stores make an account of every address typed at checkout. */
function customerOfAddress(fake: Fake, store: Store, wish: ControlParsed<"placeOrder">, at: number) {
  if (wish.email === "") return null;
  const known = customerByEmail(store, wish.email);
  if (known !== null) return known;
  if (!store.accountsFromCheckout) return null;
  const said = { email: wish.email, name: "", acceptMarketing: wish.acceptMarketing };
  return addCustomer(fake, store, said, { at, deliver: wish.deliver });
}

function withCoupon(line: OrderLine, isCoupon: (index: number) => boolean): OrderLine {
  const allocations = line.allocations.map((one) =>
    isCoupon(one.application) ? { ...one, application: COUPON } : one,
  );
  return { ...line, allocations };
}

export function setOrderStatus(fake: Fake, wish: ControlParsed<"setOrderStatus">): void {
  const store = fake.world.store(wish.store);
  const order = findOrder(store, wish.orderId);
  changeOrder(fake, store, order, {
    wish,
    change: () => {
      if (wish.paymentStatus !== undefined) order.paymentStatus = wish.paymentStatus;
      if (wish.fulfillmentStatus !== undefined) order.fulfillmentStatus = wish.fulfillmentStatus;
    },
  });
}

/** Refunds at Ecwid are amounts and name no goods. */
export function refundOrder(fake: Fake, wish: ControlParsed<"refundOrder">): void {
  const store = fake.world.store(wish.store);
  const order = findOrder(store, wish.orderId);
  const amountMinor = toMinor(wish.amount, store.currency);
  const { total } = totalsOf(order);
  if (refundedOf(order) + amountMinor > total) throw new Refusal("More than was paid cannot be refunded");
  changeOrder(fake, store, order, {
    wish,
    change: (at) => {
      order.refunds.push({ at, reason: "", amountMinor });
      if (wish.keepStatus) return;
      order.paymentStatus = refundedOf(order) === total ? "REFUNDED" : "PARTIALLY_REFUNDED";
    },
  });
}

export function deleteOrder(fake: Fake, wish: ControlParsed<"deleteOrder">): void {
  const { world } = fake;
  const store = world.store(wish.store);
  const order = findOrder(store, wish.orderId);
  const at = wish.at ?? world.now();
  Reflect.deleteProperty(store.orders, order.id);
  store.deletedOrders.push({ id: order.id, at });
  world.changed();
  if (!wish.deliver) return;
  const data = { orderId: order.id };
  announce(fake, store, { type: "order.deleted", entityId: order.internalId, data, at });
}

function changeOrder(
  fake: Fake,
  store: Store,
  order: Order,
  {
    wish,
    change,
  }: {
    readonly wish: { readonly at?: number | undefined; readonly deliver: boolean };
    readonly change: (at: number) => void;
  },
): void {
  const at = wish.at ?? fake.world.now();
  const { paymentStatus, fulfillmentStatus } = order;
  change(at);
  order.updatedAt = Math.max(at, order.updatedAt);
  fake.world.changed();
  if (!wish.deliver) return;
  announce(fake, store, {
    type: "order.updated",
    entityId: order.internalId,
    data: {
      orderId: order.id,
      oldPaymentStatus: paymentStatus,
      newPaymentStatus: order.paymentStatus,
      oldFulfillmentStatus: fulfillmentStatus,
      newFulfillmentStatus: order.fulfillmentStatus,
    },
    at,
  });
}
