import type { CodeImport, Discount } from "./discount-records.ts";

/** The state of the fake, all of it plain JSON so that it can be kept in a file. Money is minor units. */

export interface Shop {
  readonly domain: string;
  readonly id: string;
  name: string;
  readonly currency: string;
  readonly timezone: string;
  readonly country: string;
  readonly taxesIncluded: boolean;
  readonly taxPercent: string;
  readonly locale: string;
  readonly createdAt: number;
  installed: boolean;
  scopes: string[];
  installationId: string;
  nextOrderNumber: number;
  bucket: number;
  restorePerSecond: number;
  readonly products: Record<string, Product>;
  readonly collections: Record<string, Collection>;
  readonly customers: Record<string, Customer>;
  readonly orders: Record<string, Order>;
  readonly discounts: Record<string, Discount>;
  readonly codeImports: Record<string, CodeImport>;
  readonly segments: Record<string, Segment>;
  /** Key: owner gid, namespace and key, joined by a space. */
  readonly metafields: Record<string, Metafield>;
  readonly definitions: Record<string, MetafieldDefinition>;
  readonly storeCredit: Record<string, StoreCreditAccount>;
  readonly giftCards: Record<string, GiftCard>;
  readonly bulkOperations: Record<string, BulkOperation>;
  readonly subscriptions: Record<string, ApiSubscription>;
  readonly flowTriggers: { readonly at: number; readonly handle: string; readonly payload: unknown }[];
}

export interface Collection {
  readonly id: string;
  readonly handle: string;
  readonly title: string;
}

export interface Variant {
  readonly id: string;
  readonly title: string;
  readonly priceMinor: number;
  readonly sku: string;
}

export interface Product {
  readonly id: string;
  readonly title: string;
  readonly handle: string;
  readonly vendor: string;
  readonly productType: string;
  readonly tags: string[];
  readonly collectionIds: string[];
  readonly giftCard: boolean;
  readonly description: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly variants: Variant[];
}

export interface Customer {
  readonly id: string;
  email: string | null;
  firstName: string | null;
  lastName: string | null;
  tags: string[];
  state: "enabled" | "disabled" | "invited";
  verifiedEmail: boolean;
  locale: string;
  readonly createdAt: number;
  updatedAt: number;
  /** What they agreed to last, by channel; absent where they never said. */
  readonly marketing?: Partial<Record<"email" | "sms", Marketing>>;
}

export interface Marketing {
  readonly state: "not_subscribed" | "pending" | "subscribed" | "unsubscribed";
  readonly updatedAt: number;
}

export interface Allocation {
  readonly application: number;
  readonly amountMinor: number;
}

export interface OrderLine {
  readonly id: string;
  readonly variantId: string | null;
  readonly productId: string | null;
  readonly title: string;
  readonly variantTitle: string | null;
  readonly sku: string | null;
  readonly vendor: string | null;
  readonly priceMinor: number;
  readonly quantity: number;
  readonly taxable: boolean;
  readonly giftCard: boolean;
  /** Absent in worlds kept from before it was known: as the gift card says. */
  readonly requiresShipping?: boolean;
  readonly allocations: Allocation[];
  readonly taxMinor: number;
  /** Taken off by an edit that left no refund record. */
  removed: number;
  fulfilled: boolean;
}

export interface ShippingLine {
  readonly id: string;
  readonly title: string;
  readonly priceMinor: number;
  readonly taxMinor: number;
  readonly allocations: Allocation[];
}

export interface DiscountApplication {
  readonly type: "discount_code" | "automatic" | "manual";
  readonly code: string | null;
  readonly title: string;
  /** As text: "10.0" percent or an amount of shop money. */
  readonly value: string;
  readonly valueType: "fixed_amount" | "percentage";
  readonly target: "line_item" | "shipping_line";
  readonly selection: "all" | "entitled" | "explicit";
  readonly method: "across" | "each";
}

export interface Transaction {
  readonly id: string;
  readonly kind: "sale" | "refund";
  readonly gateway: string;
  readonly amountMinor: number;
  readonly at: number;
  readonly parentId: string | null;
}

