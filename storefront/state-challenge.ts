import type { StorefrontRewardName } from "./state-reward.ts";

/** Points, or a reward; never both. */
export type StorefrontGift =
  | { readonly points: number; readonly reward: null }
  | { readonly points: null; readonly reward: StorefrontRewardName };

/** Something to reach, and what it gives. */
export interface StorefrontChallenge {
  readonly id: string;
  readonly name: string;
  /** `stamps`: a card of items. `surprise`: the first order of certain weeks brings one of the gifts, drawn. */
  readonly kind: "goal" | "streak" | "stamps" | "surprise";
  /** Within what it is to be reached; `span`: from `from` until `until`. */
  readonly every: "day" | "week" | "month" | "year" | "once" | "span";
  readonly from: number | null;
  readonly until: number | null;
  readonly count: "purchases" | "units" | "value" | "products" | "types" | "activities";
  readonly activity: string | null;
  /** What is to be reached in each period: minor units of `value`, else a count; of `stamps` a full card. */
  readonly goal: number;
  /** So many periods on end, of a streak. */
  readonly length: number | null;
  /** Every so many weeks, of a surprise. */
  readonly everyWeeks: number | null;
  /** The most stamps that one order brings. */
  readonly perOrder: number | null;
  readonly steps: readonly { readonly at: number; readonly gift: StorefrontGift }[];
  /** Of a surprise one of them; else one at most. */
  readonly gifts: readonly StorefrontGift[];
  /** Given each time it is reached. */
  readonly repeat: boolean;
  readonly badge: string | null;
  readonly someProducts: boolean;
  /** Names of the levels it is for; empty = all. */
  readonly tiers: readonly string[];
  /** For people the merchant marks. */
  readonly someMembers: boolean;
  /** Only what is bought after choosing to take part counts. */
  readonly optIn: boolean;
  /** Null for people who are not members. */
  readonly standing: StorefrontChallengeStanding | null;
}

export interface StorefrontChallengeStanding {
  /** Takes part: always, where nobody has to choose to. */
  readonly joined: boolean;
  /** Of a streak periods on end, of stamps those since the last full card; as `goal`, uncapped. */
  readonly progress: number;
  /** What `progress` is to come to: of a streak its length. */
  readonly of: number;
  readonly done: boolean;
  /** Until when what is running can be reached; null: without an end. */
  readonly endsAt: number | null;
  /** The badge was earned once, and stays. */
  readonly hasBadge: boolean;
}

/** A paid membership, bought as a product of the shop. */
export interface StorefrontMembership {
  readonly id: string;
  readonly name: string;
  /** How long one of them lasts. */
  readonly months: number;
  readonly graceDays: number;
  /** Decimal text, e.g. "2"; "1" brings nothing extra. */
  readonly multiplier: string;
  readonly entryPoints: number;
  readonly monthly: StorefrontGift | null;
  /** Only its members may claim them. */
  readonly rewards: readonly StorefrontRewardName[];
  /** What to buy, by the platform's numbers. */
  readonly products: readonly string[];
  readonly variants: readonly string[];
  /** Null: it does not run. */
  readonly standing: {
    readonly from: number;
    /** The end of the last paid day. */
    readonly until: number;
    /** Benefits hold until then: past `until` it is in grace. */
    readonly graceUntil: number;
    readonly inGrace: boolean;
  } | null;
}
