import { startOfDayNumber, type Instant, localDayNumber } from "../../calendar.ts";
import { assert } from "../../assert.ts";
import { distinctDays } from "../facts/purchase-figures.ts";
import { outcomesAt } from "../facts/subject.ts";
import type { Customer } from "../history/customer.ts";
import { fitBgNbd } from "../models/bg-nbd.ts";
import { historyOf, PLAIN_LIFETIME, predict } from "./lifetime-value.ts";
import type { History } from "./lifetime-value.ts";
import type { ScoreSettings } from "./score-shop.ts";

/** What the model expected of a shop's own past, and what came, by how often customers had come back. */
export interface ModelCheck {
  /** The model knew what was paid before this day, and was asked for the days from it until `to`. */
  readonly fittedOn: number;
  readonly to: number;
  readonly customers: number;
  readonly rows: readonly ModelCheckRow[];
}

export interface ModelCheckRow {
  /** Repeat purchase days before; the last line has that many and more. */
  readonly x: number;
  readonly customers: number;
  /** Purchase days of all of them. */
  readonly expected: number;
  readonly actual: number;
}

/** Of the days there are, those the model may learn from. */
const LEARNT_SHARE = 0.75;
/** Whoever came back so often or more is in the last line. */
export const MOST_X = 7;
const DAYS_A_WEEK = 7;

/**
 * Fits the model on the first three quarters of a shop's days and compares what it expects of the rest with what
 * happened. Null where three quarters are too little for a fit.
 */
export function checkModel(
  customers: readonly Customer[],
  at: Instant,
  { zone, digits }: Pick<ScoreSettings, "zone" | "digits">,
): ModelCheck | null {
  const to = localDayNumber(at, zone);
  const known = customers.map((customer) =>
    outcomesAt(customer, startOfDayNumber(to, zone) - 1).filter(({ isPurchase }) => isPurchase),
  );
  const first = known.reduce((least, [one]) => (one === undefined ? least : Math.min(least, one.day)), to);
  const fittedOn = first + Math.floor((to - first) * LEARNT_SHARE);
  if (fittedOn >= to) return null;
  const learnt: { readonly history: History; readonly actual: number }[] = [];
  customers.forEach((customer, index) => {
    const before = outcomesAt(customer, startOfDayNumber(fittedOn, zone) - 1).filter(
      ({ isPurchase }) => isPurchase,
    );
    const history = historyOf(before, fittedOn, digits);
    if (history === null) return;
    const later = (known[index] ?? []).filter(({ day }) => day >= fittedOn);
    learnt.push({ history, actual: distinctDays(later).length });
  });
  const histories = learnt.map(({ history }) => history);
  const purchases = fitBgNbd(histories);
  if (purchases === null) return null;
  const weeks = (to - fittedOn) / DAYS_A_WEEK;
  const settings = { ...PLAIN_LIFETIME, horizonWeeks: weeks };
  const predicted = predict({ purchases, money: null }, histories, settings, null);
  const rows = new Map<number, { customers: number; expected: number; actual: number }>();
  learnt.forEach(({ history, actual }, index) => {
    const expected = predicted[index]?.purchases;
    assert(expected !== undefined && expected !== null, "with a model purchases are expected of everybody");
    const x = Math.min(history.x, MOST_X);
    const row = rows.get(x) ?? { customers: 0, expected: 0, actual: 0 };
    row.customers += 1;
    row.expected += expected;
    row.actual += actual;
    rows.set(x, row);
  });
  const sorted = [...rows].sort(([a], [b]) => a - b).map(([x, row]) => ({ x, ...row }));
  return { fittedOn, to, customers: learnt.length, rows: sorted };
}
