import fc from "fast-check";
import { expect, test } from "vitest";
import { DueHeap } from "./due-heap.ts";

const due = fc.record({ at: fc.integer({ min: 0, max: 20 }), subject: fc.constantFrom("a", "b", "c", "d") });

test("what falls due is taken earliest first, of one instant by name, and nothing before its time", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.array(due), fc.nat({ max: 20 })), { maxLength: 5 }), (rounds) => {
      const heap = new DueHeap();
      let waiting: { at: number; subject: string }[] = [];
      for (const [pushed, now] of rounds) {
        for (const { at, subject } of pushed) heap.push(at, subject);
        waiting = [...waiting, ...pushed].sort((x, y) => x.at - y.at || (x.subject < y.subject ? -1 : 1));
        expect(heap.firstAt()).toBe(waiting[0]?.at ?? null);
        const taken = [];
        for (let next = heap.take(now); next !== null; next = heap.take(now)) taken.push(next);
        expect(taken).toEqual(waiting.filter(({ at }) => at <= now));
        waiting = waiting.filter(({ at }) => at > now);
        for (const { at, subject } of waiting) expect(heap.has(subject, at)).toBe(true);
      }
    }),
  );
});
