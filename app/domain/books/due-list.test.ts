import fc from "fast-check";
import { expect, test } from "vitest";
import { DueList } from "./due-list.ts";

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ put: fc.integer({ min: 0, max: 50 }) }) },
  { weight: 1, arbitrary: fc.record({ takeBy: fc.integer({ min: 0, max: 60 }) }) },
  { weight: 1, arbitrary: fc.constant("clear" as const) },
);

test("what falls due is taken in the order of its instants, and of one instant in the order in which it came", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 250 }), (steps) => {
      const list = new DueList();
      let expected: { readonly at: number; readonly id: string }[] = [];
      steps.forEach((taken, index) => {
        if (taken === "clear") {
          list.clear();
          expected = [];
        } else if ("put" in taken) {
          list.put(taken.put, `lot-${String(index)}`);
          expected.push({ at: taken.put, id: `lot-${String(index)}` });
        } else {
          const due = expected.filter(({ at }) => at <= taken.takeBy).sort((a, b) => a.at - b.at);
          for (const { id } of due) expect(list.take(taken.takeBy)).toBe(id);
          expect(list.take(taken.takeBy)).toBeNull();
          expected = expected.filter(({ at }) => at > taken.takeBy);
        }
        for (const { at, id } of expected)
          expect([list.has(id, at - 1), list.has(id, at)]).toEqual([false, true]);
        expect(list.firstAt()).toBe(expected.length === 0 ? null : Math.min(...expected.map(({ at }) => at)));
      });
    }),
  );
});
