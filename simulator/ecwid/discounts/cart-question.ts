import type { CouponView, Store } from "../records.ts";
import { amountOf } from "../wire.ts";

export interface CartLine {
  readonly productId: number;
  readonly name: string;
  readonly priceMinor: number;
  readonly quantity: number;
}

/** A cart on its way to its price. Whose it is, is what whoever asks for the price says. */
export interface AskedCart {
  readonly customerId: number | null;
  readonly email: string | null;
  readonly lines: readonly CartLine[];
  readonly couponMinor: number;
  readonly coupon: CouponView | null;
  readonly discountMinor: number;
  readonly lang: string;
}

/** The body that the app is sent, in the documented words. */
export function cartQuestion(store: Store, cart: AskedCart) {
  const money = (minor: number): number => amountOf(minor, store.currency);
  const customer = cart.customerId === null ? undefined : store.customers[String(cart.customerId)];
  const group = customer?.groupId == null ? undefined : store.groups[customer.groupId];
  return {
    storeId: Number(store.id),
    // All keys of the app's storage, those the front cannot see among them.
    merchantAppSettings: store.storage,
    cart: {
      subtotal: money(cart.lines.reduce((sum, line) => sum + line.priceMinor * line.quantity, 0)),
      ipAddress: null,
      couponDiscount: money(cart.couponMinor),
      paymentStatus: "INCOMPLETE",
      fulfillmentStatus: "NEW",
      orderComments: null,
      volumeDiscount: 0,
      membershipBasedDiscount: 0,
      totalAndMembershipBasedDiscount: 0,
      discount: money(cart.discountMinor),
      customerGroupId: group === undefined ? null : Number(group.id),
      customerGroup: group?.name ?? null,
      customerId: cart.customerId,
      customerEmail: cart.email,
      discountCoupon: cart.coupon,
      discountInfo: [],
      hidden: false,
      items: cart.lines.map(({ productId, name, priceMinor, quantity }) => ({
        ...{ weight: 0, price: money(priceMinor), amount: quantity, productId, name, categoryId: -1 },
        ...{ selectedOptions: [], productPrice: money(priceMinor), categoryIds: [], quantity: null },
      })),
      shippingAddress: null,
      currency: store.currency,
      paymentMethod: null,
      extraFields: {},
    },
    lang: cart.lang,
  };
}
