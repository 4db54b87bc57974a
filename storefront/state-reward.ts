export type StorefrontRewardKind =
  "amountOff" | "percentOff" | "freeShipping" | "freeProduct" | "storeCredit" | "giftCard" | "experience";

/** Enough of a reward to call it something. */
export interface StorefrontRewardName {
  /** The merchant's own name; null lets the widget word it from what it gives. */
  readonly name: string | null;
  readonly kind: StorefrontRewardKind;
  readonly valueMinor: number | null;
  readonly percent: string | null;
}
