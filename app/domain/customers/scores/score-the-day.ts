import { localDayNumber, startOfDayNumber } from "../../calendar.ts";
import type { Instant } from "../../calendar.ts";
import { outcomesAt } from "../facts/subject.ts";
import type { Customer } from "../history/customer.ts";
import { fitModels, historyOf } from "./lifetime-value.ts";
import type { Models } from "./lifetime-value.ts";
import { scoreShop } from "./score-shop.ts";
import type { Scores, ScoreSettings } from "./score-shop.ts";

/** Day 0 was a Thursday. */
const THURSDAY = 3;

/** The Monday of a local day's week. */
export function mondayOf(day: number): number {
  return day - ((((day + THURSDAY) % 7) + 7) % 7);
}

/** The models fitted on what was paid before the local midnight that began a Monday. */
export function fitBefore(
  customers: readonly Customer[],
  monday: number,
  { zone, digits }: Pick<ScoreSettings, "zone" | "digits">,
): Models {
  const before = startOfDayNumber(monday, zone) - 1;
  return fitModels(
    customers.flatMap((customer) => {
      const purchases = outcomesAt(customer, before).filter(({ isPurchase }) => isPurchase);
      return historyOf(purchases, monday, digits) ?? [];
    }),
  );
}

/** Scores of the local midnight that began the day of `at`, by models fitted before; they stay still until the next. */
export function scoreTheDay(
  customers: readonly Customer[],
  at: Instant,
  settings: ScoreSettings,
  fitted: Models,
): Scores {
  const midnight = startOfDayNumber(localDayNumber(at, settings.zone), settings.zone);
  return scoreShop(customers, midnight, settings, { fitted, standing: midnight - 1 });
}
