/**
 * What the app tells the widget: a mirror of app/queries/storefront-state.ts, which the widget may not
 * import. tests/contracts/storefront-state.test.ts fails when the two differ.
 * Points are integers, money minor units of `currency`, instants epoch milliseconds.
 */
export interface StorefrontState {
  readonly at: number;
  readonly currency: string;
  readonly currencyDigits: number;
  readonly timezone: string;
  readonly program: StorefrontProgram;
  /** The place of inviting friends in the panel. Null: the program has no such thing, and nothing is shown. */
  readonly referral: null;
  /** `guest`: nobody is signed in. `stranger`: signed in, not (or no longer) in the program. */
  readonly viewer:
    | { readonly kind: "guest" }
    | { readonly kind: "stranger"; readonly firstName: string | null }
    | StorefrontMember;
}

export interface StorefrontProgram {
  readonly name: string;
  readonly pointsName: { readonly one: string; readonly other: string };
  /** What points buy in money: `points` are worth `valueMinor`. Null when no reward is worth money. */
  readonly worth: { readonly points: number; readonly valueMinor: number } | null;
  readonly tiers: StorefrontTiers | null;
  readonly rewards: readonly StorefrontReward[];
  readonly ways: readonly StorefrontWay[];
  readonly terms: StorefrontTerms;
}

export interface StorefrontTiers {
  readonly metric: "spend" | "points" | "orders";
  readonly window: "lifetime" | "rolling" | "calendarYear";
  readonly windowMonths: number | null;
  readonly graceDays: number;
  readonly levels: readonly StorefrontLevel[];
}

export interface StorefrontLevel {
  readonly id: string;
  readonly name: string;
  /** In the metric's unit: minor units for spend, else a count. */
  readonly from: number;
  /** Decimal text, e.g. "1.25"; "1" brings nothing extra. */
  readonly multiplier: string;
  readonly entryPoints: number;
  readonly perks: readonly string[];
}

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

export interface StorefrontReward extends StorefrontRewardName {
  readonly id: string;
  readonly cost: number | null;
  readonly variable: {
    readonly points: number;
    readonly valueMinor: number;
    readonly step: number;
    readonly min: number;
    /** The most that may be chosen now: the reward's own maximum and, for a member, the balance. */
    readonly max: number | null;
  } | null;
  readonly minSubtotalMinor: number | null;
  readonly someProducts: boolean;
  readonly validDays: number;
  /** Names of the tiers that may claim it; empty = everybody. */
  readonly tiers: readonly string[];
  /** Null for people who are not members. */
  readonly claim: StorefrontClaim | null;
}

export type StorefrontClaim =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "points"; readonly missing: number }
  | { readonly ok: false; readonly reason: "tier" | "limit" | "stock" };

export interface StorefrontWay {
  readonly id: string;
  readonly kind: "spend" | "item" | "order" | "activity";
  readonly activity: string | null;
  readonly points: number;
  readonly perMinor: number | null;
  /** On top of the base rule. */
  readonly bonus: boolean;
  readonly firstOrder: boolean;
  readonly minSubtotalMinor: number | null;
  readonly someProducts: boolean;
  readonly limit: { readonly count: number; readonly per: StorefrontPeriod } | null;
  readonly until: number | null;
  /** The member has used up what the limit allows in this period. */
  readonly done: boolean;
}

export type StorefrontPeriod = "order" | "day" | "week" | "month" | "year" | "ever";

export interface StorefrontTerms {
  readonly maturity: { readonly kind: "immediate" | "afterPaid" | "afterFulfilled"; readonly days: number };
  readonly expiry: {
    readonly kind: "never" | "perLot" | "inactivity" | "fixedDate";
    readonly months: number | null;
    /** `MM-DD` of a fixed date. */
    readonly day: string | null;
  };
  readonly spentPoints: "none" | "fullOnly" | "proportional";
}

