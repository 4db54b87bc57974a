import { shareOfUnits } from "../shop/order-totals.ts";
import type { OrderLine } from "../shop/records.ts";
import type { Order, Store } from "./records.ts";
import { amountOf, dateText } from "./wire.ts";

export interface Totals {
  readonly subtotal: number;
  readonly tax: number;
  readonly total: number;
}

/** subtotal − discount − couponDiscount + shipping + tax = total, the tax only where prices are without it. */
export function totalsOf(order: Order): Totals {
  const subtotal = order.lines.reduce((sum, line) => sum + line.priceMinor * line.quantity, 0);
  const tax = order.lines.reduce((sum, line) => sum + line.taxMinor, 0) + order.shippingTaxMinor;
  const onTop = order.pricesIncludeTax ? 0 : tax;
  const total = subtotal - order.discountMinor - order.couponMinor + order.shippingMinor + onTop;
  return { subtotal, tax, total };
}

export function refundedOf(order: Order): number {
  return order.refunds.reduce((sum, one) => sum + one.amountMinor, 0);
}

/** An order with the field names of REST v3. */
export function orderView(order: Order, store: Store): Readonly<Record<string, unknown>> {
  const money = (minor: number): number => amountOf(minor, store.currency);
  const { subtotal, tax, total } = totalsOf(order);
  const customer = order.customerId === null ? undefined : store.customers[order.customerId];
  return {
    id: order.id,
    internalId: Number(order.internalId),
    orderNumber: Number(order.internalId),
    vendorOrderNumber: order.id,
    publicUid: order.id,
    email: order.email,
    ...(order.customerId === null ? {} : { customerId: Number(order.customerId) }),
    acceptMarketing: order.acceptMarketing ?? null,
    ...(customer?.groupId == null ? {} : { customerGroupId: Number(customer.groupId) }),
    paymentMethod: order.paymentMethod,
    paymentStatus: order.paymentStatus,
    fulfillmentStatus: order.fulfillmentStatus,
    subtotal: money(subtotal),
    total: money(total - order.giftCardMinor),
    totalBeforeGiftCardRedemption: money(total),
    giftCardRedemption: money(order.giftCardMinor),
    giftCardDoubleSpending: false,
    tax: money(tax),
    couponDiscount: money(order.couponMinor),
    discount: money(order.discountMinor),
    volumeDiscount: 0,
    membershipBasedDiscount: 0,
    totalAndMembershipBasedDiscount: 0,
    customDiscount: [],
    customSurcharges: [],
    // What the dollar costs is nobody's business here, and it is a float of many digits.
    usdTotal: (total / 100) * 1.1067309160854485,
    refundedAmount: order.tellsRefunds ? money(refundedOf(order)) : 0,
    refunds: order.tellsRefunds
      ? order.refunds.map(({ at, reason, amountMinor }) => ({
          date: dateText(at),
          source: "CP",
          reason,
          amount: money(amountMinor),
        }))
      : [],
    createDate: dateText(order.createdAt),
    updateDate: dateText(order.updatedAt),
    createTimestamp: Math.floor(order.createdAt / 1000),
    updateTimestamp: Math.floor(order.updatedAt / 1000),
    pricesIncludeTax: order.pricesIncludeTax,
    shippingOption: {
      shippingMethodName: "Standard",
      shippingRate: money(order.shippingMinor),
      isPickup: false,
      fulfillmentType: "SHIPPING",
    },
    taxesOnShipping: order.shippingTaxMinor === 0 ? [] : [taxView(order.shippingTaxMinor, store)],
    ...(order.coupon === null ? {} : { discountCoupon: order.coupon }),
    discountInfo: [],
    items: order.lines.map((line) => itemView(line, store)),
    extraFields: {},
    ...(order.lightspeedLoyalty ? { loyalty: { customerEnabled: true, earned: 4, balance: 20 } } : {}),
  };
}

function taxView(minor: number, store: Store) {
  return { name: "VAT", value: Number(store.taxPercent), total: amountOf(minor, store.currency) };
}

function itemView(line: OrderLine, store: Store): Readonly<Record<string, unknown>> {
  const money = (minor: number): number => amountOf(minor, store.currency);
  const coupon = line.allocations.filter(({ application }) => application === COUPON);
  const couponMinor = coupon.reduce((sum, one) => sum + one.amountMinor, 0);
  const other = line.allocations.filter(({ application }) => application !== COUPON);
  return {
    id: Number(line.id),
    ...(line.productId === null ? {} : { productId: Number(line.productId) }),
    categoryId: 0,
    price: money(line.priceMinor),
    productPrice: money(line.priceMinor),
    sku: line.sku ?? "",
    quantity: line.quantity,
    name: line.title,
    tax: money(line.taxMinor),
    shipping: 0,
    couponApplied: couponMinor > 0,
    ...(couponMinor > 0 ? { couponAmount: money(couponMinor) } : {}),
    discounts: other.map(({ amountMinor }) => ({
      discountInfo: { value: money(amountMinor), type: "ABS", base: "ITEM" },
      total: money(shareOfUnits(amountMinor, 1, 0, 1)),
    })),
    discountsAllowed: true,
    taxable: line.taxable,
    giftCard: line.giftCard,
    isShippingRequired: true,
    attributes: [],
    selectedOptions: [],
  };
}

/** Which of a line's allocations the coupon made: pricing applies it after the line's own discount. */
export const COUPON = -1;
