import { describe, expect, it } from "vitest";
import { studentQuantile, welch } from "./welch.ts";

describe("Student's t", () => {
  // scipy.stats.t.ppf(0.975, df)
  it.each([
    [1, 12.706204736174694],
    [2.5, 3.5746548420036817],
    [10, 2.228138851986274],
    [30, 2.0422724563012378],
    [1000, 1.9623390808264083],
  ])("with %s degrees of freedom", (freedom, quantile) => {
    expect(studentQuantile(freedom)).toBeCloseTo(quantile, 9);
  });
});

describe("the difference of two means", () => {
  const a = [27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6];
  const b = [27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8];

  it("has the 95 % interval of Welch", () => {
    // scipy.stats.ttest_ind(a, b, equal_var=False).confidence_interval(0.95)
    const found = welch(a, b);
    expect(found?.difference).toBeCloseTo(-2.8944444444444457, 9);
    expect(found?.low).toBeCloseTo(-5.538958998664825, 9);
    expect(found?.high).toBeCloseTo(-0.24992989022406675, 9);
    expect(found?.isShown).toBe(true);
  });

  it("is not shown where the interval holds zero", () => {
    expect(welch(a, [...b, 12, 15])?.isShown).toBe(false);
    expect(welch([0, 0], [0, 0, 0])).toEqual({ difference: 0, low: 0, high: 0, isShown: false });
  });

  it("is nothing where one side has fewer than two", () => {
    expect(welch(a, [1])).toBeNull();
  });
});
