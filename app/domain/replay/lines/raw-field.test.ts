import fc from "fast-check";
import { expect, test } from "vitest";
import { rawField } from "./raw-field.ts";

test("a field's text comes out as it stands, so ids greater than a number can hold survive", () => {
  const line = '{"at":"x","type":"shopify","payload": {"id":820982911946154508,"note":"a \\"}, b"} }';
  expect(rawField(line, "payload")).toBe('{"id":820982911946154508,"note":"a \\"}, b"}');
});

test("only the object's own fields count, and a missing one is null", () => {
  expect(rawField('{"a":{"payload":1},"b":["payload"]}', "payload")).toBeNull();
  expect(rawField("{}", "payload")).toBeNull();
});

test("for any object the text reads back as the field's value", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.boolean(), (object, isSpread) => {
      const json = JSON.stringify(object, null, isSpread ? 2 : 0);
      for (const [name, value] of Object.entries(object)) {
        expect(JSON.stringify(JSON.parse(rawField(json, name) ?? ""))).toBe(JSON.stringify(value));
      }
    }),
  );
});
