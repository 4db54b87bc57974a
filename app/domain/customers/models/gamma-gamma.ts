import { assert, elementAt } from "../../assert.ts";
import { FEWEST_CUSTOMERS } from "./bg-nbd.ts";
import { fitByLikelihood } from "./fit.ts";
import type { Objective } from "./maximise.ts";
import { digamma, stirlingRest } from "./special-functions.ts";

/**
 * Gamma-gamma (Fader and Hardie 2013): a purchase's value varies about each customer's own mean
 * (gamma: p), and the means among the customers (gamma: q, v). Money is whole units of the currency.
 */
export interface GammaGamma {
  readonly p: number;
  readonly q: number;
  readonly v: number;
}

/** Of one customer: repeat purchase days, and the mean of their values. */
export interface Spending {
  readonly x: number;
  readonly mean: number;
}

export interface GammaGammaFit extends GammaGamma {
  readonly logLikelihood: number;
  readonly customers: number;
  readonly atBound: readonly (keyof GammaGamma)[];
}

const NAMES = ["p", "q", "v"] as const;
const SMALLEST = Math.log(1e-6);
const LARGEST = Math.log(1e6);
/** v is money: any positive amount. */
const ANY = 600;
const CUSTOMERS_OF_A_PART = 4000;

/** Of those with x > 0 and a positive mean. Null with too few of them, without a maximum, or where means have no mean (q ≤ 1). */
export function fitGammaGamma(customers: readonly Spending[]): GammaGammaFit | null {
  const spending = customers.filter(({ x, mean }) => x > 0 && mean > 0);
  if (spending.length < FEWEST_CUSTOMERS) return null;
  const typical = spending.reduce((sum, { mean }) => sum + mean, 0) / spending.length;
  const every = Math.ceil(spending.length / CUSTOMERS_OF_A_PART);
  const fit = fitByLikelihood({
    of: likelihoodOf(spending),
    ofPart: every > 2 ? likelihoodOf(spending.filter((_, index) => index % every === 0)) : null,
    starts: [
      [5, 4, (typical * 3) / 5],
      [1, 2, typical],
      [20, 10, (typical * 9) / 20],
    ],
    bounds: { lower: [SMALLEST, SMALLEST, -ANY], upper: [LARGEST, LARGEST, ANY] },
  });
  if (fit === null) return null;
  const [p, q, v] = fit.parameters;
  assert(p !== undefined && q !== undefined && v !== undefined, "a fit has a value for each parameter");
  if (q <= 1) return null;
  return {
    ...{ p, q, v },
    logLikelihood: fit.logLikelihood,
    customers: spending.length,
    atBound: fit.atBound.map((place) => elementAt(NAMES, place)),
  };
}

/** The log-likelihood of customers under given parameters. */
export function logLikelihood(model: GammaGamma, customers: readonly Spending[]): number {
  return likelihoodOf(customers)(NAMES.map((name) => Math.log(model[name]))).value;
}

/** What a customer's purchases are expected to be worth on average, seen beside all others'. */
export function expectedAverage({ p, q, v }: GammaGamma, { x, mean }: Spending): number {
  return x === 0 ? (p * v) / (q - 1) : (p * (v + x * mean)) / (p * x + q - 1);
}

const HALF_LN_2PI = 0.918938533204672742;

/**
 * With A = px and S = x z̄: ln L = A ln(share of S ÷ share of A) + q ln(share of v ÷ share of q)
 * + ½ ln(Aq ÷ 2π(A+q)) − ln z̄ + δ(A+q) − δ(A) − δ(q), where shares are of S + v and of A + q. So no
 * large gammas are taken from each other.
 */
function likelihoodOf(customers: readonly Spending[]): Objective {
  const mostRepeats = customers.reduce((most, { x }) => Math.max(most, x), 0);
  const isTaken = new Uint8Array(mostRepeats + 1);
  for (const { x } of customers) isTaken[x] = 1;
  const logMeans = customers.reduce((sum, { mean }) => sum + Math.log(mean), 0);
  return (at) => {
    const [p = 0, q = 0, v = 0] = at.map(Math.exp);
    const gammas = gammasOf(p, q, isTaken);
    let value = -logMeans;
    let byP = 0;
    let byQ = 0;
    let byV = 0;
    for (const { x, mean } of customers) {
      const A = p * x;
      const S = x * mean;
      const both = v + S;
      const ofS = -Math.log1p(v / S);
      const ofV = -Math.log1p(S / v);
      value += A * (ofS + Math.log1p(q / A)) + q * (ofV + Math.log1p(A / q)) + elementAt(gammas.rest, x);
      byP += x * (elementAt(gammas.byA, x) + ofS);
      byQ += elementAt(gammas.byQ, x) + ofV;
      byV += (q * S - A * v) / (v * both);
    }
    return { value, gradient: [p * byP, q * byQ, v * byV] };
  };
}

/** What depends on x and the parameters alone, once for every x there is. */
function gammasOf(p: number, q: number, isTaken: Uint8Array) {
  const rest = new Float64Array(isTaken.length);
  const byA = new Float64Array(isTaken.length);
  const byQ = new Float64Array(isTaken.length);
  const restOfQ = stirlingRest(q);
  const slopeOfQ = digamma(q);
  for (let x = 1; x < isTaken.length; x += 1) {
    if (isTaken[x] === 0) continue;
    const A = p * x;
    rest[x] =
      0.5 * Math.log((A / (A + q)) * q) - HALF_LN_2PI + stirlingRest(A + q) - stirlingRest(A) - restOfQ;
    const together = digamma(A + q);
    byA[x] = together - digamma(A);
    byQ[x] = together - slopeOfQ;
  }
  return { rest, byA, byQ };
}
