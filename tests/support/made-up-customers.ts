import type { Repeats } from "#app/domain/customers/models/bg-nbd.ts";
import type { Spending } from "#app/domain/customers/models/gamma-gamma.ts";

/** Numerical Recipes' linear congruential generator: between 0 and 1, the same in every run. */
export function sameChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}

const exponential = (chance: () => number, mean: number) => -Math.log(chance()) * mean;

/** Customers of a BG/NBD shop with r = 1, alpha = 5, a = 1, b = 2, by days, seen for up to `days`. */
export function madeUpRepeats(count: number, days: number, seed = 1): Repeats[] {
  const chance = sameChance(seed);
  return Array.from({ length: count }, () => {
    const seen = days - Math.floor(chance() * 84);
    const perWeek = exponential(chance, 1 / 5);
    const leaving = 1 - Math.sqrt(chance());
    const on = new Set([0]);
    for (let day = exponential(chance, 7 / perWeek); day < seen; day += exponential(chance, 7 / perWeek)) {
      on.add(Math.floor(day));
      if (chance() < leaving) break;
    }
    return { x: on.size - 1, tx: Math.max(...on) / 7, T: seen / 7 };
  });
}

/** What they spend in a gamma-gamma shop with p = 4, q = 3, v = 20. */
export function madeUpSpending(repeats: readonly Repeats[], seed = 2): Spending[] {
  const chance = sameChance(seed);
  const sum = (shape: number) =>
    Array.from({ length: shape }, () => exponential(chance, 1)).reduce((a, b) => a + b);
  return repeats.map(({ x }) => {
    const rate = sum(3) / 20;
    return { x, mean: x === 0 ? 0 : sum(4 * x) / rate / x };
  });
}
