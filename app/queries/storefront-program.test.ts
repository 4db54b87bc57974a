import { describe, expect, it } from "vitest";
import { parseProgram } from "#app/domain/program/parse-program.ts";
import type { Program } from "#app/domain/program/program.ts";
import { rational } from "#app/domain/rational.ts";
import { decimalOf, storefrontFace, storefrontProgram } from "./storefront-program.ts";

const now = Date.parse("2026-05-01T00:00:00Z");
const spend = { id: "spend", kind: "spend", points: 1, per: "1.00" };

function program(rules: readonly object[], more: object = {}): Program {
  const parsed = parseProgram({
    format: "regulars.program/1",
    name: "Club",
    currency: "EUR",
    timezone: "Europe/Berlin",
    earning: { rules },
    ...more,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.program;
}

const rateOf = (rules: readonly object[]) => storefrontFace(program(rules), now).rate;

describe("the rate a theme may compute with", () => {
  it("is exact where one rule takes every product", () => {
    expect(rateOf([spend])).toEqual({ points: 1, perMinor: 100, exact: true });
  });

  it.each([
    ["a bonus may be added", [spend, { ...spend, id: "new", stack: "bonus", lines: { tags: ["new"] } }]],
    ["an order may bring more", [spend, { id: "first", kind: "order", points: 50, order: { first: true } }]],
    ["a limit may cut it", [{ ...spend, limit: { points: 100, per: "day" } }]],
  ])("is a first guess where %s", (_, rules) => {
    expect(rateOf(rules)?.exact).toBe(false);
  });

  it.each([
    ["every rule is for some products", [{ ...spend, lines: { tags: ["coffee"] } }]],
    ["only full steps count", [{ ...spend, step: true }]],
    ["it depends on who buys", [{ ...spend, member: { tags: ["vip"] } }]],
  ])("is missing where %s", (_, rules) => {
    expect(rateOf(rules)).toBeNull();
  });

  it.each([
    ["EUR", 1],
    ["JPY", 100],
    ["KWD", 0.1],
  ])("counts the hundredths of a minor unit of %s", (currency, hundredths) => {
    const per = currency === "JPY" ? "100" : "1.00";
    const face = storefrontFace(program([{ ...spend, per }], { currency }), now);
    expect(face.hundredthsPerMinor).toBeCloseTo(hundredths);
  });
});

describe("a program as shoppers see it", () => {
  it("leaves out what is switched off, over, or takes points", () => {
    const shown = storefrontProgram(
      program([
        spend,
        { ...spend, id: "off", enabled: false },
        { id: "over", kind: "order", points: 5, when: { to: "2026-04-30T00:00:00+02:00" } },
        { id: "unsub", kind: "activity", activity: "newsletter_unsubscribed", points: -20 },
      ]),
      now,
    );
    expect(shown.ways.map(({ id }) => id)).toEqual(["spend"]);
  });

  it("does not offer what is only given with a level, and calls nothing by its id", () => {
    const levels = [{ id: "gold", name: "Gold", from: "0", entryRewards: ["gift"] }];
    const rewards = [
      { id: "gift", kind: "amountOff", value: "5.00" },
      { id: "five", kind: "amountOff", value: "5.00", cost: 500, tiers: ["gold"] },
    ];
    const shown = storefrontProgram(program([spend], { tiers: { metric: "spend", levels }, rewards }), now);
    expect(shown.rewards).toMatchObject([{ id: "five", name: null, valueMinor: 500, tiers: ["Gold"] }]);
  });

  it.each([
    [5, 4, "1.25"],
    [2, 1, "2"],
    [1, 8, "0.125"],
    [25, 2, "12.5"],
  ])("writes %i/%i as %s", (num, den, text) => {
    expect(decimalOf(rational(num, den))).toBe(text);
  });
});
