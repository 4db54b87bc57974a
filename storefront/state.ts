import type { StorefrontRewardName } from "./state-reward.ts";
import type { StorefrontChallenge, StorefrontMembership } from "./state-challenge.ts";
import type { StorefrontHistory } from "./state-history.ts";

/**
 * What the app tells the shopper's widget and every other surface, JSON-safe and free of anything that is
 * not the shopper's own: the one contract, which the app's queries import as types. Points are integers,
 * money minor units of `currency`, instants epoch milliseconds. Whoever shows it words and formats all of it
 * in the shopper's language.
 */
export interface StorefrontState {
  readonly at: number;
  readonly currency: string;
  readonly currencyDigits: number;
  readonly timezone: string;
  readonly program: StorefrontProgram;
  /** What the shop has stopped for now; null: nothing. */
  readonly pause: StorefrontPause | null;
  /** The viewer can bring friends along: the panel has a place for it, and asks for the rest once it is opened. */
  readonly referral: boolean;
  /** `guest`: nobody is signed in. `stranger`: signed in, not (or no longer) in the program. */
  readonly viewer:
    | { readonly kind: "guest" }
    | { readonly kind: "stranger"; readonly firstName: string | null }
    | StorefrontMember;
}

export interface StorefrontPause {
  readonly earning: boolean;
  readonly claiming: boolean;
  /** Null: nobody knows yet. */
  readonly until: number | null;
}

export interface StorefrontProgram {
  readonly name: string;
  readonly pointsName: { readonly one: string; readonly other: string };
  /** What points buy in money: `points` are worth `valueMinor`. Null when no reward is worth money. */
  readonly worth: { readonly points: number; readonly valueMinor: number } | null;
  readonly tiers: StorefrontTiers | null;
  readonly rewards: readonly StorefrontReward[];
  readonly ways: readonly StorefrontWay[];
  /** What multiplies points for a while or for some. */
  readonly campaigns: readonly StorefrontCampaign[];
  readonly challenges: readonly StorefrontChallenge[];
  readonly memberships: readonly StorefrontMembership[];
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
  /** Given once, with the level. */
  readonly entryRewards: readonly StorefrontRewardName[];
  readonly perks: readonly StorefrontPerk[];
}

/** `text`: the merchant's own promise. Shipping and percentage the shop takes off by itself. */
export interface StorefrontPerk {
  readonly kind: "text" | "freeShipping" | "percentOff";
  readonly text: string | null;
  readonly percent: string | null;
  readonly minSubtotalMinor: number | null;
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
  /** How often one person may have it; null: as often as they like. */
  readonly perPerson: number | null;
  /** Names of the levels and paid memberships that may claim it; empty = everybody. */
  readonly tiers: readonly string[];
  /** Null for people who are not members. */
  readonly claim: StorefrontClaim | null;
}

export type StorefrontClaim =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "points"; readonly missing: number }
  | { readonly ok: false; readonly reason: "tier" | "limit" | "stock" | "paused" };

/** When and for whom something holds that not always holds for everybody. */
export interface StorefrontScope {
  readonly from: number | null;
  readonly until: number | null;
  /** 1 = Monday … 7 = Sunday; empty = every day. */
  readonly weekdays: readonly number[];
  readonly someProducts: boolean;
  /** Names of the levels it is for; empty = all. */
  readonly tiers: readonly string[];
}

export interface StorefrontWay extends StorefrontScope {
  readonly id: string;
  /** The merchant's own name for it. */
  readonly name: string | null;
  readonly kind: "spend" | "item" | "order" | "activity";
  readonly activity: string | null;
  readonly points: number;
  readonly perMinor: number | null;
  /** Only full steps of `perMinor` earn. */
  readonly step: boolean;
  /** On top of the base rule. */
  readonly bonus: boolean;
  /** For the n-th order only. */
  readonly nth: number | null;
  readonly minSubtotalMinor: number | null;
  /** Only orders with one of these; empty = any. */
  readonly channels: readonly string[];
  readonly codes: readonly string[];
  readonly payments: readonly string[];
  /** For people the merchant marks. */
  readonly someMembers: boolean;
  readonly limit: {
    readonly count: number | null;
    readonly points: number | null;
    readonly per: StorefrontPeriod;
    readonly pauseMinutes: number | null;
  } | null;
  /** The member has used up what the limit allows in this period. */
  readonly done: boolean;
}

