/**
 * A program as the engine reads it: the document (`document.ts`) with defaults filled in, money in
 * minor units, rates as rationals, instants as epoch milliseconds. Made by `compileProgram`.
 */
import type { Instant } from "../calendar.ts";
import type { Challenge, Gift } from "../challenges/challenge.ts";
import type { Rational } from "../rational.ts";
import type { LineCondition, MemberCondition, OrderCondition, TimeWindow } from "./conditions.ts";
import type { Localized, PointsName, Text } from "./texts/text.ts";

export type LimitPeriod = "order" | "day" | "week" | "month" | "year" | "ever";

export interface RuleLimit {
  readonly count: number | null;
  readonly points: number | null;
  readonly per: LimitPeriod;
  readonly cooldownMinutes: number | null;
}

interface RuleBase {
  readonly id: string;
  readonly name: Text | null;
  readonly enabled: boolean;
  readonly when: TimeWindow | null;
  readonly limit: RuleLimit | null;
  readonly order: OrderCondition | null;
  readonly member: MemberCondition | null;
}

export interface SpendRule extends RuleBase {
  readonly kind: "spend";
  readonly stack: "base" | "bonus";
  readonly priority: number;
  readonly points: number;
  readonly perMinor: number;
  readonly step: boolean;
  readonly lines: LineCondition | null;
}
export interface ItemRule extends RuleBase {
  readonly kind: "item";
  readonly points: number;
  readonly lines: LineCondition | null;
}
export interface OrderRule extends RuleBase {
  readonly kind: "order";
  readonly points: number;
  /** Where given, the order must contain a line that matches. */
  readonly lines: LineCondition | null;
}
export interface ActivityRule extends RuleBase {
  readonly kind: "activity";
  readonly activity: string;
  /** May be negative. */
  readonly points: number;
}
export type Rule = SpendRule | ItemRule | OrderRule | ActivityRule;

export interface Campaign {
  readonly id: string;
  readonly name: Text | null;
  readonly factor: Rational;
  readonly when: TimeWindow;
  readonly lines: LineCondition | null;
  readonly tiers: ReadonlySet<string> | null;
}

export interface Cap {
  readonly points: number;
  readonly per: LimitPeriod;
}

export type Maturity =
  | { readonly kind: "immediate" }
  | { readonly kind: "afterPaid"; readonly days: number }
  | { readonly kind: "afterFulfilled"; readonly days: number };

export type Expiry =
  | { readonly kind: "never" }
  | { readonly kind: "perLot"; readonly months: number; readonly toMonthEnd: boolean }
  | { readonly kind: "inactivity"; readonly months: number }
  | { readonly kind: "fixedDate"; readonly month: number; readonly day: number; readonly minAgeDays: number };

interface StandingPerk {
  readonly id: string;
  readonly minSubtotalMinor: number | null;
}
/** Beside points: what the app brings about by itself, or words of the merchant's own. */
export type Perk =
  | { readonly kind: "text"; readonly text: Text }
  | (StandingPerk & { readonly kind: "freeShipping" })
  | (StandingPerk & { readonly kind: "percentOff"; readonly percent: Rational })
  | { readonly kind: "content"; readonly id: string; readonly url: string; readonly name: Text | null };

export interface TierLevel {
  readonly id: string;
  readonly name: Text;
  /** In the metric's unit: minor units for spend, else a count. Inclusive. */
  readonly from: number;
  readonly multiplier: Rational;
  readonly entryPoints: number;
  readonly entryRewards: readonly string[];
  readonly perks: readonly Perk[];
}

export interface Tiers {
  readonly metric: "spend" | "points" | "orders";
  readonly window:
    | { readonly kind: "lifetime" }
    | { readonly kind: "rolling"; readonly months: number }
    | { readonly kind: "calendarYear" };
  readonly graceDays: number;
  readonly downgrade: "toJustified" | "oneStep";
  /** Ascending by `from`. */
  readonly levels: readonly TierLevel[];
}

