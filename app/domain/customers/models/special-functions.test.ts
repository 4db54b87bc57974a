import { describe, expect, test } from "vitest";
import { digamma, lnGamma, logistic, softPlus, stirlingRest } from "./special-functions.ts";

describe("special functions against their values to eighteen digits", () => {
  test.each([
    [0.001, 6.907178885383854, -1000.5755719318103],
    [0.5, 0.5723649429247001, -1.9635100260214235],
    [1, 0, -0.5772156649015329],
    [3.7, 1.4280723266653879, 1.1671535393615114],
    [9.99, 12.77931521435019, 2.2507003728312011],
    [10, 12.801827480081469, 2.251752589066721],
    [123.4, 469.33609744219056, 4.811373775116277],
  ])("ln Γ and ψ of %d", (z, logarithm, derivative) => {
    expect(lnGamma(z)).toBeCloseTo(logarithm, 12);
    expect(digamma(z) / derivative).toBeCloseTo(1, 13);
  });

  test("Stirling's rest is 1 ÷ 12 z for what is large", () => {
    expect(stirlingRest(1e9) * 12e9).toBeCloseTo(1, 12);
  });

  test.each([-800, -1, 0, 1, 800])("nothing overflows at %d", (x) => {
    expect(Number.isFinite(softPlus(x))).toBe(true);
    expect(logistic(x) + logistic(-x)).toBeCloseTo(1, 14);
  });
});
