import { describe, expect, it } from "vitest";
import { languageMarks } from "./language-marks.ts";

/** As Liquid puts an amount together. */
function written(language: string, currency: string, whole: string): string {
  const { before, after } = languageMarks(language, currency);
  return `${before}${whole}${after}`;
}

describe("money as blocks write it", () => {
  it.each([
    ["en", "EUR", "€20"],
    ["de", "EUR", "20\u00A0€"],
    ["fr", "EUR", "20\u00A0€"],
    ["nl", "EUR", "€\u00A020"],
    ["en", "CHF", "CHF\u00A020"],
  ])("stands in %s and %s as the panel writes it", (language, currency, expected) => {
    expect(written(language, currency, "20")).toBe(expected);
    const panel = new Intl.NumberFormat(language, { style: "currency", currency, maximumFractionDigits: 0 });
    expect(written(language, currency, "20")).toBe(panel.format(20));
  });

  it("has the marks of its language, and groups from where the language groups", () => {
    expect(languageMarks("de", "EUR")).toMatchObject({ decimal: ",", group: ".", groupFrom: 1000 });
    expect(languageMarks("en", "EUR")).toMatchObject({ decimal: ".", group: ",", groupFrom: 1000 });
    expect(languageMarks("es", "EUR")).toMatchObject({ decimal: ",", group: ".", groupFrom: 10_000 });
  });
});