export type RewardValue =
  | { readonly kind: "amountOff"; readonly valueMinor: number | null }
  | { readonly kind: "percentOff"; readonly percent: Rational }
  | { readonly kind: "freeShipping" }
  | {
      readonly kind: "freeProduct";
      readonly products: readonly string[];
      readonly variants: readonly string[];
    }
  | { readonly kind: "storeCredit"; readonly valueMinor: number | null }
  | { readonly kind: "giftCard"; readonly valueMinor: number | null }
  | { readonly kind: "experience" };

/** The member picks how many points: `points` per `valueMinor`, in steps, between min and max points. */
export interface VariableCost {
  readonly points: number;
  readonly valueMinor: number;
  readonly step: number;
  readonly min: number;
  readonly max: number | null;
}

export interface Reward {
  readonly id: string;
  /** The merchant's own; where there is none, what it gives in English and German. */
  readonly name: Text;
  readonly hasOwnName: boolean;
  readonly enabled: boolean;
  readonly value: RewardValue;
  /** Points; null when variable. 0 = a tier entitlement. */
  readonly cost: number | null;
  readonly variable: VariableCost | null;
  readonly minSubtotalMinor: number | null;
  readonly products: readonly string[];
  readonly collections: readonly string[];
  readonly validDays: number;
  readonly stock: number | null;
  readonly limitPerMember: number | null;
  /** Null: everybody may claim it. Empty: it is only given, by a level or by hand. */
  readonly tiers: ReadonlySet<string> | null;
}

export interface Referral {
  readonly enabled: boolean;
  readonly friend: Gift | null;
  readonly advocate: {
    readonly points: number;
    readonly limit: { readonly count: number; readonly per: Exclude<LimitPeriod, "order"> } | null;
  } | null;
  /** Ascending by `friends`. */
  readonly ambassador: readonly {
    readonly friends: number;
    readonly badge: Text | null;
    readonly points: number;
    readonly tier: string | null;
  }[];
  readonly minSubtotalMinor: number;
  readonly maturityDays: number;
  readonly linkDays: number;
}

/** A paid membership, bought as one of these products or variants of the shop. */
export interface Membership {
  readonly id: string;
  readonly name: Text;
  readonly products: ReadonlySet<string>;
  readonly variants: ReadonlySet<string>;
  readonly months: number;
  readonly graceDays: number;
  readonly multiplier: Rational;
  readonly perks: readonly Perk[];
  readonly entryPoints: number;
  readonly monthly: Gift | null;
  /** Only members of it may claim these. */
  readonly rewards: ReadonlySet<string>;
  readonly earlyAccessDays: number;
}

/** What only some may buy before it opens. */
export interface EarlyAccess {
  readonly id: string;
  readonly lines: LineCondition;
  readonly opensAt: Instant;
  readonly tiers: ReadonlySet<string>;
  readonly memberships: ReadonlySet<string>;
  readonly segments: ReadonlySet<string>;
  readonly daysBefore: number | null;
}

export interface Program {
  readonly name: Text;
  /** Serves whoever speaks a language that a text is not given in. */
  readonly language: string;
  readonly currency: string;
  /** Minor digits of the currency (ISO 4217). */
  readonly currencyDigits: number;
  readonly timezone: string;
  readonly pointsName: Localized<PointsName>;
  readonly basis: {
    readonly tax: "include" | "exclude";
    readonly shipping: boolean;
    readonly giftCards: "whenSpent" | "whenBought";
    readonly rewardDiscounts: boolean;
  };
  readonly maturity: Maturity;
  readonly multipliers: "highest" | "product";
  /** Base spend rules first by priority (highest first, then document order), then the others in document order. */
  readonly rules: readonly Rule[];
  readonly campaigns: readonly Campaign[];
  readonly caps: readonly Cap[];
  /** Both in lower case; a domain without "@". */
  readonly exclude: {
    readonly customerTags: ReadonlySet<string>;
    readonly emailDomains: ReadonlySet<string>;
  };
  readonly expiry: Expiry;
  readonly refunds: {
    readonly spentPoints: "none" | "fullOnly" | "proportional";
    readonly shortfall: "debt" | "clamp" | "otherLots";
  };
  readonly tiers: Tiers | null;
  readonly rewards: readonly Reward[];
  readonly challenges: readonly Challenge[];
  readonly referral: Referral | null;
  readonly memberships: readonly Membership[];
  readonly early: readonly EarlyAccess[];
}
