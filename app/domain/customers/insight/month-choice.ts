import { localDayNumber, type Instant } from "../../calendar.ts";
import type { InsightChoice } from "./choice.ts";
import { daysOfMonth, monthOfDay, type Month } from "./months.ts";

/** The month before the present one. */
export function lastMonth(at: Instant, zone: string): Month {
  return monthOfDay(localDayNumber(at, zone)) - 1;
}

/** A month beside the month before, of everybody; of the running one, what there is of it. */
export function monthChoice(month: Month, at: Instant, zone: string): InsightChoice {
  const { from, to } = daysOfMonth(month);
  const tomorrow = localDayNumber(at, zone) + 1;
  return { window: { from, to: Math.min(to, tomorrow) }, compared: daysOfMonth(month - 1), segment: null };
}

const NEW_DAYS = 7;

/** Whether a month has ended within the last week. */
export function isNewMonth(at: Instant, zone: string): boolean {
  const today = localDayNumber(at, zone);
  return today - daysOfMonth(monthOfDay(today)).from < NEW_DAYS;
}
