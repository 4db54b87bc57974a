import { assert, elementAt } from "../../assert.ts";
import { fitByLikelihood } from "./fit.ts";
import type { Objective } from "./maximise.ts";
import { logistic, softPlus } from "./special-functions.ts";

/**
 * BG/NBD (Fader, Hardie and Lee 2005, "Counting your customers" the easy way): purchases come by
 * chance at a rate of each customer's own (gamma: r, alpha), and after each the customer may leave
 * for good (beta: a, b). Times are weeks.
 */
export interface BgNbd {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** Of one customer: repeat purchase days, and weeks from the first to the last of them and to today. */
export interface Repeats {
  readonly x: number;
  readonly tx: number;
  readonly T: number;
}

export interface BgNbdFit extends BgNbd {
  readonly logLikelihood: number;
  readonly customers: number;
  readonly atBound: readonly (keyof BgNbd)[];
}

const NAMES = ["r", "alpha", "a", "b"] as const;
const SMALLEST = Math.log(1e-6);
const LARGEST = Math.log(1e6);
export const FEWEST_CUSTOMERS = 50;
const GROUPS_OF_A_PART = 4000;

/** Null with too few customers who came back, or where the search finds no maximum. */
export function fitBgNbd(customers: readonly Repeats[]): BgNbdFit | null {
  const repeating = customers.reduce((count, { x }) => count + (x > 0 ? 1 : 0), 0);
  if (repeating < FEWEST_CUSTOMERS) return null;
  const groups = groupsOf(customers);
  const meanT = customers.reduce((sum, { T }) => sum + T, 0) / customers.length;
  const span = Math.max(meanT, 1);
  const fit = fitByLikelihood({
    of: likelihoodOf(groups),
    ofPart: groups.length > 2 * GROUPS_OF_A_PART ? likelihoodOf(partOf(groups)) : null,
    starts: [
      [0.5, span / 4, 1, 3],
      [1, span, 0.1, 1],
      [5, 2 * span, 2, 10],
    ],
    bounds: { lower: NAMES.map(() => SMALLEST), upper: NAMES.map(() => LARGEST) },
  });
  if (fit === null) return null;
  const [r, alpha, a, b] = fit.parameters;
  assert(
    r !== undefined && alpha !== undefined && a !== undefined && b !== undefined,
    "a fit has a value for each parameter",
  );
  return {
    ...{ r, alpha, a, b },
    logLikelihood: fit.logLikelihood,
    customers: customers.length,
    atBound: fit.atBound.map((place) => elementAt(NAMES, place)),
  };
}

/** The log-likelihood of customers under given parameters. */
export function logLikelihood(model: BgNbd, customers: readonly Repeats[]): number {
  return likelihoodOf(groupsOf(customers))(NAMES.map((name) => Math.log(model[name]))).value;
}

/** The probability that a customer has not left for good; 1 for who bought once. */
export function aliveProbability(model: BgNbd, customer: Repeats): number {
  return customer.x === 0 ? 1 : logistic(-leavingOdds(model, customer));
}

/** The logarithm of how much likelier it is that a customer has left after the last purchase than not. */
function leavingOdds({ r, alpha, a, b }: BgNbd, { x, tx, T }: Repeats): number {
  return Math.log(a) - Math.log(b + x - 1) + (r + x) * Math.log1p((T - tx) / (alpha + tx));
}

interface Group extends Repeats {
  readonly count: number;
}

/** Many customers are alike, who bought once above all: they are looked at once. */
function groupsOf(customers: readonly Repeats[]): Group[] {
  const sorted = [...customers].sort((p, q) => p.x - q.x || p.T - q.T || p.tx - q.tx);
  const groups: Group[] = [];
  let begin = 0;
  sorted.forEach((customer, index) => {
    const next = sorted[index + 1];
    if (next?.x === customer.x && next.T === customer.T && next.tx === customer.tx) return;
    groups.push({ x: customer.x, tx: customer.tx, T: customer.T, count: index + 1 - begin });
    begin = index + 1;
  });
  return groups;
}

function partOf(groups: readonly Group[]): Group[] {
  const every = Math.ceil(groups.length / GROUPS_OF_A_PART);
  return groups.filter((_, index) => index % every === 0);
}

/**
 * ln L = ln Γ(r+x)/Γ(r) + r ln α − (r+x) ln(α+T) + ln B(a,b+x)/B(a,b) + ln(1 + what speaks for having
 * left). As x is a whole number, the gammas' ratios are products, summed up once for all customers:
 * exact for any x and any size of the parameters.
 */
function likelihoodOf(groups: readonly Group[]): Objective {
  const mostRepeats = groups.reduce((most, { x }) => Math.max(most, x), 0);
  return (at) => {
    const [r = 0, alpha = 0, a = 0, b = 0] = at.map(Math.exp);
    const ofRate = risingSums(r, mostRepeats);
    const ofStaying = risingSums(b, mostRepeats);
    const ofBoth = risingSums(a + b, mostRepeats);
    let value = 0;
    let byR = 0;
    let byAlpha = 0;
    let byA = 0;
    let byB = 0;
    for (const { x, tx, T, count } of groups) {
      const passed = Math.log1p(T / alpha);
      let one =
        elementAt(ofRate.logs, x) -
        r * passed -
        x * Math.log(alpha + T) +
        elementAt(ofStaying.logs, x) -
        elementAt(ofBoth.logs, x);
      let gone = 0;
      let silence = 0;
      if (x > 0) {
        silence = Math.log1p((T - tx) / (alpha + tx));
        const odds = elementAt(at, 2) - Math.log(b + x - 1) + (r + x) * silence;
        gone = logistic(odds);
        one += softPlus(odds);
        byB -= (count * gone) / (b + x - 1);
      }
      value += count * one;
      byR += count * (elementAt(ofRate.inverses, x) - passed + gone * silence);
      byAlpha +=
        count *
        ((r * T - x * alpha) / (alpha * (alpha + T)) -
          (gone * (r + x) * (T - tx)) / ((alpha + T) * (alpha + tx)));
      byA += count * (gone / a - elementAt(ofBoth.inverses, x));
      byB += count * (elementAt(ofStaying.inverses, x) - elementAt(ofBoth.inverses, x));
    }
    return { value, gradient: [r * byR, alpha * byAlpha, a * byA, b * byB] };
  };
}

/** Σ ln(z + i) and Σ 1 ÷ (z + i) over i < n, for every n up to `most`. */
function risingSums(
  z: number,
  most: number,
): { readonly logs: Float64Array; readonly inverses: Float64Array } {
  const logs = new Float64Array(most + 1);
  const inverses = new Float64Array(most + 1);
  let log = 0;
  let inverse = 0;
  for (let i = 0; i < most; i += 1) {
    log += Math.log(z + i);
    inverse += 1 / (z + i);
    logs[i + 1] = log;
    inverses[i + 1] = inverse;
  }
  return { logs, inverses };
}
