import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { elementAt } from "../assert.ts";
import { Archive } from "../replay/archive.ts";
import { PackedDueList, roomForDue } from "../replay/packed-due-list.ts";
import { PagedMemory } from "../replay/paged-memory.ts";
import { scarceMemory } from "../../../tests/support/scarce-memory.ts";
import { OpenDueList } from "./due-list.ts";
import type { DueList } from "./due-list.ts";

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ put: fc.integer({ min: 0, max: 50 }) }) },
  { weight: 1, arbitrary: fc.record({ takeBy: fc.integer({ min: 0, max: 60 }) }) },
  { weight: 1, arbitrary: fc.constant("clear" as const) },
);

const limits: ReturnType<typeof scarceMemory>[] = [];
afterAll(() => {
  expect(limits.some(({ written }) => written.size > 2)).toBe(true);
});

/** Lists of two members, so that their chunks lie among each other. */
function packedLists(): DueList[] {
  const limit = scarceMemory();
  limits.push(limit);
  const archive = new Archive(new PagedMemory(limit));
  const room = roomForDue(archive);
  return [1, 2].map(() => new PackedDueList(room, archive.names.newOwner(), "code:"));
}

test.each([
  ["as they are", () => [new OpenDueList(), new OpenDueList()]],
  ["packed", packedLists],
])(
  "what falls due is taken in the order of its instants, and of one instant in the order in which it came: %s",
  (_, makeLists) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 1 }), step), { maxLength: 250 }), (steps) => {
        const lists = makeLists();
        const expected: { readonly at: number; readonly id: string }[][] = [[], []];
        steps.forEach(([which, taken], index) => {
          const list = elementAt(lists, which);
          const known = elementAt(expected, which);
          if (taken === "clear") {
            list.clear();
            expected[which] = [];
          } else if ("put" in taken) {
            list.put(taken.put, `lot-${String(index)}`);
            known.push({ at: taken.put, id: `lot-${String(index)}` });
          } else {
            const due = known.filter(({ at }) => at <= taken.takeBy).sort((a, b) => a.at - b.at);
            for (const { id } of due) expect(list.take(taken.takeBy)).toBe(id);
            expect(list.take(taken.takeBy)).toBeNull();
            expected[which] = known.filter(({ at }) => at > taken.takeBy);
          }
          const left = elementAt(expected, which);
          if (list instanceof OpenDueList) {
            for (const { at, id } of left)
              expect([list.has(id, at - 1), list.has(id, at)]).toEqual([false, true]);
          }
          expect(list.firstAt()).toBe(left.length === 0 ? null : Math.min(...left.map(({ at }) => at)));
        });
      }),
    );
  },
);
