import fc from "fast-check";
import { expect, test } from "vitest";
import { scarceMemory } from "../../../tests/support/scarce-memory.ts";
import type { LimitUse } from "../books.ts";
import { Archive } from "./archive.ts";
import { OWN } from "./name-register.ts";
import { limitCodec } from "./pack-limit.ts";
import { PackedLimits } from "./packed-limits.ts";
import { PackedShelf } from "./packed-shelf.ts";
import { PagedMemory } from "./paged-memory.ts";

const key = fc.nat({ max: 40 }).map((day) => `rule:click:day:${String(day)}`);
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ use: key, points: fc.nat({ max: 9 }) }) },
  { weight: 2, arbitrary: fc.constant("rest" as const) },
);

test("a member's uses of limits are what was counted, at hand or packed, in whatever sequence they are asked for", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 150 }), (steps) => {
      const archive = new Archive(new PagedMemory(scarceMemory()));
      const place = { owner: archive.names.newOwner(), kind: OWN, prefix: "limit:" } as const;
      const limits = new PackedLimits(new PackedShelf(archive, limitCodec, place));
      const expected = new Map<string, LimitUse>();
      for (const taken of steps) {
        if (taken === "rest") {
          archive.rest();
        } else {
          for (const holding of [limits, expected]) {
            const known = holding.get(taken.use);
            if (known === undefined) holding.set(taken.use, useOf(taken.use, taken.points));
            else known.points += taken.points;
          }
        }
      }
      // Asking for each moves it, also while all are gone through.
      const found = [...limits.values()].map((use) => limits.get(use.key));
      const sorted = (uses: Iterable<LimitUse | undefined>) =>
        [...uses].sort((a, b) => String(a?.key).localeCompare(String(b?.key)));
      expect(sorted(found)).toEqual(sorted(expected.values()));
      expect(new Set(limits.keys())).toEqual(new Set(expected.keys()));
    }),
  );
});

function useOf(name: string, points: number): LimitUse {
  return { key: name, count: 1, points, lastAt: null };
}
