import { describe, expect, it } from "vitest";
import { codePrefix, FIRST_CHOICES, languageOffered, merchantChoices } from "./merchant-choices.ts";

it("what nobody has chosen yet is a choice", () => {
  expect(merchantChoices.parse(FIRST_CHOICES)).toEqual(FIRST_CHOICES);
});

describe("a code prefix", () => {
  it.each([
    ["", true],
    ["KC", true],
    ["KAFFEE2026", true],
    ["K", false],
    ["KAFFEE20260", false],
    ["kaffee", false],
    ["KÄSE", false],
    ["KC-", false],
    ["KC 1", false],
  ])("%j is taken by every shop: %s", (prefix, taken) => {
    expect(codePrefix.safeParse(prefix).success).toBe(taken);
  });
});

describe("languages", () => {
  const languages = (offered: string[], fallback: string) =>
    merchantChoices.safeParse({ ...FIRST_CHOICES, languages: { offered, fallback } }).success;

  it.each([
    [["de", "en"], "en", true],
    [["de"], "en", false],
    [[], "en", false],
    [["pl"], "pl", false],
  ])("%j with %s for everybody else: %s", (offered, fallback, taken) => {
    expect(languages(offered, fallback)).toBe(taken);
  });

  it.each([
    [null, null],
    ["de", "de"],
    ["de-AT", "de-AT"],
    ["fr", "de"],
    ["FR-fr", "de"],
    ["", "de"],
  ])("who asks for %j reads %j where only German and Dutch are offered", (asked, read) => {
    expect(languageOffered({ offered: ["de", "nl"], fallback: "de" }, asked)).toBe(read);
  });
});
