import type { StorefrontRewardName } from "./state-reward.ts";

/** Of the contract (`state.ts`): what happened to a member's points, and why. */
export interface StorefrontHistory {
  readonly entries: readonly StorefrontEntry[];
  /** Cursor for the next page; null at the end. */
  readonly before: string | null;
}

export type StorefrontEntryKind =
  | "order_earned"
  | "order_reduced"
  | "order_restored"
  | "activity"
  | "matured"
  | "debt_offset"
  | "reward_held"
  | "reward_released"
  | "reward_used"
  | "reward_returned"
  | "expired"
  | "reinstated"
  | "adjusted"
  | "opening" // carried over from another program
  | "tier_entry"
  | "level_changed" // a publication of the program brought the level
  | "level_ended" // or left none
  | "gift_given"
  | "gift_taken_back"
  | "merged"
  | "unmerged";

export interface StorefrontEntry {
  readonly key: string;
  readonly at: number;
  readonly kind: StorefrontEntryKind;
  /** Signed: what the member has more or less because of it, on the way or spendable. */
  readonly points: number;
  /** The order's name, the activity. */
  readonly subject: string | null;
  /** The level, or the rule of an activity, in the merchant's words. */
  readonly named: string | null;
  /** The reward it is about, as it was claimed. */
  readonly reward: StorefrontRewardName | null;
  readonly reason: "refund" | "cancellation" | "edit" | null;
  /** Units in the order, where it earned. */
  readonly units: number | null;
  /** Earned, and not spendable before this instant. */
  readonly pendingUntil: number | null;
  /** What is left of it expires here. */
  readonly expiresAt: number | null;
}

/** One line of the calculation behind an entry. Exactly the fields that its `what` speaks of are set. */
export interface StorefrontReason {
  readonly what:
    | "goods" // money that earned, at a rate, gives points
    | "goods_named" // the same of one product
    | "goods_none" // money that earned nothing
    | "bonus" // a fixed bonus of the order or an activity
    | "first_order" // the bonus of the first order
    | "rounded" // all of it together, rounded down once
    | "cut" // a limit gave less
    | "kept" // what is kept of the goods, of all goods
    | "kept_nothing" // all goods came back, or the order was cancelled
    | "before" // points that stood before
    | "now" // points that stand now
    | "from_pending" // taken from points on the way
    | "from_available" // taken from spendable points
    | "to_debt" // offset from the next points
    | "forgiven" // written off
    | "available_on"
    | "expires_on"
    | "code" // the code it is about
    | "reason"; // the merchant's words
  readonly amountMinor: number | null;
  readonly ofMinor: number | null;
  readonly rate: { readonly points: number; readonly perMinor: number; readonly multiplier: string } | null;
  readonly points: number | null;
  readonly at: number | null;
  readonly text: string | null;
  /** The rule it is about, in the merchant's words. */
  readonly named: string | null;
}

export interface StorefrontExplanation {
  readonly key: string;
  readonly reasons: readonly StorefrontReason[];
}