export interface Refund {
  readonly id: string;
  readonly at: number;
  readonly note: string | null;
  readonly lines: {
    readonly id: string;
    readonly lineId: string;
    readonly quantity: number;
    readonly subtotalMinor: number;
    readonly taxMinor: number;
    readonly restock: "no_restock" | "cancel" | "return";
  }[];
  readonly shipping: { readonly id: string; readonly amountMinor: number; readonly taxMinor: number } | null;
  readonly adjustments: {
    readonly id: string;
    /** Negative: more was paid back than lines and shipping come to. */
    readonly amountMinor: number;
    readonly kind: "refund_discrepancy" | "shipping_refund";
    readonly reason: string;
  }[];
  readonly transactions: Transaction[];
}

export interface Order {
  readonly id: string;
  readonly number: number;
  readonly customerId: string | null;
  readonly email: string | null;
  readonly currency: string;
  readonly presentmentCurrency: string;
  readonly presentmentRate: string;
  readonly taxesIncluded: boolean;
  readonly taxPercent: string;
  readonly test: boolean;
  readonly sourceName: string;
  readonly gateway: string;
  readonly tags: string[];
  readonly createdAt: number;
  updatedAt: number;
  paidAt: number | null;
  cancelledAt: number | null;
  cancelReason: string | null;
  fulfilledAt: number | null;
  edited: boolean;
  readonly lines: OrderLine[];
  readonly shippingLines: ShippingLine[];
  readonly applications: DiscountApplication[];
  readonly discountCodes: string[];
  readonly tipMinor: number;
  readonly dutiesMinor: number;
  readonly paidByGiftCardMinor: number;
  readonly transactions: Transaction[];
  readonly refunds: Refund[];
}

export interface Metafield {
  readonly id: string;
  readonly ownerId: string;
  readonly namespace: string;
  readonly key: string;
  readonly type: string;
  readonly value: string;
  readonly digest: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface MetafieldDefinition {
  readonly id: string;
  readonly ownerType: string;
  readonly namespace: string;
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly description: string | null;
}

export interface StoreCreditAccount {
  readonly id: string;
  readonly customerId: string;
  readonly currency: string;
  balanceMinor: number;
  readonly transactions: {
    readonly id: string;
    readonly amountMinor: number;
    readonly balanceMinor: number;
    readonly at: number;
    readonly expiresAt: number | null;
  }[];
}

export interface GiftCard {
  readonly id: string;
  readonly code: string;
  readonly customerId: string | null;
  readonly initialMinor: number;
  balanceMinor: number;
  readonly expiresOn: string | null;
  readonly note: string | null;
  readonly createdAt: number;
  enabled: boolean;
}

export interface BulkOperation {
  readonly id: string;
  readonly query: string;
  readonly groupObjects: boolean;
  readonly version: string;
  readonly createdAt: number;
  status: "CREATED" | "RUNNING" | "COMPLETED" | "CANCELING" | "CANCELED" | "FAILED";
  completedAt: number | null;
  errorCode: "ACCESS_DENIED" | "INTERNAL_SERVER_ERROR" | "TIMEOUT" | null;
  objectCount: number;
  rootObjectCount: number;
  jsonl: string | null;
  /** Misbehaviour on demand. */
  willFail?: boolean;
}

export interface ApiSubscription {
  readonly id: string;
  readonly topic: string;
  readonly uri: string;
  readonly includeFields: string[];
  readonly createdAt: number;
}

/** An access token, hashed nowhere: this is a fake. */
export interface AccessToken {
  readonly token: string;
  readonly shop: string;
  scopes: string[];
  /** null: does not expire. */
  readonly expiresAt: number | null;
  readonly refreshToken: string | null;
}

export interface RefreshToken {
  readonly token: string;
  readonly shop: string;
  expiresAt: number;
}

export interface WorldState {
  nextId: string;
  clockAheadMs: number;
  readonly shops: Record<string, Shop>;
  readonly accessTokens: Record<string, AccessToken>;
  readonly refreshTokens: Record<string, RefreshToken>;
}

/** Customers by what is known of them now: who fits the query is in it at once. */
export interface Segment {
  readonly id: string;
  name: string;
  query: string;
  readonly createdAt: number;
  updatedAt: number;
}
