import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { movedByKey, roomFor, snapped, stepFor } from "./threshold-steps.ts";

describe("the steps of a threshold", () => {
  test.each([
    { top: 1, step: 1 },
    { top: 50, step: 1 },
    { top: 150, step: 2 },
    { top: 450, step: 5 },
    { top: 750, step: 10 },
    { top: 1_500, step: 20 },
    { top: 150_000, step: 2_000 },
  ])("on a scale to $top are $step", ({ top, step }) => {
    expect(stepFor(top)).toBe(step);
  });

  const room = roomFor({ below: 200, above: 1_000, top: 1_500 });

  test.each([
    { key: "ArrowRight", from: 500, to: 520 },
    { key: "ArrowUp", from: 510, to: 520 },
    { key: "ArrowLeft", from: 510, to: 500 },
    { key: "ArrowDown", from: 500, to: 480 },
    { key: "PageUp", from: 500, to: 700 },
    { key: "PageDown", from: 500, to: 300 },
    { key: "Home", from: 500, to: 220 },
    { key: "End", from: 500, to: 980 },
    { key: "ArrowRight", from: 980, to: 980 },
    { key: "a", from: 500, to: null },
  ])("$key takes $from to $to", ({ key, from, to }) => {
    expect(movedByKey(key, from, room)).toBe(to);
  });

  test("between neighbours that leave no step there is nowhere to go", () => {
    expect(snapped(500, roomFor({ below: 200, above: 210, top: 1_500 }))).toBeNull();
  });

  test("wherever it is moved, it stays between its neighbours", () => {
    const figure = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(figure, figure, figure, figure, (a, b, wanted, over) => {
        const [below, above] = [Math.min(a, b), Math.max(a, b)];
        const put = snapped(wanted, roomFor({ below, above, top: above + over }));
        return put === null || (put > below && put < above);
      }),
    );
  });
});