export interface StorefrontMember {
  readonly kind: "member";
  readonly firstName: string | null;
  readonly available: number;
  readonly pending: number;
  readonly debt: number;
  readonly worthMinor: number | null;
  /** The next points to become spendable; null when their day is not known yet or there are none. */
  readonly maturing: { readonly points: number; readonly at: number } | null;
  /** The next points to expire. */
  readonly expiring: { readonly points: number; readonly at: number } | null;
  readonly tier: StorefrontTierState | null;
  readonly nextStep: StorefrontNextStep | null;
  readonly codes: readonly StorefrontCode[];
  readonly history: StorefrontHistory;
}

export interface StorefrontTierState {
  readonly levelId: string | null;
  readonly name: string | null;
  readonly until: number | null;
  /** In grace: the tier ends here unless `keepMissing` is reached. */
  readonly graceUntil: number | null;
  readonly keepMissing: number | null;
  /** Where the member stands in the metric's unit. */
  readonly metric: number;
  /** 0 to 100, from this level's threshold to the next. 100 on the highest level. */
  readonly percent: number;
  readonly next: { readonly levelId: string; readonly missing: number } | null;
}

export type StorefrontNextStep =
  | { readonly kind: "claim"; readonly rewardId: string }
  | { readonly kind: "near"; readonly rewardId: string; readonly missing: number }
  | { readonly kind: "earn"; readonly wayId: string };

export interface StorefrontCode extends StorefrontRewardName {
  readonly code: string;
  readonly rewardId: string;
  readonly minSubtotalMinor: number | null;
  readonly points: number;
  /** `making`: points are set aside, the shop is asked for the code. */
  readonly state: "making" | "open" | "used" | "requested" | "fulfilled" | "over";
  readonly expiresAt: number | null;
}

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
  | "tier_entry"
  | "merged";

export interface StorefrontEntry {
  readonly key: string;
  readonly at: number;
  readonly kind: StorefrontEntryKind;
  /** Signed: what the member has more or less because of it, on the way or spendable. */
  readonly points: number;
  /** The order's name, the tier's name, the activity. */
  readonly subject: string | null;
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
    | "goods_none" // money that earned nothing
    | "bonus" // a fixed bonus of the order or an activity
    | "rounded" // all of it together, rounded down once
    | "cut" // a limit gave less
    | "kept" // what is kept of the goods, of all goods
    | "before" // points that stood before
    | "now" // points that stand now
    | "from_pending" // taken from points on the way
    | "from_available" // taken from spendable points
    | "to_debt" // offset from the next points
    | "forgiven" // written off
    | "available_on"
    | "expires_on"
    | "reason"; // the merchant's words
  readonly amountMinor: number | null;
  readonly ofMinor: number | null;
  readonly rate: { readonly points: number; readonly perMinor: number; readonly multiplier: string } | null;
  readonly points: number | null;
  readonly at: number | null;
  readonly text: string | null;
}

export interface StorefrontExplanation {
  readonly key: string;
  readonly reasons: readonly StorefrontReason[];
}

export type StorefrontRefusal =
  | "not_signed_in"
  | "not_a_member"
  | "invalid_request"
  | "program_missing"
  | "reward_unknown"
  | "reward_not_available"
  | "tier_not_entitled"
  | "limit_reached"
  | "out_of_stock"
  | "points_choice_invalid"
  | "points_insufficient"
  | "code_unknown"
  | "code_not_open"
  | "already_asked_differently"
  | "unavailable";

/** What every changing request is answered with: the new state, so that nothing is asked twice. */
export type StorefrontAnswer =
  | { readonly ok: true; readonly code: string | null; readonly state: StorefrontState }
  | { readonly ok: false; readonly refusal: StorefrontRefusal; readonly missing: number | null };

export interface StorefrontEstimate {
  readonly points: number;
  /** The tier's factor is in it. */
  readonly multiplier: string;
  readonly pointsName: { readonly one: string; readonly other: string };
}
