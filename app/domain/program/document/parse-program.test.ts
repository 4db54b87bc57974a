import { describe, expect, test } from "vitest";
import { compiled, smallest, withLevels, withReward, withRule } from "#tests/support/program-documents.ts";
import { renderDocumentError } from "./describe-error.ts";
import { parseProgram } from "./parse-program.ts";

function errorsOf(document: unknown): string[] {
  const parsed = parseProgram(document);
  return parsed.ok ? [] : parsed.errors.map(renderDocumentError);
}

describe("a program document", () => {
  test("takes the documented value for everything that is left out", () => {
    const parsed = parseProgram(smallest);
    expect(parsed).toMatchObject({
      ok: true,
      document: {
        language: "en",
        pointsName: { en: { one: "point", other: "points" }, de: { one: "Punkt", other: "Punkte" } },
        earning: {
          basis: { tax: "include", shipping: false, giftCards: "whenSpent", rewardDiscounts: false },
          maturity: { kind: "immediate" },
          multipliers: "highest",
          campaigns: [],
          caps: [],
          exclude: { customerTags: [], emailDomains: [] },
        },
        expiry: { kind: "never" },
        refunds: { spentPoints: "proportional", shortfall: "debt" },
        rewards: [],
      },
    });
    expect(compiled(smallest).tiers).toBeNull();
  });

  test("a spend rule's stack is base, its priority 0, and every rule is enabled", () => {
    const [rule] = compiled(withRule({ id: "s", kind: "spend", points: 1, per: "1.00" })).rules;
    expect(rule).toMatchObject({ stack: "base", priority: 0, enabled: true, step: false, perMinor: 100 });
  });

  test("a reward is valid for 90 days where it says nothing else", () => {
    const [reward] = compiled(withReward({ kind: "amountOff", value: "5.00", cost: 500 })).rewards;
    expect(reward).toMatchObject({ validDays: 90, enabled: true, hasOwnName: false, tiers: null });
  });

  test("a level's multiplier is 1 and tiers last a lifetime where nothing else is said", () => {
    const { tiers } = compiled(withLevels([{ id: "b", from: "0" }]));
    expect(tiers).toMatchObject({ window: { kind: "lifetime" }, graceDays: 0, downgrade: "toJustified" });
    expect(tiers?.levels[0]).toMatchObject({
      name: { otherwise: "B" },
      multiplier: { num: 1n, den: 1n },
      entryPoints: 0,
    });
  });

  test.each([
    ["a missing field", { ...smallest, name: undefined }, "name: found nothing, allowed: a text in quotes"],
    ["another format", { ...smallest, format: "2" }, 'format: found "2", allowed: "regulars.program/1"'],
    ["an unknown currency", { ...smallest, currency: "EUX" }, "currency: found"],
    ["an unknown time zone", { ...smallest, timezone: "Mars/Base" }, "timezone: found"],
    ["an offset as time zone", { ...smallest, timezone: "+01:00" }, "timezone: found"],
    [
      "an unknown field, with the known ones",
      { ...smallest, rewrads: [] },
      "rewrads: found [], allowed: no such field; the fields here are format, name",
    ],
    [
      "an unknown field of a condition",
      withRule({ id: "s", kind: "item", points: 1, lines: { tag: ["x"] } }),
      "earning.rules[0].lines.tag: found",
    ],
    [
      "an unknown kind of rule",
      withRule({ id: "s", kind: "spent" }),
      'earning.rules[0].kind: found "spent", allowed: "spend", "item", "order", "activity"',
    ],
    [
      "points that are no whole number",
      withRule({ id: "s", kind: "order", points: 1.5 }),
      "earning.rules[0].points: found 1.5, allowed: a whole number",
    ],
    [
      "negative points outside activities",
      withRule({ id: "s", kind: "order", points: -1 }),
      "earning.rules[0].points: found -1",
    ],
    [
      "an amount that is a number",
      withRule({ id: "s", kind: "spend", points: 1, per: 1 }),
      "earning.rules[0].per: found 1",
    ],
    [
      "more decimals than the currency has",
      withRule({ id: "s", kind: "spend", points: 1, per: "1.005" }),
      "earning.rules[0].per: found",
    ],
    ["a rate per nothing", withRule({ id: "s", kind: "spend", points: 1, per: "0.00" }), "an amount above 0"],
    [
      "an instant without an offset",
      withRule({ id: "s", kind: "order", points: 1, when: { from: "2026-01-01T00:00:00" } }),
      "earning.rules[0].when.from: found",
    ],
    [
      "a window that ends before it begins",
      withRule({
        id: "s",
        kind: "order",
        points: 1,
        when: { from: "2026-01-02T00:00:00Z", to: "2026-01-02T00:00:00Z" },
      }),
      "earning.rules[0].when.to: found",
    ],
    [
      "an empty limit",
      withRule({ id: "s", kind: "order", points: 1, limit: { per: "day" } }),
      "earning.rules[0].limit: found",
    ],
    [
      "a cooldown of orders",
      withRule({ id: "s", kind: "order", points: 1, limit: { cooldownMinutes: 5 } }),
      "earning.rules[0].limit.cooldownMinutes: found 5",
    ],
    [
      "a tier nobody can be in",
      withRule({ id: "s", kind: "order", points: 1, member: { tiers: ["gold"] } }),
      "earning.rules[0].member.tiers[0]: found",
    ],
    [
      "a factor of five decimals",
      { ...smallest, earning: { rules: [], campaigns: [{ id: "c", factor: 1.00001 }] } },
      "earning.campaigns[0].factor: found 1.00001",
    ],
    [
      "levels that do not ascend",
      withLevels([
        { id: "a", from: "100" },
        { id: "b", from: "100.00" },
      ]),
      "tiers.levels[1].from: found",
    ],
    [
      "an amount where orders are counted",
      withLevels([{ id: "a", from: "1.50" }], "orders"),
      "tiers.levels[0].from: found",
    ],
    [
      "entry rewards that do not exist",
      withLevels([{ id: "a", from: "0", entryRewards: ["x"] }]),
      "tiers.levels[0].entryRewards[0]: found",
    ],
    [
      "a percentage above 100",
      withReward({ kind: "percentOff", percent: 100.5, cost: 1 }),
      "rewards[0].percent: found",
    ],
    [
      "a percentage of 0",
      withReward({ kind: "percentOff", percent: 0, cost: 1 }),
      "rewards[0].percent: found",
    ],
    [
      "two prices of one reward",
      withReward({ kind: "amountOff", cost: 5, variable: { points: 100, value: "1.00" } }),
      "rewards[0].cost: found 5, allowed: nothing: `variable` says what it costs",
    ],
    [
      "a money reward without a value",
      withReward({ kind: "amountOff", cost: 5 }),
      "rewards[0].value: found nothing",
    ],
    [
      "a free product without a product",
      withReward({ kind: "freeProduct", cost: 5 }),
      "rewards[0].products: found nothing",
    ],
    [
      "a variable step of part of a cent",
      withReward({ kind: "amountOff", variable: { points: 100, value: "1.01", step: 50 } }),
      "rewards[0].variable.step: found 50",
    ],
    [
      "a minimum between two steps",
      withReward({ kind: "amountOff", variable: { points: 100, value: "1.00", min: 150 } }),
      "rewards[0].variable.min: found 150",
    ],
    [
      "a maximum below the minimum",
      withReward({ kind: "amountOff", variable: { points: 100, value: "1.00", min: 200, max: 100 } }),
      "rewards[0].variable.max: found 100",
    ],
  ])("refuses %s and says what is allowed", (_, document, expected) => {
    expect(errorsOf(document).join("\n")).toContain(expected);
  });

  test("tells all errors at once", () => {
    const document = {
      ...smallest,
      currency: "EUX",
      earning: { rules: [1, 2].map(() => ({ id: "same", kind: "order", points: 1 })) },
      rewards: [{ id: "r", kind: "freeProduct", cost: 5 }],
    };
    expect(errorsOf(document)).toEqual([
      expect.stringContaining("currency"),
      expect.stringContaining("earning.rules[1].id"),
      expect.stringContaining("rewards[0].products"),
    ]);
  });

  test("what is no object is refused as a whole", () => {
    expect(errorsOf(3)).toEqual(["the document: found 3, allowed: an object"]);
  });
});
