import { hourOfDayNumber, localDayNumber } from "../../calendar.ts";
import type { Instant } from "../../calendar.ts";

const HOUR = 3;

/** The next three o'clock at night of the shop's own, after `now`. */
export function nextScoringAt(now: Instant, zone: string): Instant {
  const today = localDayNumber(now, zone);
  const tonight = hourOfDayNumber(today, HOUR, zone);
  return tonight > now ? tonight : hourOfDayNumber(today + 1, HOUR, zone);
}
