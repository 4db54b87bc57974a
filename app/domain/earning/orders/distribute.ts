import { elementAt } from "../../assert.ts";
import { floor, sumOf } from "../../rational.ts";
import type { Rational } from "../../rational.ts";

/**
 * Shares a rounded total over the exact amounts it came from, by largest remainder (ties: the
 * earlier), so that the parts sum to it. Where the total is the amounts' own floor each part is its
 * amount rounded down or up; where a limit made it smaller the amounts are scaled down first.
 */
export function distribute(total: number, amounts: readonly Rational[]): number[] {
  if (total === 0) return amounts.map(() => 0);
  if (amounts.length === 1) return [total];
  const sum = sumOf(amounts);
  const scaled =
    floor(sum) === total
      ? amounts
      : amounts.map(({ num, den }) => ({ num: num * BigInt(total) * sum.den, den: den * sum.num }));
  const shares = scaled.map(floor);
  let left = total - shares.reduce((all, share) => all + share, 0);
  if (left === 0) return shares;
  const remainders = scaled.map(({ num, den }) => ({ num: num % den, den }));
  const order = remainders.map((_, index) => index);
  order.sort((a, b) => {
    const x = elementAt(remainders, a);
    const y = elementAt(remainders, b);
    const difference = y.num * x.den - x.num * y.den;
    return difference < 0n ? -1 : difference > 0n ? 1 : a - b;
  });
  for (const index of order) {
    if (left === 0) break;
    shares[index] = elementAt(shares, index) + 1;
    left -= 1;
  }
  return shares;
}
