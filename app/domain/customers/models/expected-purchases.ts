import { aliveProbability } from "./bg-nbd.ts";
import type { BgNbd, Repeats } from "./bg-nbd.ts";

/**
 * The purchases expected of a customer within the next `weeks`: P(alive) times the mean, over what is
 * known of the chance p to leave after a purchase (beta: a, b + x), of (1 − (1 + pt/(α+T))^−(r+x)) ÷ p.
 * That is the published formula before its integral is written as a hypergeometric function, which
 * loses all digits for busy customers and for parameters at their bounds; this one loses none.
 */
export function expectedPurchases(model: BgNbd, customer: Repeats, weeks: number): number {
  return aliveProbability(model, customer) * expectedWhileAlive(model, customer, weeks);
}

/** The same of a customer who is known to be there still; depends on x and T alone. */
export function expectedWhileAlive(
  { r, alpha, a, b }: BgNbd,
  { x, T }: Pick<Repeats, "x" | "T">,
  weeks: number,
): number {
  if (weeks <= 0) return 0;
  return meanOverBeta(a, b + x, r + x, weeks / (alpha + T));
}

/** The same of somebody of whom nothing is known but that the first purchase was just made. */
export function expectedOfNewcomer(model: BgNbd, weeks: number): number {
  return expectedWhileAlive(model, { x: 0, T: 0 }, weeks);
}

/**
 * E[g(p)] for p ~ Beta(a, b) and g(p) = (1 − (1 + sp)^−n) ÷ p. Where the density has a pole at an end,
 * the straight line between g(0) and g(1) is taken off first: its mean is exact, and what is left
 * vanishes at both ends.
 */
function meanOverBeta(a: number, b: number, n: number, s: number): number {
  const g = (p: number) => -Math.expm1(-n * Math.log1p(s * p)) / p;
  if (a >= 1 && b >= 1) return integrateOverBeta(a, b, n, (p) => g(p));
  const atZero = n * s;
  const atOne = g(1);
  const line = (atZero * b + atOne * a) / (a + b);
  const weight = (a / (a + b)) * (b / (a + b + 1));
  const rest = integrateOverBeta(a + 1, b + 1, n, (p, q) =>
    p === 0 || q === 0 ? 0 : (g(p) - atZero * q - atOne * p) / p / q,
  );
  return line + weight * rest;
}

const NEGLIGIBLE = -44;
const FINEST = 0.2;

/**
 * The mean of h(p, 1 − p) for p ~ Beta(a, b), both at least 1, by the trapezoidal rule over ln(p ÷ (1 − p)):
 * there the density falls off exponentially on both sides, and the rule is as exact as the numbers are.
 */
function integrateOverBeta(a: number, b: number, n: number, h: (p: number, q: number) => number): number {
  const mode = Math.log(a / b);
  const width = Math.sqrt(1 / a + 1 / b);
  const step = Math.min(FINEST, width / 2, n > 1e4 ? FINEST / 2 : FINEST);
  const density = (u: number) => -a * Math.log1p(Math.exp(-u)) - b * Math.log1p(Math.exp(u));
  const top = density(mode);
  let sum = 0;
  let weights = 0;
  const add = (u: number): boolean => {
    const log = density(u) - top;
    if (log < NEGLIGIBLE) return false;
    const weight = Math.exp(log);
    sum += weight * h(1 / (1 + Math.exp(-u)), 1 / (1 + Math.exp(u)));
    weights += weight;
    return true;
  };
  for (let place = 0; add(mode + place * step); place += 1);
  for (let place = -1; add(mode + place * step); place -= 1);
  return sum / weights;
}
