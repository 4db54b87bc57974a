import { describe, expect, test } from "vitest";
import { parseProgram } from "./document/parse-program.ts";
import { hasStandingPerks, standingPerks } from "./standing-perks.ts";

function program(language: string) {
  const parsed = parseProgram({
    format: "regulars.program/1",
    name: "Club",
    language,
    currency: "EUR",
    timezone: "Europe/Berlin",
    earning: { rules: [] },
    tiers: {
      levels: [
        {
          id: "bronze",
          from: "0",
          perks: ["A friendly word", { id: "films", kind: "content", url: "/films" }],
        },
        {
          id: "silver",
          name: { de: "Silber", en: "Silver" },
          from: "10",
          perks: [
            { id: "ship", kind: "freeShipping", minSubtotal: "20.00" },
            { id: "off", kind: "percentOff", percent: 7.5, minSubtotal: "9.99" },
          ],
        },
        { id: "gold", name: "Gold", from: "20", perks: [{ id: "ship", kind: "freeShipping" }] },
      ],
    },
  });
  if (!parsed.ok) throw new Error("the program is right");
  return parsed.program;
}

describe("perks that the shop applies by itself", () => {
  test("are those of every level, words of the merchant's own and pages left out", () => {
    expect(standingPerks(program("en"))).toEqual([
      {
        levelId: "silver",
        levelName: "Silver",
        perkId: "ship",
        title: "Silver: free shipping on orders over €20",
        terms: { kind: "freeShipping" },
        minSubtotalMinor: 2000,
      },
      {
        levelId: "silver",
        levelName: "Silver",
        perkId: "off",
        title: "Silver: 7.5% off orders over €9.99",
        terms: { kind: "percentOff", percent: "7.5" },
        minSubtotalMinor: 999,
      },
      {
        levelId: "gold",
        levelName: "Gold",
        perkId: "ship",
        title: "Gold: free shipping",
        terms: { kind: "freeShipping" },
        minSubtotalMinor: null,
      },
    ]);
  });

  test.each([
    ["de", "Silber: 7,5 % Rabatt ab 9,99\u00a0€"],
    ["de-CH", "Silber: 7,5 % Rabatt ab 9,99\u00a0€"],
    ["en", "Silver: 7.5% off orders over €9.99"],
  ])("are named for shoppers in the program's language %s", (language, title) => {
    expect(standingPerks(program(language))[1]?.title).toBe(title);
  });

  test.each([
    ["bronze", false],
    ["silver", true],
    ["gold", true],
    ["gone", false],
  ])("level %s needs to be known at the cart: %s", (levelId, needed) => {
    expect(hasStandingPerks(program("en"), levelId)).toBe(needed);
  });
});
