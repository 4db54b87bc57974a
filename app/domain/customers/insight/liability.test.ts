import { describe, expect, test } from "vitest";
import { deferredMinor, expectedCostMinor, releasedMinor, usedShare } from "./liability.ts";

describe("what points oblige a shop to", () => {
  test("the standard's example 52: sales of 100,000, 10,000 points worth 1 each, 9,500 expected", () => {
    const deferred = deferredMinor({
      salesMinor: 100_000,
      pointsEarned: 10_000,
      pointMinor: 1,
      shareUsed: 0.95,
    });
    expect(deferred).toBe(8676);
    const first = releasedMinor(deferred, 4500, 9500);
    expect([first, deferred - first]).toEqual([4110, 4566]);
    const both = releasedMinor(deferred, 8500, 9700);
    expect([both - first, deferred - both]).toEqual([3493, 1073]);
  });

  test("nothing earned defers nothing, and nothing expected releases nothing", () => {
    expect(deferredMinor({ salesMinor: 0, pointsEarned: 0, pointMinor: 1, shareUsed: 1 })).toBe(0);
    expect(releasedMinor(100, 5, 0)).toBe(0);
  });

  test("the cost still expected is never below nothing", () => {
    expect(expectedCostMinor(1000, 0.8, 300, 1)).toBe(500);
    expect(expectedCostMinor(1000, 0.8, 900, 1)).toBe(0);
  });

  test("the share used is seen among settled lots, the surer the more there are", () => {
    const lots = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ points: 100, used: index % 2 ? 100 : 0 }));
    const [few, many] = [usedShare(lots(10)), usedShare(lots(1000))];
    expect(few?.share).toBe(0.5);
    expect(many?.share).toBe(0.5);
    expect((many?.to ?? 1) - (many?.from ?? 0)).toBeLessThan((few?.to ?? 1) - (few?.from ?? 0));
    expect(usedShare([])).toBeNull();
  });
});
