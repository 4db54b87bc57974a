import { describe, expect, test } from "vitest";
import { rewardCost } from "./reward-use.ts";

describe("what a reward cost, as its order says", () => {
  test.each([
    { what: "a known amount is what it took", codes: ["A"], off: 700, values: [500], cost: 500 },
    { what: "no more than was taken off", codes: ["A"], off: 300, values: [500], cost: 300 },
    { what: "two of ours are added up", codes: ["A", "B"], off: 900, values: [500, 200], cost: 700 },
    { what: "a share took all that was taken off", codes: ["A"], off: 420, values: [null], cost: 420 },
    {
      what: "a share beside a code of ours, too",
      codes: ["A", "B"],
      off: 420,
      values: [null, 200],
      cost: 420,
    },
    {
      what: "a share beside a code of the shop's cannot be told apart",
      codes: ["A", "X"],
      off: 420,
      values: [null],
      cost: null,
    },
    { what: "an amount beside one can", codes: ["A", "X"], off: 420, values: [200], cost: 200 },
  ])("$what", ({ codes, off, values, cost }) => {
    expect(rewardCost({ discountCodes: codes, discountMinor: off }, values)).toBe(cost);
  });
});
