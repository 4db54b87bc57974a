import { describe, expect, test } from "vitest";
import { homePeriod } from "#app/queries/home/home-period.ts";

const ZONE = "Europe/Berlin";
const NOW = Date.parse("2026-03-31T15:00:00+02:00");
const at = (text: string) => Date.parse(text);
const asked = (period: string | null, from: string | null = null, to: string | null = null) =>
  homePeriod({ period, from, to }, ZONE, NOW);

describe("the period of Home's figures", () => {
  test("is this month so far, compared with the same days of the month before, however short that was", () => {
    expect(asked(null)).toEqual({
      kind: "month",
      from: at("2026-03-01T00:00:00+01:00"),
      to: NOW,
      before: { from: at("2026-02-01T00:00:00+01:00"), to: at("2026-02-28T15:00:00+01:00") },
      fromDay: "2026-03-01",
      untilDay: "2026-03-31",
    });
  });

  test("are whole days up to now, compared with as many before, across a change of clocks", () => {
    expect(asked("7")).toEqual({
      kind: "7",
      from: at("2026-03-25T00:00:00+01:00"),
      to: NOW,
      before: { from: at("2026-03-18T00:00:00+01:00"), to: at("2026-03-24T15:00:00+01:00") },
      fromDay: "2026-03-25",
      untilDay: "2026-03-31",
    });
    expect(asked("90")).toMatchObject({ fromDay: "2026-01-01", untilDay: "2026-03-31" });
  });

  test("are days of one's own choosing, both ends in", () => {
    expect(asked("custom", "2026-01-10", "2026-01-11")).toEqual({
      kind: "custom",
      from: at("2026-01-10T00:00:00+01:00"),
      to: at("2026-01-12T00:00:00+01:00"),
      before: { from: at("2026-01-08T00:00:00+01:00"), to: at("2026-01-10T00:00:00+01:00") },
      fromDay: "2026-01-10",
      untilDay: "2026-01-11",
    });
    // What is still to come is not in it.
    expect(asked("custom", "2026-03-31", "2026-12-31")).toMatchObject({ to: NOW, untilDay: "2026-03-31" });
  });

  test.each([
    ["an unknown one", "fortnight", null, null],
    ["days that are none", "custom", "2026-13-01", "2026-13-02"],
    ["an end before its beginning", "custom", "2026-02-02", "2026-02-01"],
    ["the future", "custom", "2026-04-01", "2026-04-02"],
    ["more than a year", "custom", "2024-01-01", "2026-01-01"],
    ["half of it", "custom", "2026-01-01", null],
  ])("is this month where the address asks for %s", (_, period, from, to) => {
    expect(asked(period, from, to).kind).toBe("month");
  });
});
