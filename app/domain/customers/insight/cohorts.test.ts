import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDay } from "../../calendar.ts";
import { assert } from "../../assert.ts";
import { cohortsOf, type Purchases } from "./cohorts.ts";
import { daysOfMonth, monthOfDay, monthText, parseMonth } from "./months.ts";

function on(day: string, keptMinor: number) {
  const number = parseDay(day);
  assert(number !== null, day);
  return { day: number, keptMinor };
}

function month(text: string) {
  const found = parseMonth(text);
  assert(found !== null, text);
  return found;
}

describe("customers by the month of their first purchase", () => {
  test("who comes back in which month, and what they have brought until then", () => {
    const customers = [
      [on("2026-01-05", 1_000), on("2026-01-31", 500), on("2026-03-01", 200)],
      [on("2026-01-31", 700), on("2026-01-31", 100)],
      [on("2026-02-01", 400), on("2026-03-10", 50), on("2026-03-20", 50)],
      [],
    ];
    expect(cohortsOf(customers, month("2026-03"))).toEqual([
      {
        month: month("2026-01"),
        customers: 2,
        repeating: 1,
        buyingAgain: [0, 1],
        revenueMinor: [2_300, 2_300, 2_500],
      },
      { month: month("2026-02"), customers: 1, repeating: 1, buyingAgain: [1], revenueMinor: [400, 500] },
    ]);
  });

  test.each([
    { what: "the present month alone is followed by none", first: "2026-03-02", months: 0 },
    { what: "the month before by one", first: "2026-02-28", months: 1 },
    { what: "an old one by twelve and no more", first: "2024-01-01", months: 12 },
  ])("$what", ({ first, months }) => {
    const [cohort] = cohortsOf([[on(first, 100)]], month("2026-03"));
    expect(cohort?.buyingAgain).toHaveLength(months);
    expect(cohort?.revenueMinor).toHaveLength(months + 1);
  });

  test("what is bought later than twelve months on is in no month of it", () => {
    const [cohort] = cohortsOf([[on("2024-01-01", 100), on("2025-02-01", 900)]], month("2026-03"));
    expect(cohort).toMatchObject({ repeating: 1, customers: 1 });
    expect(cohort?.revenueMinor.at(-1)).toBe(100);
    expect(cohort?.buyingAgain.every((buying) => buying === 0)).toBe(true);
  });

  test("lines are as many customers as bought, and bring what all brought, while none is older than a year", () => {
    const today = month("2026-12");
    const purchase = fc.record({
      day: fc.integer({ min: daysOfMonth(month("2026-01")).from, max: daysOfMonth(today).to - 1 }),
      keptMinor: fc.nat(100_000),
    });
    const customer: fc.Arbitrary<Purchases> = fc
      .array(purchase, { maxLength: 6 })
      .map((purchases) => [...purchases].sort((a, b) => a.day - b.day));
    fc.assert(
      fc.property(fc.array(customer, { maxLength: 30 }), (customers) => {
        const cohorts = cohortsOf(customers, today);
        const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
        expect(sum(cohorts.map((one) => one.customers))).toBe(
          customers.filter((one) => one.length > 0).length,
        );
        expect(sum(cohorts.map((one) => one.revenueMinor.at(-1) ?? Number.NaN))).toBe(
          sum(customers.flatMap((one) => one.map(({ keptMinor }) => keptMinor))),
        );
        for (const { customers: all, repeating, buyingAgain, revenueMinor } of cohorts) {
          for (const buying of [repeating, ...buyingAgain]) expect(buying).toBeLessThanOrEqual(all);
          expect([...revenueMinor].sort((a, b) => a - b)).toEqual(revenueMinor);
        }
      }),
    );
  });
});

describe("a month", () => {
  test.each(["1970-01", "1969-12", "2024-02", "2026-12"])(
    "%s is written as it is read, and has its days",
    (text) => {
      const { from, to } = daysOfMonth(month(text));
      expect(monthText(month(text))).toBe(text);
      expect([monthOfDay(from - 1), monthOfDay(from), monthOfDay(to - 1), monthOfDay(to)]).toEqual([
        month(text) - 1,
        month(text),
        month(text),
        month(text) + 1,
      ]);
    },
  );

  test.each(["2026-13", "2026-00", "2026-1", "26-01", ""])("%j is none", (text) => {
    expect(parseMonth(text)).toBeNull();
  });
});
