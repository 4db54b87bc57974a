import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  addMonthsEndOfDay,
  daysBetween,
  endOfDay,
  endOfPeriod,
  endOfYear,
  formatInstant,
  localDay,
  nextFixedDateEnd,
  periodKey,
  startOfYear,
  weekday,
} from "./calendar.ts";
import { parseInstant } from "./parse-instant.ts";

const ZONES = [
  "Europe/Berlin",
  "America/New_York",
  "America/Sao_Paulo",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Africa/Casablanca",
  "Africa/Cairo",
  "Asia/Tehran",
  "UTC",
];
const BERLIN = "Europe/Berlin";

const instants = fc.integer({ min: Date.UTC(1975, 0, 1), max: Date.UTC(2080, 0, 1) });
const zones = fc.constantFrom(...ZONES);

function at(text: string): number {
  const instant = parseInstant(text);
  if (instant === null) throw new Error(`${text} is no instant`);
  return instant;
}

const formats = new Map<string, Intl.DateTimeFormat>();
function wallTime(instant: number, zone: string): string {
  const known =
    formats.get(zone) ??
    new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });
  formats.set(zone, known);
  return known.format(instant).replace(" ", "T");
}

describe("instants as text", () => {
  test("a written instant shows the wall time that Intl shows, and reads back as itself", () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const text = formatInstant(instant, zone);
        expect(text.slice(0, 19)).toBe(wallTime(instant, zone));
        expect(parseInstant(text)).toBe(instant);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ["2026-01-05T10:00:00+01:00", Date.UTC(2026, 0, 5, 9)],
    ["2026-01-05T10:00:00Z", Date.UTC(2026, 0, 5, 10)],
    ["2026-01-05T10:00+0130", Date.UTC(2026, 0, 5, 8, 30)],
    ["2026-01-05T10:00:00.5-05:00", Date.UTC(2026, 0, 5, 15, 0, 0, 500)],
    ["2026-01-05T10:00:00.123456789Z", Date.UTC(2026, 0, 5, 10, 0, 0, 123)],
    ["2024-02-29T00:00:00Z", Date.UTC(2024, 1, 29)],
  ])("%s is an instant", (text, expected) => {
    expect(parseInstant(text)).toBe(expected);
  });

  test.each([
    "2026-01-05T10:00:00",
    "2026-01-05",
    "2026-02-29T00:00:00Z",
    "2026-13-01T00:00:00Z",
    "2026-01-05T24:00:00Z",
    "2026-01-05T10:60:00Z",
    "2026-01-05T10:00:00+1",
    "2026-01-05T10:00:00.Z",
    "2026-01-05T10:00:00Z ",
    "2026-1-5T10:00:00Z",
    "now",
    "",
  ])("%s is refused", (text) => {
    expect(parseInstant(text)).toBeNull();
  });
});

describe("local days", () => {
  test("a day ends with the first instant that another day shows", () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const end = endOfDay(instant, zone);
        expect(end).toBeGreaterThan(instant);
        expect(localDay(end - 1, zone)).toBe(localDay(instant, zone));
        expect(localDay(end, zone)).not.toBe(localDay(instant, zone));
      }),
      { numRuns: 2000 },
    );
  });

  test("a day that loses an hour is 23 hours long, one that gains one 25", () => {
    expect(endOfDay(at("2026-03-29T00:00:00+01:00"), BERLIN) - at("2026-03-29T00:00:00+01:00")).toBe(
      23 * 3_600_000,
    );
    expect(endOfDay(at("2026-10-25T00:00:00+02:00"), BERLIN) - at("2026-10-25T00:00:00+02:00")).toBe(
      25 * 3_600_000,
    );
  });

  test("days later it is the same wall time, whatever the clocks did", () => {
    expect(formatInstant(addDays(at("2026-03-28T10:00:00+01:00"), 1, BERLIN), BERLIN)).toBe(
      "2026-03-29T10:00:00+02:00",
    );
    expect(formatInstant(addDays(at("2026-10-24T10:00:00+02:00"), 14, BERLIN), BERLIN)).toBe(
      "2026-11-07T10:00:00+01:00",
    );
  });

  test("a wall time that is skipped moves on by the gap, one that comes twice is the earlier", () => {
    expect(formatInstant(addDays(at("2026-03-28T02:30:00+01:00"), 1, BERLIN), BERLIN)).toBe(
      "2026-03-29T03:30:00+02:00",
    );
    expect(formatInstant(addDays(at("2026-10-24T02:30:00+02:00"), 1, BERLIN), BERLIN)).toBe(
      "2026-10-25T02:30:00+02:00",
    );
  });

  test("days between are counted on the local calendar", () => {
    expect(daysBetween(at("2026-01-01T23:59:00+01:00"), at("2026-01-02T00:01:00+01:00"), BERLIN)).toBe(1);
    expect(daysBetween(at("2026-01-02T00:01:00+01:00"), at("2026-01-01T23:59:00+01:00"), BERLIN)).toBe(-1);
  });

  test("weekdays count from Monday as 1 to Sunday as 7, in local time", () => {
    expect(weekday(at("2026-01-05T00:00:00+01:00"), BERLIN)).toBe(1);
    expect(weekday(at("2026-01-04T23:59:59+01:00"), BERLIN)).toBe(7);
    expect(weekday(at("1969-12-31T12:00:00Z"), "UTC")).toBe(3);
  });
});

