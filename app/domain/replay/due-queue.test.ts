import fc from "fast-check";
import { expect, test } from "vitest";
import type { Due } from "../due-heap.ts";
import { createDueQueue, setDue, takeDueMember } from "./due-queue.ts";
import type { DueQueue } from "./due-queue.ts";

/** Steps of half an hour, so that instants lie within an hour, on its border, and hours or months apart. */
const instant = fc
  .oneof(fc.integer({ min: -3, max: 20 }), fc.integer({ min: 3_000, max: 3_003 }))
  .map((halfHours) => halfHours * 1_800_000);
const wishes = fc.array(fc.tuple(fc.constantFrom("a", "b", "c", "d", "e"), fc.option(instant)));

test("members come in the order in which something falls due for them, and only when it is due", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(wishes, instant), { maxLength: 4 }), (rounds) => {
      const queue = createDueQueue();
      const expected = new Map<string, number>();
      let now = Number.NEGATIVE_INFINITY;
      for (const [wanted, moment] of rounds) {
        for (const [memberId, at] of wanted) {
          setDue(queue, memberId, at);
          if (at === null) expected.delete(memberId);
          else expected.set(memberId, at);
        }
        now = Math.max(now, moment);
        expect(takeAll(queue, now)).toEqual(duesBy(expected, now));
        for (const [memberId, at] of expected) if (at <= now) expected.delete(memberId);
      }
    }),
  );
});

function takeAll(queue: DueQueue, now: number): Due<string>[] {
  const taken = [];
  for (let due = takeDueMember(queue, now); due !== null; due = takeDueMember(queue, now)) taken.push(due);
  return taken;
}

function duesBy(expected: ReadonlyMap<string, number>, now: number): Due<string>[] {
  return [...expected]
    .flatMap(([subject, at]) => (at > now ? [] : [{ at, subject }]))
    .sort((x, y) => x.at - y.at || (x.subject < y.subject ? -1 : 1));
}
