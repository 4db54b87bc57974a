import { expect, test } from "vitest";
import { parseProgram } from "./document/parse-program.ts";
import { pointsWorth, valueOf } from "./points-worth.ts";

function worthWith(rewards: readonly object[]) {
  const parsed = parseProgram({
    format: "regulars.program/1",
    name: "Club",
    currency: "EUR",
    timezone: "Europe/Berlin",
    earning: { rules: [] },
    tiers: { levels: [{ id: "gold", from: "0" }] },
    rewards,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return pointsWorth(parsed.program);
}

const five = { id: "five", kind: "amountOff", value: "5.00", cost: 500 };

test("points are worth what the best money reward gives for them", () => {
  expect(worthWith([five, { id: "ten", kind: "storeCredit", value: "12.00", cost: 1000 }])).toEqual({
    points: 1000,
    valueMinor: 1200,
  });
});

test("a variable reward counts with its rate", () => {
  expect(worthWith([{ id: "slide", kind: "amountOff", variable: { points: 100, value: "1.00" } }])).toEqual({
    points: 100,
    valueMinor: 100,
  });
});

test.each([
  ["rewards that are not worth money", [{ id: "ship", kind: "freeShipping", cost: 200 }]],
  ["rewards that are switched off", [{ ...five, enabled: false }]],
  ["rewards of a tier", [{ ...five, tiers: ["gold"] }]],
  ["gifts that cost nothing", [{ ...five, cost: 0 }]],
])("%s say nothing about the worth", (_, rewards) => {
  expect(worthWith(rewards)).toBeNull();
});

test("the value of points is rounded down to the minor unit", () => {
  expect(valueOf(299, { points: 100, valueMinor: 50 })).toBe(149);
});
