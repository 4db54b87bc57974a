import { expect, it } from "vitest";
import { pointsTold } from "./page-points.ts";
import { PAGE_WORDS } from "./page-words.ts";

const counted = {
  points: 24,
  multiplier: "1",
  pointsName: { one: "Bohne", other: "Bohnen" },
  pause: null,
};
/** In the shop's zone it is the next day already. */
const until = Date.parse("2026-05-03T22:30:00Z");
const timezone = "Europe/Berlin";

it.each(Object.entries(PAGE_WORDS))(
  "the line under a price tells points, or in their place the pause and its end, in %s",
  (language, words) => {
    const line = (estimate: object, now = Date.parse("2026-01-02T10:00:00Z")) =>
      pointsTold(
        { ...counted, ...estimate },
        { ...words, template: words.product },
        { locale: language, now },
      );
    expect(line({})).toContain("24 Bohnen");
    expect(line({ points: 0 })).toBeNull();
    const planned = line({ points: 0, pause: { until, timezone } });
    const open = line({ points: 0, pause: { until: null, timezone } });
    expect(open).toContain("Bohnen");
    expect(open).not.toMatch(/\d|[{}]/u);
    expect(planned?.startsWith(`${String(open)} `)).toBe(true);
    expect(planned).toMatch(/\b4\b/u);
    expect(planned).not.toMatch(/2026|[{}]/u);
    const afterNewYear = line({ points: 0, pause: { until, timezone } }, Date.parse("2025-12-30T10:00:00Z"));
    expect(afterNewYear).toMatch(/\b4\b.*2026/u);
  },
);
