import { assert } from "./assert.ts";

/** An exact fraction. `den` > 0. Kept as bigint so that products of money, rates and factors never overflow. */
export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

export const ONE: Rational = { num: 1n, den: 1n };
export const ZERO: Rational = { num: 0n, den: 1n };

export function rational(num: bigint | number, den: bigint | number = 1n): Rational {
  const n = BigInt(num);
  const d = BigInt(den);
  assert(d > 0n, "a rational's denominator is positive");
  return { num: n, den: d };
}

export function add(a: Rational, b: Rational): Rational {
  return a.den === b.den
    ? { num: a.num + b.num, den: a.den }
    : { num: a.num * b.den + b.num * a.den, den: a.den * b.den };
}

export function sumOf(amounts: readonly Rational[]): Rational {
  let sum: Rational | null = null;
  for (const amount of amounts) sum = sum === null ? amount : add(sum, amount);
  return sum ?? ZERO;
}

export function multiply(a: Rational, b: Rational): Rational {
  return { num: a.num * b.num, den: a.den * b.den };
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Towards minus infinity. The engine's one rounding. */
export function floor(a: Rational): number {
  let quotient = a.num / a.den;
  if (a.num < 0n && quotient * a.den !== a.num) quotient -= 1n;
  const result = Number(quotient);
  assert(Number.isSafeInteger(result), "a rounded figure is below 2^53, so that it is exact");
  return result;
}

/** Reads a plain decimal such as "1.25" exactly, in lowest terms: 5/4. */
export function fromDecimal(text: string): Rational {
  assert(/^\d+(\.\d+)?$/.test(text), "a decimal is written with digits and at most one point");
  const [whole = "", decimals = ""] = text.split(".");
  return lowestTerms({ num: BigInt(whole + decimals), den: 10n ** BigInt(decimals.length) });
}

/** The same fraction with the smallest possible numerator and denominator. */
export function lowestTerms(value: Rational): Rational {
  let a = value.num < 0n ? -value.num : value.num;
  let b = value.den;
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? { num: 0n, den: 1n } : { num: value.num / a, den: value.den / a };
}

export function subtract(a: Rational, b: Rational): Rational {
  return a.den === b.den
    ? { num: a.num - b.num, den: a.den }
    : { num: a.num * b.den - b.num * a.den, den: a.den * b.den };
}

export function atLeastZero(a: Rational): Rational {
  return a.num < 0n ? ZERO : a;
}
