import type { Prediction } from "../facts/subject.ts";
import { distinctDays, marginOf, ratio } from "../facts/purchase-figures.ts";
import type { OrderOutcome } from "../history/order-outcome.ts";
import { aliveProbability, fitBgNbd } from "../models/bg-nbd.ts";
import type { BgNbd, BgNbdFit, Repeats } from "../models/bg-nbd.ts";
import { expectedWhileAlive } from "../models/expected-purchases.ts";
import { expectedAverage, fitGammaGamma } from "../models/gamma-gamma.ts";
import type { GammaGamma, GammaGammaFit, Spending } from "../models/gamma-gamma.ts";

const DAYS_A_WEEK = 7;
const WEEKS_A_YEAR = 52;

/** What the models look at of one customer with a purchase. */
export interface History extends Repeats {
  /** Mean value of the repeat purchase days, whole units of the currency; 0 without one. */
  readonly mean: number;
}

export interface Models {
  readonly purchases: BgNbdFit | null;
  readonly money: GammaGammaFit | null;
}

export interface LifetimeSettings {
  readonly horizonWeeks: number;
  /** Yearly rate by which later purchases are worth less; null = none. */
  readonly yearlyRate: number | null;
  /** Whether values are the shop's margin and not its revenue. */
  readonly withMargin: boolean;
}

export const PLAIN_LIFETIME: LifetimeSettings = {
  horizonWeeks: WEEKS_A_YEAR,
  yearlyRate: null,
  withMargin: false,
};

/** Of purchases in the order of their payment, at least one; `day` is today. */
export function historyOf(purchases: readonly OrderOutcome[], day: number, digits: number): History | null {
  const days = distinctDays(purchases);
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return null;
  const x = days.length - 1;
  let repeatMinor = 0;
  for (const { day: paidOn, keptMinor } of purchases) if (paidOn !== first) repeatMinor += keptMinor;
  return {
    x,
    tx: (last - first) / DAYS_A_WEEK,
    T: (day - first) / DAYS_A_WEEK,
    mean: x === 0 ? 0 : repeatMinor / x / 10 ** digits,
  };
}

/** Each model stands by itself. */
export function fitModels(histories: readonly History[]): Models {
  return { purchases: fitBgNbd(histories), money: fitGammaGamma(histories) };
}

/** The shop's margin share of the last 365 days; null where no cost is known. */
export function marginShareOf(purchases: readonly OrderOutcome[], day: number): number | null {
  const { valueMinor, netMinor } = marginOf(purchases.filter(({ day: paidOn }) => paidOn >= day - 365));
  return ratio(valueMinor, netMinor);
}

/** What the models expect of each customer; `marginShare` where values are to be margin. */
export function predict(
  { purchases, money }: Readonly<{ purchases: BgNbd | null; money: GammaGamma | null }>,
  histories: readonly History[],
  settings: LifetimeSettings,
  marginShare: number | null,
): readonly Prediction[] {
  const weighed = purchases === null ? null : weighedPurchases(purchases, settings);
  const counted = purchases === null ? null : expectations(purchases, settings.horizonWeeks);
  const factor = settings.withMargin ? marginShare : 1;
  const known = histories.map((history) => {
    const average = money === null ? null : expectedAverage(money, asSpending(history));
    const alive = purchases === null ? null : aliveProbability(purchases, history);
    const worth =
      weighed === null || alive === null || average === null || factor === null
        ? null
        : alive * weighed(history) * average * factor;
    return {
      alive: history.x === 0 ? null : alive,
      purchases: counted === null || alive === null ? null : alive * counted(history),
      average,
      value: worth,
    };
  });
  const top = shareWithAtLeast(known.flatMap(({ value }) => (value === null ? [] : [value])));
  return known.map((one) => ({ ...one, top: one.value === null ? null : top(one.value) }));
}

function asSpending({ x, mean }: History): Spending {
  return { x, mean };
}

type Expectation = (history: Pick<Repeats, "x" | "T">) => number;

/** Many customers came back as often and are here as long: what is expected while they stay is worked out once. */
function expectations(model: BgNbd, weeks: number): Expectation {
  const known = new Map<number, Map<number, number>>();
  return ({ x, T }) => {
    let ofX = known.get(x);
    if (ofX === undefined) {
      ofX = new Map();
      known.set(x, ofX);
    }
    const days = Math.round(T * DAYS_A_WEEK);
    const found = ofX.get(days);
    if (found !== undefined) return found;
    const expected = expectedWhileAlive(model, { x, T }, weeks);
    ofX.set(days, expected);
    return expected;
  };
}

/** The same, each week's purchases discounted to today: Σ (E(w) − E(w−1)) ÷ (1 + rate)^(w ÷ 52). */
function weighedPurchases(model: BgNbd, { horizonWeeks, yearlyRate }: LifetimeSettings): Expectation {
  if (yearlyRate === null) return expectations(model, horizonWeeks);
  const weeks = Array.from({ length: Math.ceil(horizonWeeks) }, (_, index) =>
    Math.min(index + 1, horizonWeeks),
  );
  const each = weeks.map((week) => ({ week, expected: expectations(model, week) }));
  return (history) => {
    let sum = 0;
    let before = 0;
    for (const { week, expected } of each) {
      const until = expected(history);
      sum += (until - before) / (1 + yearlyRate) ** (week / WEEKS_A_YEAR);
      before = until;
    }
    return sum;
  };
}

/** Of many values, the share that is at least a given one of them. */
function shareWithAtLeast(values: readonly number[]): (value: number) => number {
  const sorted = Float64Array.from(values).sort();
  return (value) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? value) < value) low = middle + 1;
      else high = middle;
    }
    return (sorted.length - low) / sorted.length;
  };
}
