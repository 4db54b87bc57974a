import { addMonthsToDay, localDayNumber, startOfDayNumber } from "../../calendar.ts";
import type { Instant } from "../../calendar.ts";
import type { Within } from "../facts/fact-ask.ts";
import { outcomesAt } from "../facts/subject.ts";
import type { Prediction, RfmScores } from "../facts/subject.ts";
import { valueOf } from "../facts/purchase-figures.ts";
import type { Customer } from "../history/customer.ts";
import type { OrderOutcome } from "../history/order-outcome.ts";
import { fitModels, historyOf, marginShareOf, predict } from "./lifetime-value.ts";
import type { History, LifetimeSettings, Models } from "./lifetime-value.ts";
import { scoreRfm } from "./rfm.ts";
import type { RfmFigures } from "./rfm.ts";

export interface ScoreSettings extends LifetimeSettings {
  readonly zone: string;
  readonly digits: number;
  /** What RFM looks at; null = ever. */
  readonly rfmWithin: Within | null;
}

/** By the customers' ids. */
export interface Scores {
  readonly rfm: ReadonlyMap<string, RfmScores>;
  readonly predictions: ReadonlyMap<string, Prediction>;
  readonly models: Models;
}

/**
 * Scores everybody with a purchase: RFM by what was so before the local midnight that began the day of
 * `at`, so that a score stays still during a day; the models by what is so at `at`, fitted then, or
 * with the parameters of an earlier fit. `standing` is the last instant that counts, where it is not now.
 */
export function scoreShop(
  customers: readonly Customer[],
  at: Instant,
  settings: ScoreSettings,
  { fitted = null, standing = at }: { readonly fitted?: Models | null; readonly standing?: Instant } = {},
): Scores {
  const { zone, digits } = settings;
  const day = localDayNumber(at, zone);
  const rfm = rfmOf(customers, day, settings);
  const known: { readonly customer: Customer; readonly history: History }[] = [];
  const all: OrderOutcome[] = [];
  for (const customer of customers) {
    const purchases = outcomesAt(customer, standing).filter(({ isPurchase }) => isPurchase);
    const history = historyOf(purchases, day, digits);
    if (history !== null) known.push({ customer, history });
    if (settings.withMargin) for (const purchase of purchases) all.push(purchase);
  }
  const histories = known.map(({ history }) => history);
  const models = fitted ?? fitModels(histories);
  const marginShare = settings.withMargin ? marginShareOf(all, day) : null;
  const predictions = new Map<string, Prediction>();
  predict(models, histories, settings, marginShare).forEach((prediction, index) => {
    const one = known[index];
    if (one !== undefined) predictions.set(one.customer.id, prediction);
  });
  return { rfm, predictions, models };
}

/** What stood before a local midnight. */
function rfmOf(
  customers: readonly Customer[],
  day: number,
  { zone, rfmWithin }: ScoreSettings,
): ReadonlyMap<string, RfmScores> {
  const midnight = startOfDayNumber(day, zone);
  const from =
    rfmWithin === null
      ? Number.NEGATIVE_INFINITY
      : rfmWithin.unit === "days"
        ? day - rfmWithin.count
        : addMonthsToDay(day, -rfmWithin.count);
  const scored: Customer[] = [];
  const figures: RfmFigures[] = [];
  for (const customer of customers) {
    const purchases = outcomesAt(customer, midnight - 1).filter(
      (outcome) => outcome.isPurchase && outcome.day >= from,
    );
    const last = purchases.at(-1);
    if (last === undefined) continue;
    scored.push(customer);
    figures.push({ daysSince: day - last.day, count: purchases.length, valueMinor: valueOf(purchases) });
  }
  const scores = scoreRfm(figures);
  const found = new Map<string, RfmScores>();
  scored.forEach((customer, index) => {
    const score = scores[index];
    if (score !== undefined) found.set(customer.id, score);
  });
  return found;
}
