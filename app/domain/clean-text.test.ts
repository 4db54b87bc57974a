import { describe, expect, it } from "vitest";
import { cleanText, cleanTexts, parseCleanJson } from "./clean-text.ts";

describe("text that is cleaned", () => {
  it.each([
    ["loses NUL", "An\0na", "Anna"],
    ["loses the first half of a pair", "Anna \uD83D", "Anna "],
    ["loses the second half of a pair", "\uDE00Anna", "Anna"],
    ["loses halves in the wrong order", "a\uDE00\uD83Db", "ab"],
    ["loses a first half before a pair", "\uD83D\u{1F600}", "\u{1F600}"],
    ["keeps pairs", "Anna \u{1F600}\u{1F600}", "Anna \u{1F600}\u{1F600}"],
    ["keeps everything else", "\u0001\u200B\uFFFD\n é", "\u0001\u200B\uFFFD\n é"],
  ])("%s", (_, text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  it("is cleaned wherever it stands in a value", () => {
    const value = { "a\0": ["\uD83D", { b: "x\0", c: 1, d: null, e: true }] };
    expect(cleanTexts(value)).toEqual({ a: ["", { b: "x", c: 1, d: null, e: true }] });
  });

  it("is found behind JSON's escapes, and a backslash before a u is none", () => {
    expect(parseCleanJson(String.raw`{"n":"A\u0000b\uD83D\ud83d\ude00","m":"\\u0000"}`)).toEqual({
      n: "Ab\u{1F600}",
      m: String.raw`\u0000`,
    });
    expect(parseCleanJson("{")).toBeUndefined();
  });
});
