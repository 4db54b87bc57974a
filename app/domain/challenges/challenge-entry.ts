import type { Contribution } from "../books/engagement.ts";
import { narrowed } from "../customers/history/order-outcome.ts";
import type { OrderOutcome } from "../customers/history/order-outcome.ts";
import type { Goal } from "./challenge.ts";

export const NOTHING: Contribution = {
  purchases: 0,
  units: 0,
  valueMinor: 0,
  products: [],
  types: [],
  activities: 0,
};

/** One occurrence of an activity. */
export const ONE_ACTIVITY: Contribution = { ...NOTHING, activities: 1 };

/** What an order brings, looked at as if it had only the lines that match. */
export function contributionOf(goods: OrderOutcome, lines: Goal["lines"]): Contribution {
  const outcome = lines === null ? goods : narrowed(goods, lines);
  if (outcome?.isPurchase !== true) return NOTHING;
  const kept = outcome.lines.filter(({ keptUnits }) => keptUnits > 0);
  return {
    purchases: 1,
    units: outcome.keptUnits,
    valueMinor: outcome.keptMinor,
    products: distinct(kept.map(({ ware }) => ware.product)),
    types: distinct(kept.map(({ ware }) => (ware.kind === "" ? null : ware.kind))),
    activities: 0,
  };
}

function distinct(names: readonly (string | null)[]): string[] {
  return [...new Set(names.filter((name) => name !== null))];
}
