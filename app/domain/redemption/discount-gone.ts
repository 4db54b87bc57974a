import type { Instant } from "../calendar.ts";

/** A code, or a discount by the platform's name with all its codes, works no more in the shop. */
export interface DiscountGone {
  readonly type: "discount_gone";
  readonly at: Instant;
  readonly reference: string | null;
  readonly code: string | null;
}
