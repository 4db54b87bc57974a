import { describe, expect, test } from "vitest";
import { dayText } from "#app/domain/calendar.ts";
import { readInsightChoice, type AskedInsight } from "./insight-choice.ts";

const NOTHING: AskedInsight = {
  window: null,
  from: null,
  to: null,
  compared: null,
  segment: null,
  members: null,
};
const shop = {
  zone: "Europe/Berlin",
  now: Date.parse("2026-03-10T23:30:00Z"),
  lookBack: new Map([
    ["dormant", true],
    ["near_tier", false],
  ]),
};

const days = ({ from, to }: { readonly from: number; readonly to: number }) => [
  dayText(from),
  dayText(to - 1),
];

function read(asked: Partial<AskedInsight>) {
  const { shown, choice } = readInsightChoice({ ...NOTHING, ...asked }, shop);
  return choice === null
    ? { ...shown, nightly: true }
    : { ...shown, days: days(choice.window), before: days(choice.compared), of: choice.segment };
}

describe("what an address asks Insight for", () => {
  test("nothing is what every night works out: ninety days, today with them, in the shop's zone", () => {
    expect(read({})).toMatchObject({ nightly: true, fromDay: "2025-12-12", untilDay: "2026-03-11" });
  });

  test.each<{ what: string; asked: Partial<AskedInsight>; days: string[]; before: string[] }>([
    {
      what: "thirty days and the thirty before",
      asked: { window: "30" },
      days: ["2026-02-10", "2026-03-11"],
      before: ["2026-01-11", "2026-02-09"],
    },
    {
      what: "the ninety of the year before",
      asked: { compared: "year" },
      days: ["2025-12-12", "2026-03-11"],
      before: ["2024-12-12", "2025-03-11"],
    },
    {
      what: "this year so far",
      asked: { window: "year", compared: "year" },
      days: ["2026-01-01", "2026-03-11"],
      before: ["2025-01-01", "2025-03-11"],
    },
    {
      what: "chosen days, until today at most",
      asked: { window: "custom", from: "2026-03-01", to: "2026-04-30" },
      days: ["2026-03-01", "2026-03-11"],
      before: ["2026-02-18", "2026-02-28"],
    },
    {
      what: "the last of February, whose year before had none",
      asked: { window: "custom", from: "2024-02-29", to: "2024-02-29", compared: "year" },
      days: ["2024-02-29", "2024-02-29"],
      before: ["2023-02-28", "2023-02-28"],
    },
  ])("$what", ({ asked, what: _, ...expected }) => {
    expect(read(asked)).toMatchObject(expected);
  });

  test.each<{ what: string; asked: Partial<AskedInsight> }>([
    {
      what: "days that end before they begin",
      asked: { window: "custom", from: "2026-03-02", to: "2026-03-01" },
    },
    { what: "days that are none", asked: { window: "custom", from: "2026-02-30", to: "2026-03-01" } },
    { what: "a window there is none of", asked: { window: "7" } },
    { what: "a segment there is none of", asked: { segment: "gone" } },
  ])("$what: as though it were not asked", ({ asked }) => {
    expect(read(asked)).toMatchObject({ nightly: true });
  });

  test("who was in a segment when the days began, or is now; of tiers and points only now is known", () => {
    expect(read({ segment: "dormant" })).toMatchObject({ of: { id: "dormant", membersAt: "from" } });
    expect(read({ segment: "dormant", members: "today" })).toMatchObject({
      of: { id: "dormant", membersAt: "today" },
    });
    expect(read({ segment: "near_tier" })).toMatchObject({ of: { id: "near_tier", membersAt: "today" } });
  });
});
