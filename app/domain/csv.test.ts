import fc from "fast-check";
import { expect, test } from "vitest";
import { csvLine, withoutMark } from "./csv.ts";

test.each([
  ["plain", "plain"],
  ["=1+1", "'=1+1"],
  ["+49 30 1", "'+49 30 1"],
  ["@anna", "'@anna"],
  ["-5", "-5"],
  ["-5+cmd", "'-5+cmd"],
  ["'=1", "''=1"],
  ["it's", "it's"],
  ['a "b", c', '"a ""b"", c"'],
  ["=A,B", '"\'=A,B"'],
])("the cell %s is written as %s", (text, written) => {
  expect(csvLine([text])).toBe(`${written}\n`);
});

test("what is not known is an empty cell, and figures are no texts", () => {
  expect(csvLine([null, undefined, 12, -3.5, true])).toBe(",,12,-3.5,true\n");
});

test("the mark of a cell that begins like a formula comes off again, whatever the text", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^'{0,3}[=+@a-]?.{0,5}$/), (text) => {
      const [written = ""] = csvLine([text]).split("\n");
      const unquoted = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written;
      expect(withoutMark(unquoted)).toBe(text);
    }),
  );
});
