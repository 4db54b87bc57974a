import { describe, expect, test } from "vitest";
import type { OrderOutcome } from "../history/order-outcome.ts";
import { outcomeAt } from "../history/order-outcome.ts";
import { rhythmOf } from "./rhythm.ts";

function purchase(day: number, keptMinor: number): OrderOutcome {
  const outcome = outcomeAt(
    {
      ...{ id: `${String(day)}-${String(keptMinor)}`, toldAt: 0, paidAt: day * 86_400_000, paidOn: day },
      ...{ cancelledAt: null, test: false, taxesIncluded: true, channel: "", discountCodes: [] },
      ...{ discountMinor: 0, goods: [], refunds: [], netMinor: keptMinor, units: 1 },
    },
    Number.MAX_SAFE_INTEGER,
  );
  if (outcome === null) throw new Error("a paid order has an outcome");
  return outcome;
}

describe("the rhythm of purchases", () => {
  test("a day with two orders is one, with what both brought", () => {
    expect(rhythmOf([purchase(3, 500), purchase(3, 700)])).toEqual({
      days: [{ day: 3, valueMinor: 1_200 }],
      medianDays: null,
      nextDay: null,
    });
  });

  test("one gap is no rhythm, two are", () => {
    const days = [0, 10, 40];
    expect(rhythmOf(days.slice(0, 2).map((day) => purchase(day, 1)))).toMatchObject({
      medianDays: 10,
      nextDay: null,
    });
    expect(rhythmOf(days.map((day) => purchase(day, 1)))).toMatchObject({ medianDays: 20, nextDay: 60 });
  });
});
