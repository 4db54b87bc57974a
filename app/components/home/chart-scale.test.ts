import { expect, test } from "vitest";
import { chartScale } from "./chart-scale.ts";

test.each([
  ["nothing yet", [0, 0], { bottom: 0, top: 1, ticks: [1, 0] }],
  ["gains only", [120, 40], { bottom: 0, top: 150, ticks: [150, 100, 50, 0] }],
  ["a day on which more came back", [300, -120], { bottom: -200, top: 400, ticks: [400, 200, 0, -200] }],
  ["losses only", [-7, 0], { bottom: -10, top: 0, ticks: [0, -5, -10] }],
])("the axis of %s is round, holds every value and has zero on it", (_, values, scale) => {
  expect(chartScale(values)).toEqual(scale);
});
