/** Discounts as the fake keeps them. */
export interface Discount {
  readonly id: string;
  readonly kind: "basic" | "free_shipping" | "buy_x_get_y";
  /** Applies by itself, and has no codes. */
  readonly automatic: boolean;
  title: string;
  readonly createdAt: number;
  updatedAt: number;
  startsAt: number;
  endsAt: number | null;
  /** Switched off by discountCodeDeactivate. */
  deactivated: boolean;
  readonly usageLimit: number | null;
  readonly oncePerCustomer: boolean;
  readonly combinesWith: {
    readonly orderDiscounts: boolean;
    readonly productDiscounts: boolean;
    readonly shippingDiscounts: boolean;
  };
  /** null: everybody. */
  readonly customerIds: string[] | null;
  /** Besides: whoever is in one of these. null: nobody is asked. */
  readonly segmentIds: string[] | null;
  readonly minSubtotalMinor: number | null;
  readonly minQuantity: number | null;
  readonly gets: DiscountGets;
  readonly buys: DiscountBuys | null;
  readonly codes: DiscountCode[];
  readonly usedBy: string[];
  readonly tags: string[];
  readonly input: unknown;
}

export interface Entitled {
  readonly all: boolean;
  readonly productIds: string[];
  readonly variantIds: string[];
  readonly collectionIds: string[];
}

export interface DiscountGets {
  readonly items: Entitled;
  /** null for free shipping. A percentage is a fraction: 0.1 is 10 %. */
  readonly value:
    | { readonly type: "percentage"; readonly fraction: number }
    | { readonly type: "amount"; readonly amountMinor: number; readonly onEachItem: boolean }
    | { readonly type: "quantity"; readonly quantity: number; readonly fraction: number }
    | null;
}

export interface DiscountBuys {
  readonly items: Entitled;
  readonly quantity: number | null;
  readonly amountMinor: number | null;
}

export interface DiscountCode {
  readonly id: string;
  readonly code: string;
  used: number;
}

export interface CodeImport {
  readonly id: string;
  readonly discountId: string;
  readonly createdAt: number;
  done: boolean;
  readonly codes: { readonly code: string; redeemCodeId: string | null; error: string | null }[];
}
