/** A group of customers as of the last scoring, and what a program would give them. Money in minor units. */
export interface ValuedGroup {
  readonly customers: number;
  /** What they are expected to pay within the next 52 weeks, all together; null where the models say nothing. */
  readonly predictedMinor: number | null;
  /** Over what they bought with a known unit cost: what remained of it, and what it brought, both without tax. */
  readonly marginMinor: number;
  readonly costedMinor: number;
}

/** What a merchant says to it. */
export interface SpendingChoice {
  /** Null: by unit costs. */
  readonly ownMarginShare: number | null;
  /** How much of the expected margin a program may cost. */
  readonly spendShare: number;
}

export interface SpendingGuidance {
  /** Null: no unit cost is known, and the merchant has named none. */
  readonly marginShare: number | null;
  /** What may be spent on the group within a year; null where value or margin is not known. */
  readonly budgetMinor: number | null;
  readonly budgetEachMinor: number | null;
}

/** Expected value × margin × what of it the merchant is willing to spend, rounded down. A loss allows nothing. */
export function spendingGuidance(
  { customers, predictedMinor, marginMinor, costedMinor }: ValuedGroup,
  { ownMarginShare, spendShare }: SpendingChoice,
): SpendingGuidance {
  const marginShare = ownMarginShare ?? (costedMinor > 0 ? marginMinor / costedMinor : null);
  if (predictedMinor === null || marginShare === null)
    return { marginShare, budgetMinor: null, budgetEachMinor: null };
  const budget = Math.max(0, predictedMinor * marginShare * spendShare);
  return {
    marginShare,
    budgetMinor: Math.floor(budget),
    budgetEachMinor: customers === 0 ? null : Math.floor(budget / customers),
  };
}

const YEAR_DAYS = 365;
/** Of less time, a year cannot be told. */
const DAYS_AT_LEAST = 45;

/** What was given within so many days, as if for a year; null where the days are too few. */
export function asOfAYear(givenMinor: number, days: number): number | null {
  if (days < DAYS_AT_LEAST) return null;
  return Math.round((givenMinor * YEAR_DAYS) / Math.min(days, YEAR_DAYS));
}
