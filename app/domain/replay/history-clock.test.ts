import fc from "fast-check";
import { expect, test } from "vitest";
import { HistoryClock } from "./history-clock.ts";

const line = fc.record({
  at: fc.integer({ min: 0, max: 20 }),
  members: fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 3 }),
});
/** Among them long stretches that go back in time line by line, of which nearly nothing need be remembered. */
const stretch = fc.oneof(
  { weight: 3, arbitrary: fc.array(line, { maxLength: 10 }) },
  {
    weight: 1,
    arbitrary: fc
      .array(line, { minLength: 80, maxLength: 120 })
      .map((lines) => lines.map((one, index) => ({ ...one, at: 1000 - 3 * index + one.at }))),
  },
);

test("a member is brought to the latest instant told since the history last came to it", () => {
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 6 }), (stretches) => {
      const lines = stretches.flat();
      const clock = new HistoryClock();
      const lastLines = new Map<string, number>();
      lines.forEach(({ at, members }, index) => {
        clock.tell(at);
        for (const member of members) {
          const since = lastLines.get(member) ?? index;
          const told = lines.slice(since + 1, index + 1).map((one) => one.at);
          expect(clock.comeTo(member)).toBe(told.length === 0 ? null : Math.max(...told));
          lastLines.set(member, index);
        }
        expect(clock.latest()).toBe(Math.max(...lines.slice(0, index + 1).map((one) => one.at)));
      });
    }),
  );
});
