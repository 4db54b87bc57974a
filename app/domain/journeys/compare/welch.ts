import { lnGamma } from "../../customers/models/special-functions.ts";

/** How far two means lie apart, with the 95 % interval by Welch: the two may spread differently. */
export interface Difference {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** The interval leaves zero out; else no difference is shown. */
  readonly isShown: boolean;
}

const FEWEST = 2;

/** The first mean less the second; null where one of them has fewer than two values and says nothing of its spread. */
export function welch(a: readonly number[], b: readonly number[]): Difference | null {
  if (a.length < FEWEST || b.length < FEWEST) return null;
  const [first, second] = [momentsOf(a), momentsOf(b)];
  const difference = first.mean - second.mean;
  const variance = first.ofMean + second.ofMean;
  if (variance === 0) return { difference, low: difference, high: difference, isShown: difference !== 0 };
  const freedom = variance ** 2 / (first.ofMean ** 2 / (a.length - 1) + second.ofMean ** 2 / (b.length - 1));
  const reach = studentQuantile(freedom) * Math.sqrt(variance);
  const [low, high] = [difference - reach, difference + reach];
  return { difference, low, high, isShown: low > 0 || high < 0 };
}

function momentsOf(values: readonly number[]): { readonly mean: number; readonly ofMean: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, ofMean: squares / (values.length - 1) / values.length };
}

/** No quantile of 97.5 % is greater: that of one degree of freedom is 12.7062. */
const GREATEST = 13;
const HALVINGS = 60;
const TAIL = 0.025;

/** The 97.5 % quantile of Student's t, by halving: of one degree of freedom and more. */
export function studentQuantile(freedom: number): number {
  let low = 0;
  let high = GREATEST;
  for (let turn = 0; turn < HALVINGS; turn += 1) {
    const middle = (low + high) / 2;
    const tail = incompleteBeta(freedom / (freedom + middle ** 2), freedom / 2, 1 / 2) / 2;
    if (tail > TAIL) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const MOST_TERMS = 500;
const TINY = 1e-300;
const PRECISION = 1e-15;

/** The regularised incomplete beta function, by its continued fraction (Lentz). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
  const front = Math.exp(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

function betaFraction(x: number, a: number, b: number): number {
  const awayFromZero = (value: number) => (Math.abs(value) < TINY ? TINY : value);
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= MOST_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < PRECISION) break;
  }
  return fraction;
}
