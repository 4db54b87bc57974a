import { describe, expect, it } from "vitest";
import de from "../../storefront/words/de-formal.ts";
import en from "../../storefront/words/en.ts";
import { shopperWords } from "./shopper-words.ts";
import { STAFF_SAID } from "./staff-said.ts";
import { staffWords } from "./staff-words.ts";

const speaking = (language: string) =>
  staffWords((key) => (key === "locale" ? language : `${key} for staff`));
const gaps = (sentence: string): string[] => (sentence.match(/\{\w+\}/gu) ?? []).sort();

describe("what staff read", () => {
  it.each(Object.keys(STAFF_SAID))(
    "in %s has the gaps of what shoppers read, and other words",
    (language) => {
      const { words } = shopperWords(language, "Sie");
      const said = speaking(language).words;
      for (const key of ["tierTop", "owed", "rewardLimit", "rewardPerk"] as const) {
        expect(gaps(said[key])).toEqual(gaps(words[key]));
        expect(said[key]).not.toBe(words[key]);
      }
      expect(gaps(said.reward.variable)).toEqual(gaps(words.reward.variable));
      expect(said.reward.variable).not.toBe(words.reward.variable);
    },
  );

  it("is there in every language the shopper's words are", () => {
    for (const language of ["de", "en", "es", "fr", "it", "nl"]) expect(STAFF_SAID[language]).toBeDefined();
  });

  it("takes failures from the surface, and everything else from the shopper's own words", () => {
    const { words, locale } = speaking("de");
    expect(locale).toBe("de");
    expect(words.failed.points).toBe("failed.points for staff");
    expect(words.rewardStock).toBe(de.rewardStock);
    expect(speaking("ja").words.rewardStock).toBe(en.rewardStock);
  });
});
