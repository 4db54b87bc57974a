import { describe, expect, it } from "vitest";
import { parseBody } from "./parse-body.ts";

describe("parseBody", () => {
  it.each([
    ["an id above 2^53 keeps every digit", '{"id":820982911946154508}', { id: "820982911946154508" }],
    ["a real shop's id stays a number", '{"id": 5678901234567}', { id: 5678901234567 }],
    ["white space around it does not matter", '{"id" :\n 820982911946154508 }', { id: "820982911946154508" }],
    [
      "digits within a text are left alone",
      JSON.stringify({ note: 'he said "id":820982911946154508, twice' }),
      { note: 'he said "id":820982911946154508, twice' },
    ],
    [
      "a text that looks like a field does not spoil the fields around it",
      '{"id":820982911946154508,"note":"\\"x\\":820982911946154508,"}',
      { id: "820982911946154508", note: '"x":820982911946154508,' },
    ],
    ["a long decimal stays a number", '{"rate":0.1234567890123456}', { rate: 0.1234567890123456 }],
    ["what is not JSON is undefined", "{", undefined],
    ["null is no object, but JSON", "null", null],
  ])("%s", (_, body, value) => {
    expect(parseBody(body)).toEqual(value);
  });
});
