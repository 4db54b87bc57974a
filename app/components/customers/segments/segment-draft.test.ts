import { describe, expect, test } from "vitest";
import { FACTS } from "#app/domain/customers/facts/facts.ts";
import { parseSegments } from "#app/domain/customers/segments/segments.ts";
import { READY_MADE_DOCUMENT } from "#app/domain/customers/segments/shop-segments.ts";
import { idFrom } from "./id-from.ts";
import { beginFact, comparedBy, comparisonsFor, conditionOf, linesOf } from "./segment-draft.ts";

describe("a segment as lines", () => {
  test("every ready-made one comes apart and together again with the same meaning", () => {
    for (const entry of READY_MADE_DOCUMENT.segments) {
      const again = { ...entry, where: conditionOf(linesOf(entry.where)) };
      const [was, is] = [entry, again].map((one) =>
        parseSegments({ format: "regulars.segments/1", segments: [one] }, 2),
      );
      expect(is).toMatchObject({ ok: true });
      expect(linesOf(again.where).rows).toEqual(linesOf(entry.where).rows);
      expect(was).toMatchObject({ ok: true });
    }
  });

  test.each(FACTS.map((fact) => [fact.id, fact] as const))(
    "a line about %s is sound however it is compared, once its texts are typed",
    (_, fact) => {
      for (const by of comparisonsFor(fact.kind)) {
        const row = comparedBy(beginFact(fact), fact, by);
        const typed = JSON.parse(JSON.stringify(row).replaceAll('""', '"x"')) as unknown;
        const parsed = parseSegments(
          { format: "regulars.segments/1", segments: [{ id: "a", where: { all: [typed] } }] },
          2,
        );
        expect(parsed).toMatchObject({ ok: true });
      }
    },
  );

  test("an id comes from the name, and no two are the same", () => {
    expect(idFrom("Müßige Gäste!", new Set(), "segment")).toBe("mussige-gaste");
    expect(idFrom("☕", new Set(["segment"]), "segment")).toBe("segment-2");
  });
});
