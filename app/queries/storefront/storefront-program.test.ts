import { describe, expect, it } from "vitest";
import { FIRST_CHOICES } from "#app/domain/shops/merchant-choices.ts";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import type { Program } from "#app/domain/program/program.ts";
import { storefrontFaces } from "./storefront-face.ts";
import { storefrontProgram } from "./storefront-program.ts";

const now = Date.parse("2026-05-01T00:00:00Z");
const beside = { ...FIRST_CHOICES, since: null };
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

const rateOf = (rules: readonly object[]) =>
  storefrontFaces(program(rules), FIRST_CHOICES, { now, since: null, pause: null }).rate;

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
    const face = storefrontFaces(program([{ ...spend, per }], { currency }), FIRST_CHOICES, {
      now,
      since: null,
      pause: null,
    });
    expect(face.hundredthsPerMinor).toBeCloseTo(hundredths);
  });
});

describe("a program as shoppers see it", () => {
  it("leaves out what is switched off, over, or reported by nothing, and tells last what takes points", () => {
    const shown = storefrontProgram(
      program([
        { id: "unsub", kind: "activity", activity: "newsletter_unsubscribed", points: -20 },
        spend,
        { ...spend, id: "off", enabled: false },
        { id: "over", kind: "order", points: 5, when: { to: "2026-04-30T00:00:00+02:00" } },
        { id: "review", kind: "activity", activity: "review", points: 20 },
      ]),
      "en",
      now,
      beside,
    );
    expect(shown.ways.map(({ id }) => id)).toEqual(["spend", "unsub"]);
  });

  it("does not offer what is only given with a level, and calls nothing by its id", () => {
    const levels = [{ id: "gold", name: "Gold", from: "0", entryRewards: ["gift"] }];
    const rewards = [
      { id: "gift", kind: "amountOff", value: "5.00" },
      { id: "five", kind: "amountOff", value: "5.00", cost: 500, tiers: ["gold"] },
    ];
    const tiered = program([spend], { tiers: { metric: "spend", levels }, rewards });
    const shown = storefrontProgram(tiered, "en", now, beside);
    expect(shown.rewards).toMatchObject([{ id: "five", name: null, valueMinor: 500, tiers: ["Gold"] }]);
  });

  it("speaks the shopper's language, else the program's, and gives a theme a face for each", () => {
    const levels = [
      {
        id: "silver",
        name: { en: "Silver", de: "Silber" },
        from: "0",
        perks: [
          { en: "First pick", de: "Erste Wahl" },
          { id: "ship", kind: "freeShipping", minSubtotal: "20.00" },
          { id: "five", kind: "percentOff", percent: 7.5 },
          { id: "films", kind: "content", url: "/pages/films" },
        ],
      },
    ];
    const rewards = [
      {
        id: "tea",
        kind: "amountOff",
        value: "5.00",
        cost: 1,
        name: { de: "Tee aufs Haus" },
        tiers: ["silver"],
      },
    ];
    const words = program([spend], {
      language: "de",
      name: { en: "Club", de: "Verein" },
      pointsName: { de: { one: "Bohne", other: "Bohnen" }, en: { one: "bean", other: "beans" } },
      tiers: { metric: "spend", levels },
      rewards,
    });
    expect(storefrontProgram(words, "en-GB", now, beside)).toMatchObject({
      name: "Club",
      pointsName: { other: "beans" },
      tiers: {
        levels: [
          {
            name: "Silver",
            perks: [
              { kind: "text", text: "First pick" },
              { kind: "freeShipping", text: null, minSubtotalMinor: 2000 },
              { kind: "percentOff", text: null, percent: "7.5", minSubtotalMinor: null },
            ],
          },
        ],
      },
      rewards: [{ name: "Tee aufs Haus", tiers: ["Silver"] }],
    });
    expect(storefrontProgram(words, "fr", now, beside)).toEqual(storefrontProgram(words, "de", now, beside));
    const faces = storefrontFaces(words, FIRST_CHOICES, { now, since: null, pause: null });
    expect(Object.keys(faces.languages)).toEqual(["de", "en"]);
    expect(faces.program.name).toBe("Verein");
    expect(faces.languages["en"]?.program.name).toBe("Club");
  });
});
