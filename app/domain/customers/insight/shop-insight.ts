import { localDayNumber } from "../../calendar.ts";
import type { Instant } from "../../calendar.ts";
import { outcomesAt } from "../facts/subject.ts";
import type { PointsView } from "../facts/subject.ts";
import type { Customer } from "../history/customer.ts";
import { outcomeAt } from "../history/order-outcome.ts";
import type { ToldOrder } from "../history/told-order.ts";
import { WindowTally, windowBefore } from "./window.ts";
import type { Window, WindowFigures } from "./window.ts";

export interface ShopInsight {
  readonly window: WindowFigures & { readonly days: Window };
  readonly before: WindowFigures & { readonly days: Window };
  /** Null before the program began. */
  readonly sinceLaunch: (WindowFigures & { readonly days: Window }) | null;
}

export interface InsightParts {
  readonly customers: readonly Customer[];
  readonly unnamed: readonly ToldOrder[];
  readonly at: Instant;
  readonly zone: string;
  readonly window: Window;
  /** What it is compared with; the one of the same length before unless said otherwise. */
  readonly compared?: Window;
  /** The first program version, or the first who joined. */
  readonly launchedAt: Instant | null;
  readonly pointsOf: (customer: Customer) => PointsView | null;
  /** Of whom alone figures are wanted, such as a segment; all of them unless said otherwise. */
  readonly isAmong?: (customer: Customer) => boolean;
}

const USUAL_DAYS = 90;

/** The ninety local days up to and with today. */
export function usualWindow(at: Instant, zone: string): Window {
  const to = localDayNumber(at, zone) + 1;
  return { from: to - USUAL_DAYS, to };
}

/** What the shop did in a window, in the one it is compared with, and since the program began; all by what is known at `at`. */
export function shopInsight(parts: InsightParts): ShopInsight {
  const { customers, unnamed, at, zone, window, launchedAt, pointsOf, isAmong } = parts;
  const compared = parts.compared ?? windowBefore(window);
  const launchedOn = launchedAt === null ? null : localDayNumber(launchedAt, zone);
  const sinceLaunch =
    launchedOn === null || launchedOn >= window.to ? null : { from: launchedOn, to: window.to };
  const days = [window, compared, ...(sinceLaunch === null ? [] : [sinceLaunch])];
  const tallies = days.map((one) => new WindowTally(one, at, zone));
  for (const customer of customers) {
    if (isAmong !== undefined && !isAmong(customer)) continue;
    const purchases = outcomesAt(customer, at).filter(({ isPurchase }) => isPurchase);
    const points = pointsOf(customer);
    for (const tally of tallies) tally.add(customer, purchases, points);
  }
  for (const order of isAmong === undefined ? unnamed : []) {
    const outcome = outcomeAt(order, at);
    if (outcome?.isPurchase === true) for (const tally of tallies) tally.addUnnamed(outcome);
  }
  const figures = tallies.map((tally, index) => ({ ...tally.figures(), days: days[index] ?? window }));
  const [now, before, launch] = figures;
  if (now === undefined || before === undefined) throw new RangeError("two windows are always looked at");
  return { window: now, before, sinceLaunch: launch ?? null };
}
