import { describe, expect, test } from "vitest";
import { asOfAYear, spendingGuidance } from "./spending-guidance.ts";

const GROUP = { customers: 10, predictedMinor: 100_000, marginMinor: 40_000, costedMinor: 100_000 };
const TENTH = { ownMarginShare: null, spendShare: 0.1 };

describe("what may be spent on a group", () => {
  test.each([
    ["a tenth of 40 % of what is expected", GROUP, TENTH, [0.4, 4_000, 400]],
    ["all of the margin", GROUP, { ...TENTH, spendShare: 1 }, [0.4, 40_000, 4_000]],
    [
      "by the merchant's own margin, costs or not",
      GROUP,
      { ...TENTH, ownMarginShare: 0.5 },
      [0.5, 5_000, 500],
    ],
    ["a margin of nothing named by the merchant", GROUP, { ...TENTH, ownMarginShare: 0 }, [0, 0, 0]],
    [
      "nothing where no cost is known",
      { ...GROUP, marginMinor: 0, costedMinor: 0 },
      TENTH,
      [null, null, null],
    ],
    ["nothing where no value is predicted", { ...GROUP, predictedMinor: null }, TENTH, [0.4, null, null]],
    ["nothing where they are sold at a loss", { ...GROUP, marginMinor: -5_000 }, TENTH, [-0.05, 0, 0]],
    ["rounded down for each", { ...GROUP, customers: 3 }, TENTH, [0.4, 4_000, 1_333]],
    ["nobody", { ...GROUP, customers: 0, predictedMinor: 0 }, TENTH, [0.4, 0, null]],
  ])("is %s", (_, group, choice, [marginShare, budgetMinor, budgetEachMinor]) => {
    expect(spendingGuidance(group, choice)).toEqual({ marginShare, budgetMinor, budgetEachMinor });
  });

  test.each([
    ["a year is a year", 365, 1_000],
    ["half of one counts twice", 182.5, 2_000],
    ["more than one is none more", 400, 1_000],
    ["of a month nothing is said", 30, null],
  ])("beside what was given: %s", (_, days, given) => {
    expect(asOfAYear(1_000, days)).toBe(given);
  });
});
