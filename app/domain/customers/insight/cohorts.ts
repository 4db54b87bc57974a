import { monthOfDay, type Month } from "./months.ts";

/** What a customer bought, purchase by purchase, in the order of payment. */
export type Purchases = readonly { readonly day: number; readonly keptMinor: number }[];

/** Everybody who bought for the first time in one month. */
export interface Cohort {
  readonly month: Month;
  readonly customers: number;
  /** Those with purchases on at least two days. */
  readonly repeating: number;
  /** Those who bought in the first, second … month after; only months that have begun. */
  readonly buyingAgain: readonly number[];
  /** What all of them brought until the end of the first month, of the month after …, minor units. */
  readonly revenueMinor: readonly number[];
}

/** How long a cohort is followed. */
const MONTHS_FOLLOWED = 12;

interface Tally {
  customers: number;
  repeating: number;
  readonly buyingAgain: number[];
  /** By months since the first purchase. */
  readonly revenueMinor: number[];
}

/**
 * Customers by the month of their first purchase, oldest first; a month without anybody is no line. Each is followed
 * for twelve months, the present one with what there is of it.
 */
export function cohortsOf(customers: Iterable<Purchases>, today: Month): Cohort[] {
  const tallies = new Map<Month, Tally>();
  for (const purchases of customers) {
    const [first] = purchases;
    if (first === undefined) continue;
    const month = monthOfDay(first.day);
    let tally = tallies.get(month);
    if (tally === undefined) {
      const followed = Math.min(MONTHS_FOLLOWED, today - month);
      tally = {
        ...{ customers: 0, repeating: 0 },
        buyingAgain: new Array<number>(followed).fill(0),
        revenueMinor: new Array<number>(followed + 1).fill(0),
      };
      tallies.set(month, tally);
    }
    addTo(tally, month, purchases);
  }
  return [...tallies]
    .sort(([a], [b]) => a - b)
    .map(([month, { revenueMinor, ...tally }]) => ({
      month,
      ...tally,
      revenueMinor: summedUp(revenueMinor),
    }));
}

function addTo(tally: Tally, month: Month, purchases: Purchases): void {
  const [first] = purchases;
  tally.customers += 1;
  if (purchases.some(({ day }) => day !== first?.day)) tally.repeating += 1;
  let last = 0;
  for (const { day, keptMinor } of purchases) {
    const since = monthOfDay(day) - month;
    const known = tally.revenueMinor[since];
    if (known === undefined) continue;
    tally.revenueMinor[since] = known + keptMinor;
    const buying = tally.buyingAgain[since - 1];
    if (since === last || buying === undefined) continue;
    tally.buyingAgain[since - 1] = buying + 1;
    last = since;
  }
}

function summedUp(each: readonly number[]): number[] {
  let sum = 0;
  return each.map((amount) => (sum += amount));
}
