import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { thresholdAbove } from "./threshold-above.ts";

describe("a copied level begins", () => {
  test.each([
    { from: "0", next: null, at: "10" },
    { from: "0", next: "200", at: "10" },
    { from: "0", next: "5", at: "1" },
    { from: "200", next: "500", at: "300" },
    { from: "200.00", next: "500.00", at: "300" },
    { from: "200", next: "300", at: "210" },
    { from: "250", next: null, at: "300" },
    { from: "1000", next: null, at: "2000" },
    { from: "199.99", next: "201", at: "200" },
    { from: "3", next: "5", at: "4" },
    { from: "3", next: "4", at: null },
    { from: "0", next: "1", at: null },
    { from: "", next: "500", at: null },
    { from: "much", next: null, at: null },
  ])("after $from and before $next at $at", ({ from, next, at }) => {
    expect(thresholdAbove(from, next)).toBe(at);
  });

  test("between its neighbours wherever a whole figure lies between them", () => {
    const figure = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(figure, figure, (one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        const above = thresholdAbove(String(low), String(high));
        if (high - low < 2) expect(above).toBeNull();
        else expect(Number(above) > low && Number(above) < high).toBe(true);
      }),
    );
  });
});
