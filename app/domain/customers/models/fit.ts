import { assert, elementAt } from "../../assert.ts";
import { climb } from "./maximise.ts";
import type { Bounds, Maximum, Objective } from "./maximise.ts";

/** A likelihood to be fitted: of all customers, and, where there are very many, of a part to begin with. */
export interface Likelihood {
  readonly of: Objective;
  readonly ofPart: Objective | null;
  /** Parameters, not their logarithms. */
  readonly starts: readonly (readonly number[])[];
  readonly bounds: Bounds;
}

export interface Fit {
  readonly parameters: readonly number[];
  readonly logLikelihood: number;
  /** Which parameters lie at a bound, by their places. */
  readonly atBound: readonly number[];
}

/** What a better likelihood must gain to count as one. */
const GAIN = 0.01;
const SAME_PLACE = 1e-3;
const MOST_TRIES = 20;

/**
 * Fits by maximum likelihood from several starting points, of which the best counts. Null where the
 * search does not converge: another climb from its result still gains.
 */
export function fitByLikelihood({ of, ofPart, starts, bounds }: Likelihood): Fit | null {
  assert(starts.length >= 2, "a search has at least two starting points");
  const first = starts.map((start) => climb(ofPart ?? of, start.map(Math.log), bounds));
  const places = ofPart === null ? first : distinct(first).map(({ at }) => climb(of, at, bounds));
  const best = places.reduce((a, b) => (b.value > a.value ? b : a));
  if (!Number.isFinite(best.value)) return null;
  const top = climbOn(of, bounds, best);
  if (top === null) return null;
  const settled = offNeedlessBounds(of, bounds, top);
  return {
    parameters: settled.at.map(Math.exp),
    logLikelihood: settled.value,
    atBound: boundsOf(settled.at, bounds),
  };
}

/** Climbs anew from where a climb ended until that gains nothing. */
function climbOn(objective: Objective, bounds: Bounds, from: Maximum): Maximum | null {
  let best = from;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const again = climb(objective, best.at, bounds);
    if (again.value <= best.value + GAIN) return again.value > best.value ? again : best;
    best = again;
  }
  return null;
}

/** Where two climbs ended at the same place, one of them is enough. */
function distinct(maxima: readonly Maximum[]): Maximum[] {
  return maxima.filter(
    ({ at }, index) =>
      !maxima
        .slice(0, index)
        .some((other) =>
          at.every((value, place) => Math.abs(value - elementAt(other.at, place)) < SAME_PLACE),
        ),
  );
}

/**
 * Where nothing depends on a parameter any more (how long people stay, when nobody leaves), it runs
 * to its bound for a gain that is none. Such a one goes back to where it says nothing.
 */
function offNeedlessBounds(objective: Objective, bounds: Bounds, best: Maximum): Maximum {
  let settled = best;
  for (const place of boundsOf(best.at, bounds).reverse()) {
    const now = boundsOf(settled.at, bounds);
    if (now.length < 2) break;
    const held = {
      lower: bounds.lower.map((value, index) => (index === place ? NEUTRAL : value)),
      upper: bounds.upper.map((value, index) => (index === place ? NEUTRAL : value)),
    };
    const without = climb(objective, settled.at, held);
    const isFewer = boundsOf(without.at, bounds).length < now.length;
    if (isFewer && without.value > best.value - GAIN) settled = without;
  }
  return settled;
}

/** The logarithm of 1. */
const NEUTRAL = 0;
const TOUCH = 1e-6;

function boundsOf(at: readonly number[], { lower, upper }: Bounds): number[] {
  return [...at.keys()].filter((index) => {
    const value = elementAt(at, index);
    return value <= elementAt(lower, index) + TOUCH || value >= elementAt(upper, index) - TOUCH;
  });
}