describe("months", () => {
  test.each([
    ["2026-01-31T10:00:00+01:00", 1, false, "2026-03-01T00:00:00+01:00"],
    ["2028-01-31T10:00:00+01:00", 1, false, "2028-03-01T00:00:00+01:00"],
    ["2026-01-05T10:00:00+01:00", 12, false, "2027-01-06T00:00:00+01:00"],
    ["2026-01-05T10:00:00+01:00", 12, true, "2027-02-01T00:00:00+01:00"],
    ["2026-08-31T23:30:00+02:00", 6, false, "2027-03-01T00:00:00+01:00"],
    ["2026-12-15T10:00:00+01:00", 1, true, "2027-02-01T00:00:00+01:00"],
  ])(
    "%s and %i months end with the day (to the month's end: %s) at %s",
    (from, months, toMonthEnd, expected) => {
      expect(formatInstant(addMonthsEndOfDay(at(from), months, BERLIN, toMonthEnd), BERLIN)).toBe(expected);
    },
  );

  test("months on and back keep the wall time and clamp to the month's end", () => {
    expect(formatInstant(addMonths(at("2026-03-31T10:00:00+02:00"), -1, BERLIN), BERLIN)).toBe(
      "2026-02-28T10:00:00+01:00",
    );
    expect(formatInstant(addMonths(at("2026-01-15T10:00:00+01:00"), -12, BERLIN), BERLIN)).toBe(
      "2025-01-15T10:00:00+01:00",
    );
    expect(formatInstant(addMonths(at("2026-08-31T10:00:00+02:00"), 6, BERLIN), BERLIN)).toBe(
      "2027-02-28T10:00:00+01:00",
    );
  });

  test("more months never end sooner", () => {
    fc.assert(
      fc.property(instants, zones, fc.integer({ min: 0, max: 60 }), (instant, zone, months) => {
        const sooner = addMonthsEndOfDay(instant, months, zone);
        expect(sooner).toBeGreaterThan(instant);
        expect(addMonthsEndOfDay(instant, months + 1, zone)).toBeGreaterThan(sooner);
        expect(addMonthsEndOfDay(instant, months, zone, true)).toBeGreaterThanOrEqual(sooner);
      }),
    );
  });
});

describe("years and fixed dates", () => {
  test("a year begins and ends at local midnight", () => {
    const inYear = at("2026-06-15T12:00:00+02:00");
    expect(formatInstant(startOfYear(inYear, BERLIN), BERLIN)).toBe("2026-01-01T00:00:00+01:00");
    expect(formatInstant(endOfYear(inYear, BERLIN), BERLIN)).toBe("2027-01-01T00:00:00+01:00");
    expect(formatInstant(endOfYear(inYear, BERLIN, 1), BERLIN)).toBe("2028-01-01T00:00:00+01:00");
  });

  test.each([
    ["2026-05-01T12:00:00+02:00", 12, 31, 90, "2027-01-01T00:00:00+01:00"],
    ["2026-10-02T12:00:00+02:00", 12, 31, 90, "2027-01-01T00:00:00+01:00"],
    ["2026-10-03T12:00:00+02:00", 12, 31, 90, "2028-01-01T00:00:00+01:00"],
    ["2026-12-31T12:00:00+01:00", 12, 31, 0, "2027-01-01T00:00:00+01:00"],
    ["2026-05-01T12:00:00+02:00", 2, 29, 0, "2027-03-01T00:00:00+01:00"],
    ["2027-05-01T12:00:00+02:00", 2, 29, 0, "2028-03-01T00:00:00+01:00"],
  ])(
    "from %s the yearly date %i/%i, sparing %i days, ends at %s",
    (from, month, day, minAgeDays, expected) => {
      expect(formatInstant(nextFixedDateEnd(at(from), { month, day, minAgeDays }, BERLIN), BERLIN)).toBe(
        expected,
      );
    },
  );
});

describe("periods of limits", () => {
  test.each([
    ["2026-01-01T00:30:00+01:00", "day", "2026-01-01"],
    ["2026-01-01T00:30:00+01:00", "week", "2026-W01"],
    ["2027-01-01T12:00:00+01:00", "week", "2026-W53"],
    ["2025-12-29T12:00:00+01:00", "week", "2026-W01"],
    ["2026-01-31T23:30:00+01:00", "month", "2026-01"],
    ["2026-12-31T23:30:00+01:00", "year", "2026"],
  ] as const)("%s lies in the %s %s", (text, period, expected) => {
    expect(periodKey(at(text), BERLIN, period)).toBe(expected);
  });
});

describe("the end of a period", () => {
  test.each(["day", "week", "month", "year"] as const)("is where the next %s begins", (period) => {
    const instants = fc.integer({ min: Date.UTC(2019, 0), max: Date.UTC(2033, 0) });
    fc.assert(
      fc.property(instants, fc.constantFrom(...ZONES), (instant, zone) => {
        const end = endOfPeriod(instant, zone, period);
        expect(end).toBeGreaterThan(instant);
        expect(periodKey(end - 1, zone, period)).toBe(periodKey(instant, zone, period));
        expect(periodKey(end, zone, period)).not.toBe(periodKey(instant, zone, period));
      }),
    );
  });
});
