import type { HomeWish } from "#app/queries/home/admin-home.ts";
import { homePeriod } from "#app/queries/home/home-period.ts";

/** Home as it opens: this month so far, in Berlin. */
export function monthSoFar(now: number): HomeWish {
  const timezone = "Europe/Berlin";
  return { timezone, now, period: homePeriod({ period: null, from: null, to: null }, timezone, now) };
}
