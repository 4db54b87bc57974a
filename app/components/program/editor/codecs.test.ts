import { describe, expect, test } from "vitest";
import { decimalCodec, moneyCodec, textCodec, wholeCodec } from "./codecs.ts";

describe("what is typed into a field", () => {
  test.each([
    ["a whole number", wholeCodec, "en", " 500 ", 500],
    ["a number to take away", wholeCodec, "en", "−20", -20],
    ["nothing", wholeCodec, "en", "", undefined],
    ["a word where a number belongs", wholeCodec, "en", "ten", "ten"],
    ["half a power of ten", wholeCodec, "en", "e5", "e5"],
    ["a factor", decimalCodec, "en", "1.25", 1.25],
    ["a German factor", decimalCodec, "de", "1,25", 1.25],
    ["a factor that is being typed", decimalCodec, "en", "1.", "1."],
    ["nothing before the dot", decimalCodec, "en", ".5", ".5"],
    ["an amount", moneyCodec, "en", "12.50", "12.50"],
    ["a German amount", moneyCodec, "de", "12,50", "12.50"],
    ["an English amount with a comma", moneyCodec, "en", "12,50", "12.50"],
    ["thousands in German", moneyCodec, "de", "1.500", "1.500"],
    ["thousands in English", moneyCodec, "en", "1,500", "1,500"],
    ["an amount without decimals", moneyCodec, "de", "20", "20"],
    ["a text with spaces", textCodec, "en", " Club ", " Club "],
    ["no text", textCodec, "en", "", undefined],
  ] as const)("%s", (_, codec, language, typed, value) => {
    expect(codec.read(typed, language)).toBe(value);
  });

  test.each([
    [wholeCodec, 500, "en", "500"],
    [wholeCodec, undefined, "en", ""],
    [wholeCodec, { odd: 1 }, "en", '{"odd":1}'],
    [decimalCodec, 1.25, "de", "1,25"],
    [decimalCodec, 1.25, "en", "1.25"],
    [moneyCodec, "12.50", "de", "12,50"],
    [moneyCodec, "12.50", "en", "12.50"],
    [moneyCodec, "0", "de", "0"],
  ] as const)("is shown as the language writes it", (codec, value, language, text) => {
    expect(codec.show(value, language)).toBe(text);
  });
});
