/**
 * What is frozen of an order when it first qualifies: enough to recompute its points after any
 * later refund or edit without reading today's program. JSON-safe: it is stored as it is.
 */
export interface FrozenRate {
  readonly ruleId: string;
  readonly points: number;
  readonly perMinor: number;
}

export interface FrozenLine {
  readonly id: string;
  /** Basis this line had when frozen, or its greatest since (an edit may add); minor units. */
  readonly basisMinor: number;
  /** Units it had when frozen, or the most since. */
  readonly quantity: number;
  /** Matching proportional spend rules. */
  readonly spend: readonly FrozenRate[];
  /** Ids of the matching stepped spend rules. */
  readonly steps: readonly string[];
  readonly items: readonly { readonly ruleId: string; readonly points: number }[];
  readonly multiplierNum: string;
  readonly multiplierDen: string;
}

/** Room a limit left when the order was judged; null = not limited in that respect. */
export interface FrozenRoom {
  readonly points: number | null;
  /** Orders for spend and order rules, units for item rules. */
  readonly count: number | null;
}

/** What an order uses up of one limit or cap: `key` is that of `LimitUse`. */
export interface AwardUse {
  readonly key: string;
  readonly count: number;
  readonly points: number;
}

/** One rule's part in what an order has: what limits of it count. */
export interface RuleUse {
  readonly ruleId: string;
  readonly count: number;
  readonly points: number;
}

/** The first three pass: the order is judged once it qualifies. The others are for good. */
export type Exclusion =
  | "not_paid"
  | "cancelled"
  | "test_order"
  | "customer_excluded"
  | "email_domain_excluded"
  | "excluded_by_hand"
  | "member_left";

export interface FrozenAward {
  /** Why nothing was earned, where so; then the lists below are empty. */
  readonly excluded: Exclusion | null;
  readonly tierId: string | null;
  /** The member's how-manieth qualifying order it was; 0 where no rule of the program asks. */
  readonly nth: number;
  /** The segments the member was in just before it; absent where no rule of the program asks. */
  readonly segments?: readonly string[];
  /** Paid while the shop had paused earning: no rule holds for it, and it counts towards tiers all the same. */
  readonly paused?: true;
  readonly lines: readonly FrozenLine[];
  readonly stepRules: readonly FrozenRate[];
  /** `once`: what a member has only one of standing, a first-order or an n-th-order bonus: "first", "nth:3". */
  readonly orderRules: readonly {
    readonly ruleId: string;
    readonly points: number;
    readonly once: string | null;
  }[];
  /** By rule id; a rule without limit is absent. */
  readonly ruleRoom: Readonly<Record<string, FrozenRoom>>;
  /** Room that caps left; null = no cap. */
  readonly capRoom: number | null;
  /** What counts of a basis: the share of the order not paid by gift card, under `whenBought`. */
  readonly basisNum: string;
  readonly basisDen: string;
  /** What the present state uses up of limits and caps; given back as it shrinks. */
  readonly uses: readonly AwardUse[];
  /** Each rule's part in the present state, for limits that come later; null = kept whole, so it follows from the above. */
  readonly parts: readonly RuleUse[] | null;
}

/** Nothing is earned, and why. */
export function nothingEarned(excluded: Exclusion): FrozenAward {
  return {
    excluded,
    tierId: null,
    nth: 0,
    lines: [],
    stepRules: [],
    orderRules: [],
    ruleRoom: {},
    capRoom: null,
    basisNum: "1",
    basisDen: "1",
    uses: [],
    parts: null,
  };
}
