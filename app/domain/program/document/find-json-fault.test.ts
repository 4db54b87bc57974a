import { expect, test } from "vitest";
import { findJsonFault } from "./find-json-fault.ts";

test.each(["{}", ' [1, -2.5e3, "a\\n\\u00e9", true, null, {"a": [{}]}] \n', '"x"', "0"])(
  "%s is JSON",
  (text) => {
    expect(findJsonFault(text)).toBeNull();
    expect(() => JSON.parse(text) as unknown).not.toThrow();
  },
);

test.each([
  ["nothing", "", 1],
  ["an end that is missing", '{\n"a": 1\n', 3],
  ["a comma too many", '{\n"a": 1,\n}', 3],
  ["a colon that is missing", '{\n"a" 1}', 2],
  ["a name without quotes", "{\n\na: 1}", 3],
  ["a text that does not end", '[\n"a]', 2],
  ["something after the end", "{}\n\nx", 3],
  ["a number with a zero in front", "[\n01]", 2],
])("%s is told with its line", (_, text, line) => {
  expect(findJsonFault(text)).toBe(line);
  expect(() => JSON.parse(text) as unknown).toThrow();
});
