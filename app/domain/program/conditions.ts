import type { Instant } from "../calendar.ts";

/** Conditions of rules, campaigns and challenges as the engine reads them: a condition left out holds. */
export interface LineCondition {
  readonly products?: ReadonlySet<string> | undefined;
  readonly variants?: ReadonlySet<string> | undefined;
  readonly collections?: ReadonlySet<string> | undefined;
  /** Lower case: tags compare without regard to case. */
  readonly tags?: ReadonlySet<string> | undefined;
  readonly vendors?: ReadonlySet<string> | undefined;
  readonly types?: ReadonlySet<string> | undefined;
  readonly not?: LineCondition | undefined;
}

export interface OrderCondition {
  readonly first?: boolean | undefined;
  readonly nth?: number | undefined;
  readonly minSubtotalMinor?: number | undefined;
  readonly channels?: ReadonlySet<string> | undefined;
  /** Lower case: codes compare without regard to case. */
  readonly discountCodes?: ReadonlySet<string> | undefined;
  readonly paymentMethods?: ReadonlySet<string> | undefined;
}

export interface MemberCondition {
  readonly tiers?: ReadonlySet<string> | undefined;
  /** Lower case: tags compare without regard to case. */
  readonly tags?: ReadonlySet<string> | undefined;
  readonly segments?: ReadonlySet<string> | undefined;
}

export interface TimeWindow {
  readonly from: Instant | null;
  /** Exclusive. */
  readonly to: Instant | null;
  /** 1 = Monday … 7 = Sunday, in the program's time zone. */
  readonly weekdays: ReadonlySet<number> | null;
}
