import fc from "fast-check";
import { expect, test } from "vitest";
import { createDueQueue, setDue, takeDueMember } from "./due-queue.ts";

test("members come in the order in which something falls due for them, and only when it is due", () => {
  const wishes = fc.array(
    fc.tuple(fc.constantFrom("a", "b", "c", "d", "e"), fc.option(fc.integer({ min: 0, max: 20 }))),
  );
  fc.assert(
    fc.property(wishes, fc.integer({ min: 0, max: 20 }), (wishes, now) => {
      const queue = createDueQueue();
      const latest = new Map<string, number | null>();
      for (const [memberId, at] of wishes) {
        setDue(queue, memberId, at);
        latest.set(memberId, at);
      }
      const expected = [...latest]
        .flatMap(([memberId, at]) => (at === null || at > now ? [] : [{ at, subject: memberId }]))
        .sort((x, y) => x.at - y.at || (x.subject < y.subject ? -1 : 1));
      const taken = [];
      for (let due = takeDueMember(queue, now); due !== null; due = takeDueMember(queue, now))
        taken.push(due);
      expect(taken).toEqual(expected);
    }),
  );
});
