import { addMonthsToDay, dayText } from "../../calendar.ts";
import type { Window } from "./window.ts";

/** A calendar month by its number: months since January 1970. */
export type Month = number;

const FIRST_DAY = 0;
const MONTHS_A_YEAR = 12;
const FIRST_YEAR = 1970;

export function daysOfMonth(month: Month): Window {
  return { from: addMonthsToDay(FIRST_DAY, month), to: addMonthsToDay(FIRST_DAY, month + 1) };
}

/** The month a local day lies in. */
export function monthOfDay(day: number): Month {
  const [year, month] = dayText(day).split("-").map(Number);
  return (Number(year) - FIRST_YEAR) * MONTHS_A_YEAR + Number(month) - 1;
}

/** As it is written: "2026-01". */
export function monthText(month: Month): string {
  return dayText(daysOfMonth(month).from).slice(0, "2026-01".length);
}

export function parseMonth(text: string): Month | null {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  if (match === null) return null;
  return (Number(match[1]) - FIRST_YEAR) * MONTHS_A_YEAR + Number(match[2]) - 1;
}
