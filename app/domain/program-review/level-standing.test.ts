import { expect, test } from "vitest";
import { parseProgram } from "../program/document/parse-program.ts";
import { standOnLevels } from "./level-standing.ts";

const parsed = parseProgram({
  ...{ format: "regulars.program/1", name: "Club", currency: "EUR", timezone: "Europe/Berlin" },
  earning: { rules: [{ id: "spend", kind: "spend", points: 1, per: "1.00" }] },
  tiers: {
    levels: [
      { id: "base", name: "Base", from: "0" },
      { id: "silver", name: "Silver", from: "200.00", multiplier: 1.5, entryPoints: 100 },
      { id: "gold", name: "Gold", from: "500.00", multiplier: 2 },
    ],
  },
  rewards: [{ id: "five", kind: "amountOff", value: "5.00", cost: 500 }],
});

test("each customer stands on the highest level they have reached, and it costs what it gives them", () => {
  if (!parsed.ok) throw new Error("the program is right");
  expect(standOnLevels(parsed.program, [0, 19_999, 20_000, 30_000, 50_000])).toEqual([
    { levelId: "base", people: 2, welcomeMinor: 0, extraMinor: 0 },
    // 200 points of welcome are 2 €; half a point more for each of 500 € is 2.50 €.
    { levelId: "silver", people: 2, welcomeMinor: 200, extraMinor: 250 },
    { levelId: "gold", people: 1, welcomeMinor: 0, extraMinor: 500 },
  ]);
});
