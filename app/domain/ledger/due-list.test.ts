import fc from "fast-check";
import { expect, test } from "vitest";
import { DueList } from "./due-list.ts";

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ put: fc.integer({ min: 0, max: 50 }) }) },
  { weight: 1, arbitrary: fc.record({ takeBy: fc.integer({ min: 0, max: 60 }) }) },
);

test("what falls due is taken in the order of its instants, and of one instant in the order in which it came", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 150 }), (steps) => {
      const list = new DueList();
      let expected: { readonly at: number; readonly lotId: string }[] = [];
      steps.forEach((taken, index) => {
        if ("put" in taken) {
          list.put(taken.put, `lot-${String(index)}`);
          expected.push({ at: taken.put, lotId: `lot-${String(index)}` });
        } else {
          const due = expected.filter(({ at }) => at <= taken.takeBy).sort((a, b) => a.at - b.at);
          for (const { lotId } of due) expect(list.take(taken.takeBy)).toBe(lotId);
          expect(list.take(taken.takeBy)).toBeNull();
          expected = expected.filter(({ at }) => at > taken.takeBy);
        }
        for (const { at, lotId } of expected) {
          expect([list.has(lotId, at - 1), list.has(lotId, at)]).toEqual([false, true]);
        }
        expect(list.firstAt()).toBe(expected.length === 0 ? null : Math.min(...expected.map(({ at }) => at)));
      });
    }),
  );
});
