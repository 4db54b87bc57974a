import type { Collection, OrderLine, Product } from "../shop/records.ts";

/** The state of the fake, all of it plain JSON so that it can be kept in a file. Money is minor units. */

export interface Customer {
  readonly id: string;
  email: string;
  name: string;
  groupId: string | null;
  acceptMarketing: boolean | null;
  readonly registeredAt: number;
  updatedAt: number;
  /** Values by the key of a field; absent in worlds kept from before there were any. */
  extraFields?: Readonly<Record<string, string>>;
}

export const EXTRA_FIELD_TYPES = ["TEXT", "DATETIME"] as const;

/** A field of the merchant's own on every customer. */
export interface ExtraField {
  readonly key: string;
  readonly title: string;
  readonly type: (typeof EXTRA_FIELD_TYPES)[number];
  readonly shownOnOrderDetails: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface Group {
  readonly id: string;
  name: string;
}

export const PAYMENT_STATUSES = [
  "AWAITING_PAYMENT",
  "PAID",
  "CANCELLED",
  "REFUNDED",
  "PARTIALLY_REFUNDED",
  "INCOMPLETE",
  "CUSTOM_PAYMENT_STATUS_1",
  "CUSTOM_PAYMENT_STATUS_2",
  "CUSTOM_PAYMENT_STATUS_3",
] as const;

export const FULFILMENT_STATUSES = [
  "AWAITING_PROCESSING",
  "PROCESSING",
  "SHIPPED",
  "DELIVERED",
  "WILL_NOT_DELIVER",
  "RETURNED",
  "READY_FOR_PICKUP",
  "OUT_FOR_DELIVERY",
  "CUSTOM_FULFILLMENT_STATUS_1",
  "CUSTOM_FULFILLMENT_STATUS_2",
  "CUSTOM_FULFILLMENT_STATUS_3",
] as const;

export interface Order {
  /** "K8XTQ": what people and the API call it. */
  readonly id: string;
  readonly internalId: string;
  customerId: string | null;
  email: string;
  readonly createdAt: number;
  updatedAt: number;
  paymentStatus: (typeof PAYMENT_STATUSES)[number];
  fulfillmentStatus: (typeof FULFILMENT_STATUSES)[number];
  readonly paymentMethod: string;
  readonly lines: OrderLine[];
  readonly pricesIncludeTax: boolean;
  readonly shippingMinor: number;
  readonly shippingTaxMinor: number;
  /** What the coupon takes off goods and shipping. */
  readonly couponMinor: number;
  readonly coupon: CouponView | null;
  /** What other discounts take off. */
  readonly discountMinor: number;
  readonly giftCardMinor: number;
  readonly refunds: { readonly at: number; readonly reason: string; readonly amountMinor: number }[];
  /** Some gateways never fill `refundedAmount`. */
  tellsRefunds: boolean;
  /** Lightspeed's own programme is at work on this order. */
  readonly lightspeedLoyalty: boolean;
  /** Absent in worlds kept from before it was known. */
  readonly acceptMarketing?: boolean;
}

export type CouponType = "ABS" | "PERCENT" | "SHIPPING" | "ABS_AND_SHIPPING" | "PERCENT_AND_SHIPPING";

/** A coupon as the API writes it into orders. */
export interface CouponView {
  readonly id: number;
  readonly name: string;
  readonly code: string;
  readonly discountType: CouponType;
  readonly status: "ACTIVE" | "PAUSED" | "EXPIRED" | "USEDUP";
  readonly discount: number;
  readonly launchDate: string;
  readonly expirationDate?: string;
  readonly totalLimit?: number;
  readonly usesLimit: "UNLIMITED" | "ONCEPERCUSTOMER" | "SINGLE";
  readonly repeatCustomerOnly: boolean;
  readonly applicationLimit: "UNLIMITED" | "NEW_CUSTOMER_ONLY" | "REPEAT_CUSTOMER_ONLY";
  readonly creationDate: string;
  readonly updateDate: string;
  readonly orderCount: number;
  readonly catalogLimit?: { readonly products: readonly number[]; readonly categories: readonly number[] };
}

export interface Coupon {
  readonly id: string;
  name: string;
  readonly code: string;
  readonly discountType: CouponType;
  paused: boolean;
  discount: number;
  readonly launchAt: number;
  expiresAt: number | null;
  totalLimit: number | null;
  readonly usesLimit: CouponView["usesLimit"];
  readonly applicationLimit: CouponView["applicationLimit"];
  readonly catalogLimit: { readonly products: string[]; readonly categories: string[] } | null;
  readonly createdAt: number;
  updatedAt: number;
  orderCount: number;
  readonly usedBy: string[];
}

/** An automatic discount, in the words of the API. */
export interface Promotion {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly discountBase: "SUBTOTAL" | "SHIPPING";
  readonly discountType: "PERCENT";
  readonly amount: number;
  readonly triggers: { readonly customerGroups: readonly number[]; readonly subtotal?: number | undefined };
  readonly externalReferenceId: string;
}

export interface Store {
  readonly id: string;
  name: string;
  readonly currency: string;
  readonly timezone: string;
  readonly language: string;
  readonly taxPercent: string;
  readonly taxesIncluded: boolean;
  readonly createdAt: number;
  /** Ecwid makes an account of every address at checkout, but not in Germany. */
  accountsFromCheckout: boolean;
  installed: boolean;
  scopes: string[];
  /** What the merchant's plan has: without "API" every call answers 402. */
  features: string[];
  suspended: boolean;
  requestsPerMinute: number;
  /** How event names are written, and ids of entities. */
  spelling: "camel" | "snake";
  idsAsText: boolean;
  readonly products: Record<string, Product>;
  readonly collections: Record<string, Collection>;
  readonly customers: Record<string, Customer>;
  readonly groups: Record<string, Group>;
  readonly coupons: Record<string, Coupon>;
  readonly promotions: Record<string, Promotion>;
  readonly orders: Record<string, Order>;
  readonly deletedOrders: { readonly id: string; readonly at: number }[];
  readonly deletedCustomers: { readonly id: string; readonly at: number }[];
  readonly storage: Record<string, string>;
  /** By key; absent in worlds kept from before there were any. */
  extraFields?: Readonly<Record<string, ExtraField>>;
  /** What the merchant calls custom statuses of orders; one without a name is not in use. */
  readonly statusNames: Record<string, string>;
}

/** An access token, hashed nowhere: this is a fake. It never ends by itself. */
export interface Token {
  readonly token: string;
  readonly storeId: string;
  readonly scopes: string[];
  readonly createdAt: number;
}

/** A code of the OAuth flow: used once; used again, the token it brought dies. */
export interface OAuthCode {
  readonly code: string;
  readonly storeId: string;
  readonly redirectUri: string;
  readonly scopes: string[];
  readonly endsAt: number;
  usedFor: string | null;
}

export interface WorldState {
  nextId: string;
  clockAheadMs: number;
  readonly stores: Record<string, Store>;
  readonly tokens: Record<string, Token>;
  readonly codes: Record<string, OAuthCode>;
}
