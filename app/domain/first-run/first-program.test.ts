import { describe, expect, test } from "vitest";
import { rulesWithoutSource } from "../earning/activities/live-activities.ts";
import { ONLY_IN_REPLAY } from "../program/document/only-in-replay.ts";
import { parseProgram } from "../program/document/parse-program.ts";
import { pointsWorth } from "../program/points-worth.ts";
import { beginningFigures, giveBack, GOALS, KINDS, readFigures } from "./first-choices.ts";
import { firstProgram, type FirstShop } from "./first-program.ts";

const shopIn = (currency: string): FirstShop => ({
  name: "Röstwerk",
  currency,
  timezone: "Europe/Berlin",
  language: "de",
});
const CURRENCIES = ["EUR", "JPY", "KWD"];
const every = GOALS.flatMap((goal) =>
  KINDS.flatMap((kind) => CURRENCIES.map((currency) => [goal, kind, currency] as const)),
);

describe("a first program", () => {
  test.each(every)("for %s at a %s shop in %s can be published without a warning", (goal, kind, currency) => {
    const figures = beginningFigures(kind, currency);
    const document = firstProgram({ goal, kind, figures }, shopIn(currency));
    const parsed = parseProgram(document);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
    expect(parsed.program.currency).toBe(currency);
    expect(rulesWithoutSource(parsed.program)).toEqual([]);
    expect(ONLY_IN_REPLAY.filter((part) => part in document)).toEqual([]);
  });

  test("promises nothing that is handed over by somebody, or that is about goods a shop may not have", () => {
    const parts = every.map(([goal, kind, currency]) => {
      const figures = beginningFigures(kind, currency);
      return firstProgram({ goal, kind, figures }, shopIn(currency));
    });
    expect(parts.flatMap(({ rewards = [] }) => rewards.map(({ kind }) => kind))).not.toContain("experience");
    expect(JSON.stringify(parts)).not.toMatch(/"(lines|member|perks|entryRewards)"/u);
  });

  test("has the merchant's three figures", () => {
    const figures = { pointsPerUnit: 2, rewardCost: 250, firstLevel: "120.50" };
    const document = firstProgram({ goal: "basket", kind: "cafe", figures }, shopIn("EUR"));
    const parsed = parseProgram(document);
    if (!parsed.ok) throw new Error("it is right");
    expect(parsed.program.rules.map(({ points }) => points)).toEqual([2, 20]);
    expect(pointsWorth(parsed.program)).toEqual({ points: 250, valueMinor: 500 });
    expect(parsed.program.tiers?.levels.map(({ from }) => from)).toEqual([0, 12_050, 36_150]);
  });

  test("has amounts of a sensible size where a euro is worth many units", () => {
    const figures = beginningFigures("fashion", "JPY");
    const document = firstProgram({ goal: "basket", kind: "fashion", figures }, shopIn("JPY"));
    expect(document.earning.rules).toMatchObject([
      { points: 1, per: "100" },
      { points: 10, per: "5000" },
    ]);
    expect(document.rewards).toMatchObject([{ value: "500", cost: 200, minSubtotal: "2500" }]);
    expect(document.tiers?.levels.map(({ from }) => from)).toEqual(["0", "30000", "90000"]);
  });

  test("for winning people back lets points expire half a year after the last order", () => {
    const figures = beginningFigures("other", "EUR");
    expect(firstProgram({ goal: "winBack", kind: "other", figures }, shopIn("EUR")).expiry).toEqual({
      kind: "inactivity",
      months: 6,
    });
  });
});

describe("the three figures", () => {
  test("say what of the money comes back", () => {
    expect(giveBack({ pointsPerUnit: 1, rewardCost: 200, firstLevel: "300" })).toBe(0.025);
    expect(giveBack({ pointsPerUnit: 3, rewardCost: 100, firstLevel: "300" })).toBeCloseTo(0.15);
  });

  test.each([
    ["no number", { pointsPerUnit: "", rewardCost: "x", firstLevel: "much" }],
    ["nothing", { pointsPerUnit: "0", rewardCost: "0", firstLevel: "0" }],
    ["too much", { pointsPerUnit: "1001", rewardCost: "1000001", firstLevel: "9999999999" }],
    ["half a point, and a tenth of a cent", { pointsPerUnit: "1.5", rewardCost: "-3", firstLevel: "1.001" }],
  ])("are refused where one is %s", (_, typed) => {
    expect(readFigures(typed, "EUR")).toEqual({
      ok: false,
      wrong: ["pointsPerUnit", "rewardCost", "firstLevel"],
    });
  });

  test("are kept as a person types them", () => {
    expect(readFigures({ pointsPerUnit: "2", rewardCost: "150", firstLevel: "99.50" }, "EUR")).toEqual({
      ok: true,
      figures: { pointsPerUnit: 2, rewardCost: 150, firstLevel: "99.50" },
    });
    expect(readFigures({ pointsPerUnit: "2", rewardCost: "150", firstLevel: "300.00" }, "EUR")).toMatchObject(
      {
        figures: { firstLevel: "300" },
      },
    );
    // Yen have no decimals.
    expect(readFigures({ pointsPerUnit: "2", rewardCost: "150", firstLevel: "300.50" }, "JPY")).toEqual({
      ok: false,
      wrong: ["firstLevel"],
    });
  });
});
