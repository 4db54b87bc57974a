/**
 * What is frozen of an order when it first qualifies: enough to recompute its points after any
 * later refund or edit without reading today's program. JSON-safe: it is stored as it is.
 */
export interface FrozenLine {
  readonly id: string;
  /** Basis this line had when frozen, or its greatest since (an edit may add); minor units. */
  readonly basisMinor: number;
  readonly quantity: number;
  /** Matching spend rules (not stepped): rate as points per minor units, with the multiplier. Rationals as decimal-integer strings. */
  readonly spend: readonly { readonly ruleId: string; readonly points: number; readonly perMinor: number }[];
  readonly items: readonly { readonly ruleId: string; readonly points: number }[];
  readonly steps: readonly string[];
  readonly multiplierNum: string;
  readonly multiplierDen: string;
}

export interface FrozenAward {
  /** Why nothing was earned, where so; then the lists below are empty. */
  readonly excluded:
    null | "customer_excluded" | "email_domain_excluded" | "excluded_by_hand" | "member_left";
  readonly tierId: string | null;
  readonly nth: number;
  readonly lines: readonly FrozenLine[];
  readonly stepRules: readonly {
    readonly ruleId: string;
    readonly points: number;
    readonly perMinor: number;
  }[];
  readonly orderRules: readonly { readonly ruleId: string; readonly points: number }[];
  /** Room that limits left when the order was judged, by rule id; absent = no limit. */
  readonly ruleRoom: Readonly<Record<string, number>>;
  /** Room that caps left; null = no cap. */
  readonly capRoom: number | null;
  /** Share of the order not paid by gift card (basis factor), when `giftCards` is `whenBought`. */
  readonly basisNum: string;
  readonly basisDen: string;
}