export interface StorefrontCampaign extends StorefrontScope {
  readonly id: string;
  readonly name: string | null;
  /** Decimal text, e.g. "2". */
  readonly factor: string;
}

export type StorefrontPeriod = "order" | "day" | "week" | "month" | "year" | "ever";

export interface StorefrontTerms {
  /** The instant from which the program is in force as it is told here; null: it is a draft. */
  readonly since: number | null;
  readonly maturity: { readonly kind: "immediate" | "afterPaid" | "afterFulfilled"; readonly days: number };
  readonly expiry: {
    readonly kind: "never" | "perLot" | "inactivity" | "fixedDate";
    readonly months: number | null;
    /** Whole months: it lasts to the end of the last one. */
    readonly toMonthEnd: boolean;
    /** `MM-DD` of a fixed date. */
    readonly day: string | null;
    /** What is younger than this on the fixed date stays. */
    readonly minAgeDays: number;
  };
  /** What of an order earns. */
  readonly basis: {
    readonly tax: "include" | "exclude";
    readonly shipping: boolean;
    readonly giftCards: "whenSpent" | "whenBought";
    readonly rewardDiscounts: boolean;
  };
  /** The most that all rules together give. */
  readonly caps: readonly { readonly points: number; readonly per: StorefrontPeriod }[];
  /** Of several factors: the greatest counts, or all are multiplied; null where there are never several. */
  readonly multipliers: "highest" | "product" | null;
  /** Some customers do not collect, such as trade customers. */
  readonly someExcluded: boolean;
  readonly spentPoints: "none" | "fullOnly" | "proportional";
  readonly shortfall: "debt" | "clamp" | "otherLots";
  /** So many days before points end, it is said first thing. */
  readonly noticeDays: number;
  /** After so many months without any activity, what is known of a person goes; null: never by itself. */
  readonly retentionMonths: number | null;
}

export interface StorefrontMember {
  readonly kind: "member";
  readonly firstName: string | null;
  /** The shop lets this member collect nothing. */
  readonly excluded: boolean;
  readonly available: number;
  readonly pending: number;
  readonly debt: number;
  readonly worthMinor: number | null;
  /** The next points to become spendable; null when their day is not known yet or there are none. */
  readonly maturing: { readonly points: number; readonly at: number } | null;
  /** The next points to expire. */
  readonly expiring: { readonly points: number; readonly at: number } | null;
  readonly tier: StorefrontTierState | null;
  /** All that are open, and the latest of the others. */
  readonly codes: readonly StorefrontCode[];
  /** Cursor for codes before these; null where there are no more. */
  readonly codesBefore: string | null;
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
  /** What only members of the level are shown: a path of the shop, or an https address. */
  readonly pages: readonly StorefrontPage[];
}

export interface StorefrontPage {
  readonly name: string;
  readonly url: string;
}

export interface StorefrontCode extends StorefrontRewardName {
  readonly code: string;
  readonly rewardId: string;
  readonly minSubtotalMinor: number | null;
  readonly points: number;
  /** Points that came back: the code was given back, failed or lapsed, or what it paid for was returned. */
  readonly returned: number;
  /** `making`: points are set aside, the shop is asked for the code. */
  readonly state: "making" | "open" | "used" | "requested" | "fulfilled" | "over";
  readonly expiresAt: number | null;
}

export interface StorefrontCodes {
  readonly codes: readonly StorefrontCode[];
  /** Cursor for the next page; null at the end. */
  readonly before: string | null;
}

export type StorefrontRefusal =
  | "not_signed_in"
  | "not_a_member"
  | "invalid_request"
  | "program_missing"
  | "reward_unknown"
  | "challenge_unknown"
  | "reward_not_available"
  | "tier_not_entitled"
  | "limit_reached"
  | "out_of_stock"
  | "claiming_paused"
  | "points_choice_invalid"
  | "points_insufficient"
  | "code_unknown"
  | "code_not_open"
  | "already_asked_differently"
  | "too_many_in_an_hour"
  /** The shop was asked and said no: the points are back, and the next claim is another one. */
  | "shop_refused"
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
  /** Why there are none, though there would be: the shop has paused earning. */
  readonly pause: StorefrontEarningPause | null;
}

export interface StorefrontEarningPause {
  /** Null: nobody knows yet. */
  readonly until: number | null;
  /** The shop's, in which its days are told. */
  readonly timezone: string;
}
