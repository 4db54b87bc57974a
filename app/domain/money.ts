import { assert, elementAt } from "./assert.ts";

/** ISO 4217 currencies whose minor unit is not a hundredth, by their number of minor digits. */
const UNUSUAL: readonly (readonly [digits: number, currencies: string])[] = [
  [0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"],
  [3, "BHD IQD JOD KWD LYD OMR TND"],
  [4, "CLF UYW"],
];
const unusualDigits = new Map(
  UNUSUAL.flatMap(([digits, codes]) => codes.split(" ").map((code) => [code, digits] as const)),
);
const currencies = new Set(Intl.supportedValuesOf("currency"));

/** Minor digits of an ISO 4217 currency (EUR 2, JPY 0, KWD 3); null where there is no such currency. */
export function currencyDigits(currency: string): number | null {
  return unusualDigits.get(currency) ?? (currencies.has(currency) ? 2 : null);
}

/**
 * Reads a decimal amount ("12.34", "-5", "7.5") into integer minor units. Null where the text is
 * no plain decimal, says more than the currency can (a non-zero digit beyond `digits`), or is
 * beyond what is exact. Zeros beyond the currency's digits say nothing and are accepted.
 */
export function parseMoney(text: string, digits: number): number | null {
  const negative = text.charCodeAt(0) === 45;
  let value = 0;
  let whole = 0;
  let decimals = -1;
  for (let index = negative ? 1 : 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 46) {
      if (decimals >= 0 || whole === 0) return null;
      decimals = 0;
    } else if (code < 48 || code > 57) {
      return null;
    } else if (decimals < 0) {
      value = value * 10 + (code - 48);
      whole += 1;
    } else {
      decimals += 1;
      if (decimals <= digits) value = value * 10 + (code - 48);
      else if (code !== 48) return null;
    }
  }
  if (whole === 0 || decimals === 0) return null;
  for (let missing = Math.max(decimals, 0); missing < digits; missing += 1) value *= 10;
  if (!Number.isSafeInteger(value)) return null;
  return negative && value !== 0 ? -value : value;
}

/** Minor units as a plain decimal: (1234, 2) → "12.34", (500, 0) → "500". */
export function formatMoney(minor: number, digits: number): string {
  assert(Number.isSafeInteger(minor), "money is a safe integer of minor units");
  const sign = minor < 0 ? "-" : "";
  const text = String(Math.abs(minor));
  if (digits === 0) return sign + text;
  const padded = text.padStart(digits + 1, "0");
  return `${sign}${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}

/**
 * Shares `total` (≥ 0, any integer unit) in proportion to the weights (≥ 0), losing nothing: each
 * gets the floor of its share, the rest goes one by one to the largest remainders, ties to the
 * earlier. Where all weights are 0 nothing can be shared and `total` must be 0.
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  let sum = 0;
  for (const weight of weights) {
    assert(Number.isSafeInteger(weight) && weight >= 0, "a weight is a safe integer of at least 0");
    sum += weight;
  }
  assert(Number.isSafeInteger(sum), "the weights' sum is a safe integer");
  assert(Number.isSafeInteger(total) && total >= 0, "what is shared is a safe integer of at least 0");
  if (total === 0) return weights.map(() => 0);
  assert(sum > 0, "something can only be shared over weights above 0");
  const shares: number[] = [];
  const remainders: number[] = [];
  let left = total;
  for (const weight of weights) {
    const { quotient, remainder } = divide(total, weight, sum);
    shares.push(quotient);
    remainders.push(remainder);
    left -= quotient;
  }
  if (left === 0) return shares;
  const order = remainders.map((_, index) => index);
  order.sort((a, b) => elementAt(remainders, b) - elementAt(remainders, a) || a - b);
  for (const index of order.slice(0, left)) shares[index] = elementAt(shares, index) + 1;
  return shares;
}

/** a × b / c with the exact remainder; bigint only where the product is too large for a number. */
function divide(a: number, b: number, c: number): { quotient: number; remainder: number } {
  const product = a * b;
  if (Number.isSafeInteger(product)) {
    const remainder = product % c;
    return { quotient: (product - remainder) / c, remainder };
  }
  const exact = BigInt(a) * BigInt(b);
  const divisor = BigInt(c);
  return { quotient: Number(exact / divisor), remainder: Number(exact % divisor) };
}
