import { elementAt } from "../../assert.ts";
import type { RfmScores } from "../facts/subject.ts";

/** What a customer with a purchase is scored by. */
export interface RfmFigures {
  readonly daysSince: number;
  readonly count: number;
  readonly valueMinor: number;
}

const FIFTHS = 5;

/** The 20, 40, 60 and 80 % quantiles of each figure among all customers with a purchase, in whole fifths of its unit. */
export interface RfmCuts {
  readonly daysSince: readonly number[];
  readonly count: readonly number[];
  readonly valueMinor: readonly number[];
}

/** The scores of all customers with a purchase, in their order. Equal figures get equal scores. */
export function scoreRfm(figures: readonly RfmFigures[]): readonly RfmScores[] {
  const cuts = {
    daysSince: cutsOf(figures.map(({ daysSince }) => daysSince)),
    count: cutsOf(figures.map(({ count }) => count)),
    valueMinor: cutsOf(figures.map(({ valueMinor }) => valueMinor)),
  };
  return figures.map((one) => scoreByCuts(one, cuts));
}

/** The scores of one customer among those whose quantiles are given. */
export function scoreByCuts({ daysSince, count, valueMinor }: RfmFigures, cuts: RfmCuts): RfmScores {
  const recency = FIFTHS - cutsBelow(daysSince, cuts.daysSince);
  const frequency = 1 + cutsBelow(count, cuts.count);
  const monetary = 1 + cutsBelow(valueMinor, cuts.valueMinor);
  return { recency, frequency, monetary, name: rfmName(recency, frequency, monetary, count) };
}

/**
 * Quantiles are those of R and NumPy, linear between neighbours; kept in whole fifths, so that a value on a
 * cut point is never taken for one beside it.
 */
function cutsOf(values: readonly number[]): readonly number[] {
  const sorted = Float64Array.from(values).sort();
  const cuts: number[] = [];
  for (let fifth = 1; fifth < FIFTHS && sorted.length > 0; fifth += 1) {
    const place = (sorted.length - 1) * fifth;
    const rest = place % FIFTHS;
    const lower = elementAt(sorted, (place - rest) / FIFTHS);
    const upper = rest === 0 ? lower : elementAt(sorted, (place - rest) / FIFTHS + 1);
    cuts.push(lower * (FIFTHS - rest) + upper * rest);
  }
  return cuts;
}

/** How many of the quantiles lie strictly below a value. */
function cutsBelow(value: number, cuts: readonly number[]): number {
  let below = 0;
  for (const cut of cuts) if (cut < value * FIFTHS) below += 1;
  return below;
}

/** By recency from 1 to 5, then by the mean of the other two, rounded half up. */
const NAMES = [
  ["lost", "lost", "at_risk", "cannot_lose", "cannot_lose"],
  ["hibernating", "hibernating", "at_risk", "at_risk", "at_risk"],
  ["fading", "fading", "needs_attention", "loyal", "loyal"],
  ["promising", "potential", "potential", "champion", "champion"],
  ["new", "potential", "potential", "champion", "champion"],
] as const;

/** The mean of the scores of frequency and spending, rounded half up. */
export function rfmWorth({ frequency, monetary }: Pick<RfmScores, "frequency" | "monetary">): number {
  return Math.floor((frequency + monetary + 1) / 2);
}

/** The group a customer's scores name; "new" only with exactly one purchase, "champion" only with F and M of at least 4. */
export function rfmName(recency: number, frequency: number, monetary: number, purchases: number): string {
  const name = elementAt<string>(elementAt(NAMES, recency - 1), rfmWorth({ frequency, monetary }) - 1);
  if (name === "new") return purchases === 1 ? name : "promising";
  if (name === "champion") return frequency >= 4 && monetary >= 4 ? name : "loyal";
  return name;
}
