import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rfmName, scoreRfm } from "./rfm.ts";

const scored = (...values: readonly number[]) =>
  scoreRfm(values.map((valueMinor) => ({ daysSince: 0, count: 1, valueMinor }))).map(
    ({ monetary }) => monetary,
  );

describe("scores by fifths", () => {
  test.each([
    ["five values, a fifth each", [10, 20, 30, 40, 50], [1, 2, 3, 4, 5]],
    ["ten values", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]],
    ["cut points between values", [0, 10], [1, 5]],
    ["equal values", [7, 7, 7], [1, 1, 1]],
    ["one value", [7], [1]],
    ["a cut point that is a value is not strictly below it", [1, 1, 1, 1, 2, 3], [1, 1, 1, 1, 4, 5]],
  ])("%s", (_, values, expected) => {
    expect(scored(...values)).toEqual(expected);
  });

  test("the fewer days, the higher the recency", () => {
    const figures = [0, 10, 20, 30, 40].map((daysSince) => ({ daysSince, count: 1, valueMinor: 1 }));
    expect(scoreRfm(figures).map(({ recency }) => recency)).toEqual([5, 4, 3, 2, 1]);
  });

  test("equal figures get equal scores, and more never scores less", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 60 }), (values) => {
        const scores = scored(...values);
        values.forEach((value, i) => {
          values.forEach((other, j) => {
            if (value === other) expect(scores[i]).toBe(scores[j]);
            if (value > other) expect(scores[i]).toBeGreaterThanOrEqual(scores[j] ?? 0);
          });
        });
      }),
    );
  });
});

describe("names", () => {
  const TABLE = [
    [5, ["new", "potential", "potential", "champion", "champion"]],
    [4, ["promising", "potential", "potential", "champion", "champion"]],
    [3, ["fading", "fading", "needs_attention", "loyal", "loyal"]],
    [2, ["hibernating", "hibernating", "at_risk", "at_risk", "at_risk"]],
    [1, ["lost", "lost", "at_risk", "cannot_lose", "cannot_lose"]],
  ] as const;

  test.each(
    TABLE.flatMap(([recency, names]) => names.map((name, index) => [recency, index + 1, name] as const)),
  )("recency %d, the others %d: %s", (recency, both, name) => {
    expect(rfmName(recency, both, both, 1)).toBe(name);
  });

  test("the mean of the others is rounded half up", () => {
    expect(rfmName(3, 2, 3, 4)).toBe("needs_attention");
    expect(rfmName(3, 1, 2, 4)).toBe("fading");
  });

  test("new only with exactly one purchase", () => {
    expect(rfmName(5, 1, 1, 2)).toBe("promising");
  });

  test("champion only with both of at least 4", () => {
    expect(rfmName(5, 3, 5, 4)).toBe("loyal");
    expect(rfmName(4, 5, 3, 9)).toBe("loyal");
    expect(rfmName(4, 4, 4, 9)).toBe("champion");
  });
});
