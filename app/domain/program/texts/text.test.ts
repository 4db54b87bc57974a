import { describe, expect, test } from "vitest";
import { inEveryLanguage, inLanguage, inLanguages } from "./text.ts";

describe("a merchant's words by language", () => {
  const both = inLanguages({ de: "Kostenloser Versand", en: "Free delivery" }, "en");

  test.each([
    ["de", "Kostenloser Versand"],
    ["de-AT", "Kostenloser Versand"],
    ["DE", "Kostenloser Versand"],
    ["en", "Free delivery"],
    ["fr", "Free delivery"],
    ["", "Free delivery"],
    ["constructor", "Free delivery"],
    ["__proto__", "Free delivery"],
  ])("%s is served: %s", (language, text) => {
    expect(inLanguage(both, language)).toBe(text);
  });

  test("a language that is missing falls back to the program's, then to the first given", () => {
    const words = { nl: "Gratis", de: "Kostenlos" };
    expect(inLanguage(inLanguages(words, "de"), "fr")).toBe("Kostenlos");
    expect(inLanguage(inLanguages(words, "it"), "fr")).toBe("Gratis");
  });

  test("a region's own wording comes before its language's", () => {
    const words = inLanguages({ pt: "Frete", "pt-BR": "Frete grátis" }, "pt");
    expect(inLanguage(words, "pt-BR")).toBe("Frete grátis");
    expect(inLanguage(words, "pt-PT")).toBe("Frete");
  });

  test("a plain text serves every language", () => {
    expect(inLanguage(inEveryLanguage("Silver"), "de")).toBe("Silver");
  });
});
