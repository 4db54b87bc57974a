import type { Instant } from "../calendar.ts";

/** What a review finds: what is so, and the figures it rests on. Words and cures are made of it by whoever shows it. */
export type ReviewFinding =
  /** Fewer than 2 in 100 customers come to a level within its window. */
  | {
      readonly kind: "level_out_of_reach";
      readonly levelId: string;
      readonly reached: number;
      readonly people: number;
      /** Where less is known than the window: how many days, and the part of the threshold that falls to them. */
      readonly within: { readonly days: number; readonly from: number } | null;
      /** What one in ten comes to; null where that is no lower. */
      readonly reachableFrom: number | null;
    }
  /** Points lapse before most customers buy again. */
  | {
      readonly kind: "expiry_before_next_purchase";
      readonly expiryDays: number;
      readonly medianDays: number;
      readonly purchases: number;
    }
  /** Shoppers read "on some products" and not which. */
  | { readonly kind: "goods_untold"; readonly of: FindingPlace; readonly orders: number | null }
  /** Shoppers read "for some customers" and not for whom. */
  | { readonly kind: "people_untold"; readonly of: FindingPlace; readonly orders: number }
  /** The points of a reward buy more elsewhere in the program. */
  | {
      readonly kind: "reward_overpriced";
      readonly of: FindingPlace;
      readonly points: number;
      /** What these points buy as money off. */
      readonly priceMinor: number;
      readonly worthMinor: number;
      readonly by: "value" | "average_order" | "smallest_order" | "average_shipping";
      /** The order or shipping it was reckoned with: the average, or the smallest order it is for where that is more. */
      readonly averageMinor: number | null;
    }
  /** An exception within a rule keeps a part of what is sold from earning. */
  | {
      readonly kind: "exclusion_hidden";
      readonly of: FindingPlace;
      readonly exceptMinor: number;
      readonly goodsMinor: number;
    }
  | { readonly kind: "people_excluded"; readonly excluded: number; readonly people: number }
  | { readonly kind: "without_source"; readonly of: FindingPlace; readonly activity: string }
  | { readonly kind: "over"; readonly of: FindingPlace; readonly endedAt: Instant }
  | { readonly kind: "never_applied"; readonly of: FindingPlace; readonly orders: number }
  /** Another base rule goes before it on every line it would hold for. */
  | {
      readonly kind: "always_behind";
      readonly of: FindingPlace;
      readonly byRuleId: string;
      readonly lines: number;
    }
  /** Two base rules hold for the same goods, and one of them counts. */
  | {
      readonly kind: "often_behind";
      readonly of: FindingPlace;
      readonly byRuleId: string;
      readonly lines: number;
    }
  /** Two bonus rules add up on the same goods. */
  | {
      readonly kind: "add_up";
      readonly of: FindingPlace;
      readonly withRuleId: string;
      readonly lines: number;
    };

/** What of the program a finding is about. */
export interface FindingPlace {
  readonly kind: "rule" | "campaign" | "reward";
  readonly id: string;
}

/** Whom it concerns: shoppers who are treated unfairly, or a program that says what it does not do. */
export function isUnfair({ kind }: ReviewFinding): boolean {
  switch (kind) {
    case "level_out_of_reach":
    case "expiry_before_next_purchase":
    case "goods_untold":
    case "people_untold":
    case "reward_overpriced":
    case "exclusion_hidden":
    case "people_excluded":
      return true;
    case "without_source":
    case "over":
    case "never_applied":
    case "always_behind":
    case "often_behind":
    case "add_up":
      return false;
  }
}
