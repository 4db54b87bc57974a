import { elementAt } from "../../assert.ts";
import type { OrderOutcome } from "../history/order-outcome.ts";

export function valueOf(outcomes: readonly OrderOutcome[]): number {
  let sum = 0;
  for (const { keptMinor } of outcomes) sum += keptMinor;
  return sum;
}

/** Value ÷ count, floored to minor units; null of nothing. */
export function averageOf(valueMinor: number, count: number): number | null {
  return count === 0 ? null : Math.floor(valueMinor / count);
}

/** x ÷ 0 is null. */
export function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** Distinct days of orders that stand in the order of their payment. */
export function distinctDays(outcomes: readonly OrderOutcome[]): number[] {
  const days: number[] = [];
  for (const { day } of outcomes) if (days.at(-1) !== day) days.push(day);
  return days;
}

export function gapsBetween(days: readonly number[]): number[] {
  return days.slice(1).map((day, index) => day - elementAt(days, index));
}

/** Of an even number the mean of the middle two; null of nothing. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted.length >> 1;
  const middle = elementAt(sorted, upper);
  return sorted.length % 2 === 1 ? middle : (elementAt(sorted, upper - 1) + middle) / 2;
}

const FEWEST_GAPS = 3;

/** Median absolute deviation ÷ median; null under three gaps. */
export function spreadOf(gaps: readonly number[]): number | null {
  const middle = median(gaps);
  if (gaps.length < FEWEST_GAPS || middle === null || middle === 0) return null;
  const deviation = median(gaps.map((gap) => Math.abs(gap - middle)));
  return deviation === null ? null : deviation / middle;
}

export interface Margin {
  readonly valueMinor: number;
  /** What the lines with a known cost brought, without tax. */
  readonly netMinor: number;
}

/** Over lines whose cost is known: kept net, less its tax in proportion where the prices have it inside, less cost × kept units. */
export function marginOf(purchases: readonly OrderOutcome[]): Margin {
  let valueMinor = 0;
  let netMinor = 0;
  for (const { order, lines } of purchases) {
    for (const line of lines) {
      const { keptMinor, keptUnits, costMinor } = line;
      if (costMinor === null) continue;
      const tax = order.taxesIncluded ? proportionHalfUp(line.taxMinor, keptMinor, line.netMinor) : 0;
      netMinor += keptMinor - tax;
      valueMinor += keptMinor - tax - costMinor * keptUnits;
    }
  }
  return { valueMinor, netMinor };
}

/** tax × kept ÷ net, rounded half up. */
function proportionHalfUp(tax: number, kept: number, net: number): number {
  if (net === 0 || kept === net) return net === 0 ? 0 : tax;
  const doubled = 2 * tax * kept + net;
  if (Number.isSafeInteger(doubled)) return Math.floor(doubled / (2 * net));
  return Number((2n * BigInt(tax) * BigInt(kept) + BigInt(net)) / (2n * BigInt(net)));
}
