import { localDayNumber } from "../calendar.ts";
import type { Instant } from "../calendar.ts";
import { instantOfLocal, offsetAt } from "../time-zone.ts";
import type { ClockMinutes, JourneySettings } from "./journey.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** When triggers of the clock fall due unless they say otherwise. */
export const NINE: ClockMinutes = 9 * 60;

/** "09:30" as minutes after midnight; the text is known to be a time of day. */
export function minutesOf(text: string): ClockMinutes {
  const [hours = "", minutes = ""] = text.split(":");
  return Number(hours) * 60 + Number(minutes);
}

/** The instant at which clocks of a zone show a time on a day. One that is skipped moves on by the length of the gap. */
export function instantOn(day: number, minutes: ClockMinutes, zone: string): Instant {
  return instantOfLocal(day * DAY_MS + minutes * MINUTE_MS, zone);
}

/** The first instant not before `from` at which clocks show a time of day. */
export function firstAt(from: Instant, minutes: ClockMinutes, zone: string): Instant {
  const today = localDayNumber(from, zone);
  const first = instantOn(today, minutes, zone);
  return first >= from ? first : instantOn(today + 1, minutes, zone);
}

/** The end of the quiet hours an instant lies in; null where it lies in none. */
export function quietUntil(
  instant: Instant,
  quiet: JourneySettings["quietHours"],
  zone: string,
): Instant | null {
  if (quiet === null) return null;
  const { from, to } = quiet;
  const minutes = ((((instant + offsetAt(instant, zone)) % DAY_MS) + DAY_MS) % DAY_MS) / MINUTE_MS;
  const isQuiet = from < to ? minutes >= from && minutes < to : minutes >= from || minutes < to;
  return isQuiet ? firstAt(instant, to, zone) : null;
}
