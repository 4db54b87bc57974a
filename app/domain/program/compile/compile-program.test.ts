import { describe, expect, test } from "vitest";
import { compiled, smallest, withLevels, withReward, withRule } from "#tests/support/program-documents.ts";

describe("a compiled program", () => {
  test("has base rules first, the highest priority ahead, ties in the order of the document", () => {
    const spend = (id: string, priority: number, stack = "base") => ({
      id,
      kind: "spend",
      points: 1,
      per: "1",
      priority,
      stack,
    });
    const rules = [
      spend("bonus", 9, "bonus"),
      spend("a", 0),
      spend("b", 5),
      spend("c", 0),
      { id: "o", kind: "order", points: 1 },
    ];
    expect(compiled({ ...smallest, earning: { rules } }).rules.map(({ id }) => id)).toEqual([
      "b",
      "a",
      "c",
      "bonus",
      "o",
    ]);
  });

  test("holds multipliers and percentages as exact fractions in lowest terms", () => {
    const program = compiled({
      ...withLevels([{ id: "a", from: "0", multiplier: 1.25 }]),
      rewards: [{ id: "p", kind: "percentOff", percent: 12.5, cost: 1 }],
    });
    expect(program.tiers?.levels[0]?.multiplier).toEqual({ num: 5n, den: 4n });
    expect(program.rewards[0]?.value).toEqual({ kind: "percentOff", percent: { num: 25n, den: 2n } });
  });

  test("compares tags and e-mail domains in lower case, and codes as shops do", () => {
    const program = compiled({
      ...smallest,
      earning: {
        rules: [
          {
            id: "o",
            kind: "order",
            points: 1,
            order: { discountCodes: [" Hello"] },
            member: { tags: ["VIP"] },
          },
        ],
        exclude: { customerTags: ["Staff"], emailDomains: ["@Example.org"] },
      },
    });
    expect(program.exclude).toEqual({
      customerTags: new Set(["staff"]),
      emailDomains: new Set(["example.org"]),
    });
    expect(program.rules[0]).toMatchObject({
      order: { discountCodes: new Set(["HELLO"]) },
      member: { tags: new Set(["vip"]) },
    });
  });

  test("reads amounts in the currency's own minor unit", () => {
    const yen = { ...withRule({ id: "s", kind: "spend", points: 1, per: "100" }), currency: "JPY" };
    expect(compiled(yen).rules[0]).toMatchObject({ perMinor: 100 });
  });

  test("a reward that is only given on entering a level can be claimed by nobody", () => {
    const program = compiled({
      ...withLevels([{ id: "a", from: "0", entryRewards: ["gift"] }]),
      rewards: [{ id: "gift", kind: "freeShipping" }],
    });
    expect(program.rewards[0]).toMatchObject({ cost: 0, tiers: new Set() });
  });

  test("a variable reward steps by its points and begins with one step where nothing else is said", () => {
    const [reward] = compiled(
      withReward({ kind: "amountOff", variable: { points: 100, value: "1.00" } }),
    ).rewards;
    expect(reward).toMatchObject({
      cost: null,
      variable: { step: 100, min: 100, max: null, valueMinor: 100 },
    });
  });
});
