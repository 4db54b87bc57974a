import { assert } from "./assert.ts";

const DAY_MS = 86_400_000;

/** Instants here are epoch milliseconds: the calendar stands on this file. */
/** A UTC day of a zone: one offset, or two with the instant of the change between them. */
interface DayOffsets {
  readonly before: number;
  readonly after: number;
  readonly changesAt: number;
}

interface Zone {
  readonly format: Intl.DateTimeFormat;
  readonly days: Map<number, DayOffsets>;
  /** The day asked for last: events come in the order of time, so it is nearly always the same. */
  lastDay: number;
  lastOffsets: DayOffsets | null;
}

const zones = new Map<string, Zone>();

/** Whether `name` is an IANA time zone this runtime knows. */
export function isTimeZone(name: string): boolean {
  // Offsets such as "+01:00" are accepted by Intl but are no places: they would miss summer time.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** What local clocks are ahead of UTC at an instant, in milliseconds. Throws `RangeError` on an unknown zone. */
export function offsetAt(instant: number, zoneName: string): number {
  const zone = zoneNamed(zoneName);
  const day = Math.floor(instant / DAY_MS);
  const offsets =
    zone.lastDay === day && zone.lastOffsets !== null ? zone.lastOffsets : offsetsOfDay(zone, day);
  return instant < offsets.changesAt ? offsets.before : offsets.after;
}

/**
 * The instant at which local clocks show `localMs` (milliseconds as if local time were UTC).
 * A wall time that is skipped moves on by the length of the gap; one that happens twice is the earlier.
 */
export function instantOfLocal(localMs: number, zoneName: string): number {
  const earlier = localMs - offsetAt(localMs - DAY_MS, zoneName);
  const later = localMs - offsetAt(localMs + DAY_MS, zoneName);
  if (earlier === later) return earlier;
  const earlierHolds = earlier + offsetAt(earlier, zoneName) === localMs;
  const laterHolds = later + offsetAt(later, zoneName) === localMs;
  if (earlierHolds && laterHolds) return Math.min(earlier, later);
  return laterHolds ? later : earlier;
}

function zoneNamed(name: string): Zone {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const zone: Zone = {
    format: new Intl.DateTimeFormat("en-US", {
      timeZone: name,
      calendar: "gregory",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    }),
    days: new Map(),
    lastDay: Number.NaN,
    lastOffsets: null,
  };
  zones.set(name, zone);
  return zone;
}

function offsetsOfDay(zone: Zone, day: number): DayOffsets {
  let offsets = zone.days.get(day);
  if (offsets === undefined) {
    offsets = askOffsets(zone, day * DAY_MS);
    zone.days.set(day, offsets);
  }
  zone.lastDay = day;
  zone.lastOffsets = offsets;
  return offsets;
}

/** No zone changes its clocks twice within a UTC day, so a binary search finds the change. */
function askOffsets(zone: Zone, startMs: number): DayOffsets {
  const before = askOffset(zone, startMs);
  const after = askOffset(zone, startMs + DAY_MS - 1000);
  if (before === after) return { before, after, changesAt: startMs };
  let low = startMs;
  let high = startMs + DAY_MS;
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (askOffset(zone, middle) === before) low = middle;
    else high = middle;
  }
  return { before, after, changesAt: high };
}

function askOffset(zone: Zone, instant: number): number {
  const fields: Record<string, number> = {};
  for (const part of zone.format.formatToParts(instant)) {
    if (part.type !== "literal") fields[part.type] = Number(part.value);
  }
  const { year, month, day, hour, minute, second } = fields;
  assert(
    year !== undefined &&
      month !== undefined &&
      day !== undefined &&
      hour !== undefined &&
      minute !== undefined &&
      second !== undefined,
    "Intl names every field of a date that was asked for",
  );
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}
