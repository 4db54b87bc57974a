import { describe, expect, it } from "vitest";
import { formatInstant } from "../calendar.ts";
import { monthsOfRun, runHolding, runsOfMembership } from "./runs.ts";
import type { MembershipEntry } from "./runs.ts";

const ZONE = "Europe/Berlin";
const at = (day: string) => Date.parse(`${day}T10:00:00+01:00`);

interface Bought {
  readonly units?: number;
  readonly back?: readonly (readonly [string, number])[];
}

function bought(source: string, day: string, { units = 1, back = [] }: Bought = {}): MembershipEntry {
  return {
    source,
    membershipId: "vip",
    paidAt: at(day),
    programVersion: 1,
    months: 1,
    graceDays: 3,
    units,
    returns: back.map(([on, returned]) => ({ at: at(on), units: returned })),
  };
}

/** Each run as its first and its last paid day. */
function days(entries: readonly MembershipEntry[]): string[] {
  return runsOfMembership(entries, ZONE).map(({ from, until }) =>
    [from, until - 1].map((instant) => formatInstant(instant, ZONE).slice(0, 10)).join(" – "),
  );
}

describe("runs of a membership", () => {
  it.each<[string, MembershipEntry[], string[]]>([
    [
      "a unit lasts to the same day of the next month",
      [bought("1", "2026-01-05")],
      ["2026-01-05 – 2026-02-05"],
    ],
    ["31 January lasts to 28 February", [bought("1", "2026-01-31")], ["2026-01-31 – 2026-02-28"]],
    [
      "months are counted from the first day each time",
      [bought("1", "2026-01-31"), bought("2", "2026-02-20")],
      ["2026-01-31 – 2026-03-31"],
    ],
    [
      "two units of one order are two months",
      [bought("1", "2026-01-05", { units: 2 })],
      ["2026-01-05 – 2026-03-05"],
    ],
    [
      "a unit paid on the last day of grace continues the run",
      [bought("1", "2026-01-05"), bought("2", "2026-02-08")],
      ["2026-01-05 – 2026-03-05"],
    ],
    [
      "a unit paid a day later begins another",
      [bought("1", "2026-01-05"), bought("2", "2026-02-09")],
      ["2026-01-05 – 2026-02-05", "2026-02-09 – 2026-03-09"],
    ],
    [
      "what comes back takes its month off the end",
      [bought("1", "2026-01-05", { back: [["2026-01-25", 1]] }), bought("2", "2026-01-20")],
      ["2026-01-05 – 2026-02-05"],
    ],
    [
      "nothing is left of units that all came back",
      [bought("1", "2026-01-05", { back: [["2026-01-06", 1]] })],
      [],
    ],
    [
      "after a return the next unit begins anew",
      [bought("1", "2026-01-05", { back: [["2026-01-06", 1]] }), bought("2", "2026-01-20")],
      ["2026-01-20 – 2026-02-20"],
    ],
  ])("%s", (_, entries, expected) => {
    expect(days(entries)).toEqual(expected);
    expect(days([...entries].reverse())).toEqual(expected);
  });

  it("benefits hold for the days of grace, and not for the order that buys", () => {
    const runs = runsOfMembership([bought("1", "2026-01-05")], ZONE);
    expect(runHolding(runs, at("2026-01-05"))).toBeNull();
    expect(runHolding(runs, at("2026-01-05") + 1)).not.toBeNull();
    expect(runHolding(runs, at("2026-02-08"))).not.toBeNull();
    expect(runHolding(runs, at("2026-02-09"))).toBeNull();
  });

  it("months begin on the day of the payment, clamped to the month's end", () => {
    const [run] = runsOfMembership([bought("1", "2026-01-31", { units: 3 })], ZONE);
    expect(run && monthsOfRun(run, ZONE).map((month) => formatInstant(month, ZONE).slice(0, 10))).toEqual([
      "2026-01-31",
      "2026-02-28",
      "2026-03-31",
    ]);
  });
});
