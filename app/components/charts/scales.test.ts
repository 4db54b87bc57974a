import { describe, expect, test } from "vitest";
import { valueScale, wholeFigures } from "./scales.ts";

describe("the values of a chart", () => {
  test.each([
    { what: "end above the highest", values: [37, 412], figures: [0, 100, 200, 300, 400, 500] },
    {
      what: "go below zero where more came back than was given",
      values: [-120, 300],
      figures: [-200, -100, 0, 100, 200, 300],
    },
    { what: "are whole, also where they are few", values: [1], figures: [0, 1] },
    { what: "have room where there are none", values: [0, 0], figures: [0, 1] },
  ])("$what", ({ values, figures }) => {
    const scale = valueScale(values, [100, 0]);
    expect(wholeFigures(scale)).toEqual(figures);
    for (const value of values) {
      expect(scale(value)).toBeGreaterThanOrEqual(0);
      expect(scale(value)).toBeLessThanOrEqual(100);
    }
  });
});
