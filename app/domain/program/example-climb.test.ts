import { describe, expect, test } from "vitest";
import { compiled, smallest } from "#tests/support/program-documents.ts";
import { exampleClimb } from "./example-climb.ts";

const REACHED = Date.parse("2026-03-12T10:00:00+01:00");
const LEVELS = [
  { id: "bronze", name: "Bronze", from: "0" },
  { id: "silver", name: "Silver", from: "200.00" },
  { id: "gold", name: "Gold", from: "1000.00" },
];
const DAYS = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" });

/** Each level with the last day it is valid and the last day of grace, by the program's clock. */
function climb(tiers: object, levelId = "gold"): readonly string[] {
  const program = compiled({ ...smallest, tiers: { metric: "spend", levels: LEVELS, ...tiers } });
  const lastDay = (end: number | null) => (end === null ? "for good" : DAYS.format(end - 1));
  return exampleClimb(program, levelId, REACHED).map(
    ({ levelId: on, until, graceUntil }) =>
      `${String(on)} ${lastDay(until)}${graceUntil === null ? "" : `, grace ${lastDay(graceUntil)}`}`,
  );
}

const year = { window: { kind: "rolling", months: 12 } };

describe("a customer who reaches a level and buys nothing more", () => {
  test.each([
    {
      what: "has the window, then the grace, then falls to what is justified",
      tiers: { ...year, graceDays: 30 },
      stays: ["gold 2027-03-12, grace 2027-04-11", "bronze for good"],
    },
    {
      what: "falls at once without grace",
      tiers: { ...year, graceDays: 0 },
      stays: ["gold 2027-03-12", "bronze for good"],
    },
    {
      what: "falls by one step at a time where the program says so",
      tiers: { ...year, graceDays: 0, downgrade: "oneStep" },
      stays: ["gold 2027-03-12", "silver 2028-03-12", "bronze for good"],
    },
    {
      what: "keeps what is counted over a lifetime",
      tiers: { window: { kind: "lifetime" } },
      stays: ["gold for good"],
    },
    {
      what: "has it until the end of the next year where calendar years count",
      tiers: { window: { kind: "calendarYear" }, graceDays: 0 },
      stays: ["gold 2027-12-31", "bronze for good"],
    },
  ])("$what", ({ tiers, stays }) => {
    expect(climb(tiers)).toEqual(stays);
  });

  test.each(["points", "orders"])("is told the same where %s count", (metric) => {
    const levels = LEVELS.map((level, index) => ({ ...level, from: String(index * 5) }));
    expect(climb({ ...year, metric, levels, graceDays: 0 })).toEqual(["gold 2027-03-12", "bronze for good"]);
  });

  test("has no tier in the end where none begins at nothing", () => {
    expect(climb({ ...year, levels: LEVELS.slice(1), graceDays: 0 }, "silver")).toEqual([
      "silver 2027-03-12",
      "null for good",
    ]);
  });

  test("of a level that is not there there is nothing to say", () => {
    expect(climb({}, "platinum")).toEqual([]);
  });
});
