import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inserted, listAt, moved, placeText, valueAt, withValue } from "./document-path.ts";

const DOCUMENT = { name: "Club", earning: { rules: [{ id: "spend", limit: { count: 1 } }] }, later: [1] };

describe("a place in a document", () => {
  test("is read, also where the document is wrong around it", () => {
    expect(valueAt(DOCUMENT, ["earning", "rules", 0, "id"])).toBe("spend");
    expect(valueAt(DOCUMENT, ["earning", "rules", "id"])).toBeUndefined();
    expect(valueAt("text", ["name"])).toBeUndefined();
    expect(valueAt(DOCUMENT, ["toString"])).toBeUndefined();
    expect(listAt(DOCUMENT, ["name"])).toEqual([]);
  });

  test("takes another value, and all else stays in its order", () => {
    const changed = withValue(DOCUMENT, ["earning", "rules", 0, "limit", "points"], 5);
    expect(JSON.stringify(changed)).toBe(
      '{"name":"Club","earning":{"rules":[{"id":"spend","limit":{"count":1,"points":5}}]},"later":[1]}',
    );
    expect(withValue({}, ["tiers", "graceDays"], 3)).toEqual({ tiers: { graceDays: 3 } });
  });

  test("is taken away with what is empty without it, but no entry of a list with it", () => {
    expect(withValue(DOCUMENT, ["earning", "rules", 0, "limit", "count"], undefined)).toEqual({
      ...DOCUMENT,
      earning: { rules: [{ id: "spend" }] },
    });
    expect(withValue({ list: [{ a: 1 }] }, ["list", 0, "a"], undefined)).toEqual({ list: [{}] });
    expect(withValue({ list: [1, 2, 3] }, ["list", 1], undefined)).toEqual({ list: [1, 3] });
  });

  test("is called as errors call it", () => {
    expect(placeText(["earning", "rules", 2, "limit", "per"])).toBe("earning.rules[2].limit.per");
    expect(placeText([])).toBe("");
  });

  test("setting what is there changes nothing, whatever the document holds", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.string(),
        fc.jsonValue(),
        (fields, key, value) => {
          const document = JSON.parse(JSON.stringify({ ...fields, [key]: value })) as Record<string, unknown>;
          if (!Object.hasOwn(document, key)) return;
          const same = withValue(document, [key], document[key]);
          expect(JSON.stringify(same)).toBe(JSON.stringify(document));
        },
      ),
    );
  });

  test("entries of a list are moved and put in", () => {
    expect(moved(["a", "b", "c"], 0, 2)).toEqual(["b", "c", "a"]);
    expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
    expect(inserted(["a", "c"], 1, "b")).toEqual(["a", "b", "c"]);
  });
});
