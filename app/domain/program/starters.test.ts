import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseProgram } from "./document/parse-program.ts";
import { STARTERS, starterFor } from "./starters.ts";

const folder = new URL("./starters/", import.meta.url);

describe("ready-made programs", () => {
  test("there is one each for a café, fashion, beauty, travel and a paid club", () => {
    expect(readdirSync(folder).sort()).toEqual([
      "beauty.json",
      "cafe.json",
      "fashion.json",
      "paid-vip.json",
      "travel.json",
    ]);
  });

  test.each(readdirSync(folder))("%s is a valid program", (file) => {
    const parsed = parseProgram(JSON.parse(readFileSync(new URL(file, folder), "utf8")));
    expect(parsed).toMatchObject({ ok: true });
  });

  test.each(["EUR", "JPY", "KRW", "SEK", "KWD", "USD"])("are right in %s as well", (currency) => {
    for (const { id } of STARTERS) {
      const document = starterFor(id, { currency, timezone: "Asia/Tokyo", language: "en" });
      expect(parseProgram(document)).toMatchObject({ ok: true });
      if (currency !== "EUR") expect(JSON.stringify(document)).not.toContain("€");
    }
  });

  test("have amounts of the shop's own size, and no euros in the name of a reward", () => {
    const yen = starterFor("fashion", { currency: "JPY", timezone: "Asia/Tokyo", language: "en" });
    expect(yen.earning.rules[0]).toMatchObject({ kind: "spend", points: 1, per: "100" });
    expect(yen.earning.rules[2]).toMatchObject({ order: { minSubtotal: "2000" } });
    expect(yen.tiers?.levels.map(({ from }) => from)).toEqual(["0", "30000", "100000"]);
    expect(yen.rewards[0]).toMatchObject({ value: "500", minSubtotal: "2500", cost: 200 });
    expect(yen.rewards[0]).not.toHaveProperty("name");
    // Thresholds in points stay what they are, and so do names that say nothing of money.
    const drops = starterFor("beauty", { currency: "JPY", timezone: "Asia/Tokyo", language: "en" });
    expect(drops.tiers?.levels.map(({ from }) => from)).toEqual(["0", "500", "1500"]);
    expect(drops.rewards[0]).toMatchObject({
      variable: { value: "100" },
      name: { en: "Discount of your choice" },
    });
  });
});
