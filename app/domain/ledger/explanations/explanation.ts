/**
 * Why a transaction was posted, as data: what the admin and the shopper are shown, rendered in
 * their language by `render-explanation.ts`. Points are integers, money minor units, instants epoch ms.
 */
export interface ExplainedRule {
  readonly ruleId: string;
  /** Points this rule gave on this line (or order) after the one floor, distributed by largest remainder. */
  readonly points: number;
}

export interface ExplainedLine {
  readonly lineId: string;
  readonly basisMinor: number;
  /** Rational rate × multiplier as text, e.g. "1/100 × 5/4". */
  readonly rate: string;
  readonly multiplier: string;
  readonly rules: readonly ExplainedRule[];
}

/** What a gift was given for, by the ids of the program's parts. */
export type GiftCause =
  | {
      readonly kind: "challenge";
      readonly challengeId: string;
      readonly period: string;
      readonly step: boolean;
    }
  | { readonly kind: "membership_entry"; readonly membershipId: string }
  | { readonly kind: "membership_month"; readonly membershipId: string; readonly monthAt: number }
  | { readonly kind: "referred" }
  | { readonly kind: "friend"; readonly friendId: string }
  | { readonly kind: "ambassador"; readonly friends: number }
  /** Given along the way, or taken: what the merchant calls the journey is for the merchant. */
  | { readonly kind: "journey"; readonly journeyId: string };

export type Explanation =
  | {
      readonly kind: "order_earned";
      readonly orderId: string;
      readonly orderName: string | null;
      readonly lines: readonly ExplainedLine[];
      readonly orderRules: readonly ExplainedRule[];
      /** The exact sum before the floor, as `num/den`. */
      readonly exactPoints: string;
      readonly points: number;
      readonly tierId: string | null;
      readonly cutBy: readonly string[];
      readonly availableAt: number | null;
      readonly expiresAt: number | null;
    }
  | {
      readonly kind: "order_reduced";
      readonly orderId: string;
      readonly orderName: string | null;
      readonly reason: "refund" | "cancellation" | "edit";
      readonly keptBasisMinor: number;
      readonly fullBasisMinor: number;
      readonly target: number;
      readonly before: number;
      readonly fromPending: number;
      readonly fromLot: number;
      readonly fromOtherLots: number;
      readonly toDebt: number;
      readonly writtenOff: number;
    }
  | {
      readonly kind: "order_restored";
      readonly orderId: string;
      readonly orderName: string | null;
      readonly reason: "uncancelled" | "edit" | "refund_corrected";
      readonly target: number;
      readonly before: number;
    }
  | {
      readonly kind: "activity";
      readonly activity: string;
      readonly key: string | null;
      readonly rules: readonly ExplainedRule[];
      readonly points: number;
      readonly wanted: number;
      readonly cutBy: readonly string[];
      readonly expiresAt: number | null;
    }
  | {
      readonly kind: "matured";
      readonly cause: string;
      readonly points: number;
      readonly expiresAt: number | null;
    }
  | {
      readonly kind: "debt_offset";
      readonly cause: string;
      readonly points: number;
      readonly debtLeft: number;
    }
  | {
      readonly kind: "reward_held";
      readonly code: string;
      readonly rewardId: string;
      readonly points: number;
    }
  | {
      readonly kind: "reward_released";
      readonly code: string;
      readonly rewardId: string;
      readonly points: number;
      readonly reason: "expired" | "cancelled_by_member" | "revoked" | "refused" | "declined" | "ground_fell";
    }
  | {
      readonly kind: "reward_used";
      readonly code: string;
      readonly rewardId: string;
      readonly points: number;
      readonly orderId: string | null;
    }
  | {
      readonly kind: "reward_returned";
      readonly code: string;
      readonly rewardId: string;
      readonly orderId: string;
      readonly points: number;
      readonly shareNum: string;
      readonly shareDen: string;
    }
  | {
      readonly kind: "expired";
      readonly cause: string;
      readonly points: number;
      readonly mode: "perLot" | "inactivity" | "fixedDate";
    }
  | { readonly kind: "reinstated"; readonly cause: string; readonly points: number; readonly reason: string }
  | { readonly kind: "adjusted"; readonly points: number; readonly reason: string }
  /** What was given or taken by hand for many at once is taken back, for the reason it was done for. */
  | { readonly kind: "adjustment_undone"; readonly points: number; readonly reason: string }
  /** A balance carried over from another program; below zero: corrected, or taken back. */
  | { readonly kind: "opening"; readonly points: number; readonly expiresAt: number | null }
  | { readonly kind: "tier_entry"; readonly levelId: string; readonly points: number }
  | {
      readonly kind: "gift_given";
      readonly of: GiftCause;
      readonly points: number;
      /** Its ground had fallen and holds again. */
      readonly isAgain: boolean;
      readonly expiresAt: number | null;
    }
  | {
      readonly kind: "gift_taken_back";
      readonly of: GiftCause;
      readonly points: number;
      readonly toDebt: number;
      readonly writtenOff: number;
    }
  | {
      /** `unmerged`: back to the one it had come from. */
      readonly kind: "merged" | "unmerged";
      readonly fromMemberId: string;
      readonly toMemberId: string;
      readonly points: number;
    };
