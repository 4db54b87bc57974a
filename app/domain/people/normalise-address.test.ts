import { describe, expect, it } from "vitest";
import { normaliseAddress } from "./normalise-address.ts";

const mike = "mike@example.org";

describe("an address as it is compared", () => {
  it.each([
    ["as it is", "mike@example.org", mike],
    ["blanks around it", " \tmike@example.org\u00A0\n", mike],
    ["A to Z in upper case", "MIKE@Example.ORG", mike],
    ["an accent of its own", "Rene\u0301@example.org", "ren\u00E9@example.org"],
    ["an accent within the letter", "ren\u00E9@example.org", "ren\u00E9@example.org"],
  ])("is the same person's: %s", (_, written, compared) => {
    expect(normaliseAddress(written)).toBe(compared);
  });

  it.each([
    ["the Kelvin sign for a k", "mi\u212Ae@example.org"],
    ["the Kelvin sign for a K", "MI\u212AE@EXAMPLE.ORG"],
    ["wide letters", "\uFF4Dike@example.org"],
    ["a dotless i", "m\u0131ke@example.org"],
    ["a capital I with a dot", "M\u0130KE@example.org"],
    ["a Cyrillic e", "mik\u0435@example.org"],
    ["a zero-width space", "mi\u200Bke@example.org"],
    ["a soft hyphen", "mi\u00ADke@example.org"],
    ["a blank within", "mi ke@example.org"],
    ["a dot more", "mi.ke@example.org"],
    ["something behind a plus", "mike+shop@example.org"],
  ])("is a stranger's: %s", (_, written) => {
    expect(normaliseAddress(written)).not.toBe(mike);
  });

  it.each([
    ["a sharp s and two s", "stra\u00DFe@example.org", "strasse@example.org"],
    ["a ligature and its letters", "o\uFB03ce@example.org", "office@example.org"],
    ["an umlaut in upper and in lower case", "\u00DCte@example.org", "\u00FCte@example.org"],
    ["a superscript and its digit", "m\u00B2@example.org", "m2@example.org"],
  ])("keeps two people apart: %s", (_, one, other) => {
    expect(normaliseAddress(one)).not.toBe(normaliseAddress(other));
  });

  it("compares the same when it is compared again", () => {
    const once = normaliseAddress(" MI\u212AE@Rene\u0301.example ");
    expect(normaliseAddress(normaliseAddress(once))).toBe(normaliseAddress(once));
  });
});
