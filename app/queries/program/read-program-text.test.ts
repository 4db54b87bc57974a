import { describe, expect, test } from "vitest";
import { smallest } from "#tests/support/program-documents.ts";
import { readProgramText, type ReadFor } from "./read-program-text.ts";

const SHOP: ReadFor = { language: "en", goodsGroup: "collection", currency: "EUR", segments: [] };
const rules = [
  { id: "spend", kind: "spend", points: 1, per: "1.00" },
  { id: "mugs", kind: "item", points: 25 },
];
const wellMade = {
  ...smallest,
  currency: "EUR",
  earning: { rules },
  tiers: { metric: "spend", levels: [{ id: "gold", name: "Gold", from: "20.00" }] },
  rewards: [{ id: "five", kind: "amountOff", value: "5.00", cost: 500 }],
};
const read = (document: unknown, shop: Partial<ReadFor> = {}) =>
  readProgramText(JSON.stringify(document), { ...SHOP, ...shop });

describe("a program's text", () => {
  test("that is no JSON says on which line it stops being it", () => {
    expect(readProgramText('{\n  "format": ', SHOP)).toEqual({ kind: "not_json", line: 2 });
  });

  test("that is right says what it means, as a whole and entry by entry", () => {
    const reading = read(wellMade);
    expect(reading).toMatchObject({
      kind: "program",
      outline: { currency: "EUR", hasRules: true, tiers: { metric: "spend", levels: [{ from: 2_000 }] } },
      entries: { rules: [expect.stringContaining("1"), expect.stringContaining("25")], caps: [] },
    });
    // It is told to a page as JSON and must arrive as it was.
    expect(JSON.parse(JSON.stringify(reading))).toEqual(reading);
  });

  test("that is wrong in one rule says so, and still what the other means", () => {
    const reading = read({ ...wellMade, earning: { rules: [rules[0], { ...rules[1], points: "many" }] } });
    expect(reading).toMatchObject({
      kind: "wrong",
      errors: [{ path: "earning.rules[1].points" }],
      outline: null,
    });
    expect(reading).toMatchObject({ entries: { rules: [expect.any(String), null] } });
  });

  test("of another currency than the shop's is wrong, and is told all the same for comparing", () => {
    expect(read(wellMade, { currency: "USD" })).toMatchObject({
      kind: "wrong",
      errors: [{ path: "currency" }],
      outline: { currency: "EUR" },
    });
  });

  test("that names a segment the shop has not is wrong", () => {
    const asks = { ...wellMade, earning: { rules: [{ ...rules[0], member: { segments: ["loyal"] } }] } };
    expect(read(asks)).toMatchObject({ kind: "wrong" });
    expect(read(asks, { segments: [{ id: "loyal" }] })).toMatchObject({ kind: "program" });
  });
});
