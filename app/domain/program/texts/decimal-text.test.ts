import { expect, test } from "vitest";
import { rational } from "../../rational.ts";
import { decimalText } from "./decimal-text.ts";

test.each([
  [5, 4, "1.25"],
  [2, 1, "2"],
  [1, 8, "0.125"],
  [25, 2, "12.5"],
])("writes %i/%i as %s", (num, den, text) => {
  expect(decimalText(rational(num, den))).toBe(text);
});
