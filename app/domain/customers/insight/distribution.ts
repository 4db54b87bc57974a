import { elementAt } from "../../assert.ts";
import { ratio } from "../facts/purchase-figures.ts";

const TENTHS = 10;

/** How unequally customers bring what a shop earns. Null where they bring nothing. */
export interface Distribution {
  /** Revenue of the tenth (rounded up) that brought most ÷ revenue. */
  readonly topDecileShare: number | null;
  /** The share of the revenue that the least valuable 0, 10, … 100 % of customers brought. */
  readonly lorenz: readonly number[] | null;
  /** 0: all bring the same; towards 1: one brings all. */
  readonly gini: number | null;
}

export function distributionOf(values: readonly number[]): Distribution {
  const sorted = Float64Array.from(values).sort();
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (total === 0) return { topDecileShare: null, lorenz: null, gini: null };
  const count = sorted.length;
  const top = sorted.subarray(count - Math.ceil(count / TENTHS));
  let weighted = 0;
  sorted.forEach((value, index) => {
    weighted += (2 * (index + 1) - count - 1) * value;
  });
  return {
    topDecileShare: ratio(
      top.reduce((sum, value) => sum + value, 0),
      total,
    ),
    lorenz: lorenzOf(sorted, total),
    gini: weighted / (count * total),
  };
}

/** Straight lines between customers, so that the points do not depend on how many there are. */
function lorenzOf(sorted: Float64Array, total: number): number[] {
  const count = sorted.length;
  const until = new Float64Array(count + 1);
  sorted.forEach((value, index) => {
    until[index + 1] = elementAt(until, index) + value;
  });
  return Array.from({ length: TENTHS + 1 }, (_, tenth) => {
    const rest = (count * tenth) % TENTHS;
    const place = (count * tenth - rest) / TENTHS;
    const begun = rest === 0 ? 0 : (elementAt(sorted, place) * rest) / TENTHS;
    return (elementAt(until, place) + begun) / total;
  });
}
