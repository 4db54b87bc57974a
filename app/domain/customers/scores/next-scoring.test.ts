import { expect, test } from "vitest";
import { nextScoringAt } from "./next-scoring.ts";

test.each([
  ["before three it is this night", "2026-01-05T02:59:00+01:00", "2026-01-05T03:00:00+01:00"],
  ["at three it is the next", "2026-01-05T03:00:00+01:00", "2026-01-06T03:00:00+01:00"],
  ["in the evening it is the next", "2026-01-05T20:00:00+01:00", "2026-01-06T03:00:00+01:00"],
  [
    "in the night that loses an hour it is still three",
    "2026-03-28T20:00:00+01:00",
    "2026-03-29T03:00:00+02:00",
  ],
  ["in the night that gains one too", "2026-10-24T20:00:00+02:00", "2026-10-25T03:00:00+01:00"],
])("customers are scored at three in the shop's own time: %s", (_, now, next) => {
  expect(nextScoringAt(Date.parse(now), "Europe/Berlin")).toBe(Date.parse(next));
});
