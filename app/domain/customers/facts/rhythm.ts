import type { OrderOutcome } from "../history/order-outcome.ts";
import { gapsBetween, median } from "./purchase-figures.ts";

/** Fewer gaps are chance. */
const FEWEST_GAPS = 2;

export interface Rhythm {
  /** Days with a purchase, and what was spent on each. */
  readonly days: readonly { readonly day: number; readonly valueMinor: number }[];
  readonly medianDays: number | null;
  /** The usual gap after the last purchase; null under two gaps. */
  readonly nextDay: number | null;
}

/** When somebody buys, and when they are expected next, by purchases in the order of their payment. */
export function rhythmOf(purchases: readonly OrderOutcome[]): Rhythm {
  const values = new Map<number, number>();
  for (const { day, keptMinor } of purchases) values.set(day, (values.get(day) ?? 0) + keptMinor);
  const days = [...values].map(([day, valueMinor]) => ({ day, valueMinor }));
  const gaps = gapsBetween(days.map(({ day }) => day));
  const medianDays = median(gaps);
  const last = days.at(-1);
  const isRhythm = gaps.length >= FEWEST_GAPS && medianDays !== null && last !== undefined;
  return { days, medianDays, nextDay: isRhythm ? last.day + Math.round(medianDays) : null };
}
