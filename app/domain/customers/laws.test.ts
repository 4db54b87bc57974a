import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { onDay, tellCustomers } from "#tests/support/customer-story.ts";

/** Histories of a few customers and guests, each order told as often as it changed. */
const line = fc.record({
  id: fc.constantFrom("1", "2", "3"),
  quantity: fc.integer({ min: 1, max: 3 }),
  unitPrice: fc.constantFrom("0.00", "3.34", "10.00", "49.95"),
  kind: fc.constantFrom("Coffee", "Mug", ""),
  cost: fc.constantFrom("1.00", null),
});
const goods = fc.uniqueArray(line, { selector: ({ id }) => id, minLength: 1, maxLength: 3 });
const member = fc.constantFrom(
  { id: "a" },
  { id: "b", email: "b@x.y" },
  { email: "B@x.y" },
  { email: "c@x.y" },
);
const order = fc.record({
  member,
  day: fc.integer({ min: 0, max: 60 }),
  lines: goods,
  refundDay: fc.option(fc.integer({ min: 0, max: 90 })),
  amountOnly: fc.boolean(),
  cancelDay: fc.option(fc.integer({ min: 0, max: 90 }), { freq: 4 }),
  channel: fc.constantFrom("online", "pos"),
});
const history = fc.array(order, { minLength: 1, maxLength: 8 });
type Told = typeof order extends fc.Arbitrary<infer Value> ? Value : never;

/** The deliveries of an order: paid, and once more for each change, each whole. */
function deliveries(
  { member: who, day, lines, refundDay, amountOnly, cancelDay, channel }: Told,
  index: number,
) {
  const state = { id: `o${String(index)}`, member: who, currency: "EUR", paidAt: onDay(day), lines, channel };
  const refunds =
    refundDay === null
      ? []
      : amountOnly
        ? [{ id: "r", at: onDay(day + refundDay), amount: "12.34" }]
        : [{ id: "r", at: onDay(day + refundDay), lines: [{ line: lines[0]?.id, quantity: 1 }] }];
  const cancelledAt = cancelDay === null ? null : onDay(day + 90 + cancelDay);
  const told = (at: number, order: object) => ({ at: onDay(at), type: "order", order });
  return [
    told(day, state),
    ...(refundDay === null ? [] : [told(day + refundDay, { ...state, refunds })]),
    ...(cancelDay === null ? [] : [told(day + 90 + cancelDay, { ...state, refunds, cancelledAt })]),
  ];
}

describe("laws", () => {
  test("any order and any repetition of deliveries: the same facts and figures", () => {
    fc.assert(
      fc.property(history, fc.array(fc.nat(1000), { minLength: 60, maxLength: 60 }), (orders, sequence) => {
        const lines = orders.flatMap(deliveries);
        const place = new Map(lines.map((one, index) => [one, sequence[index] ?? index]));
        const shuffled = [...lines, ...lines.slice(0, 3)].sort(
          (a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0),
        );
        const { rejected: _, ...now } = tellCustomers(shuffled);
        const { rejected: __, ...then } = tellCustomers(lines);
        expect(now).toEqual(then);
      }),
      { numRuns: 60 },
    );
  });

  test("a purchase returned whole is as if never bought, in every fact of purchases", () => {
    fc.assert(
      fc.property(history, order, (orders, extra) => {
        const kept = [
          ...orders.flatMap(deliveries),
          { at: onDay(400), type: "activity", member: extra.member, activity: "x" },
        ];
        const lines = extra.lines.map(({ id, quantity }) => ({ line: id, quantity }));
        const [bought] = deliveries({ ...extra, refundDay: null, cancelDay: null }, 99);
        const returned = {
          at: onDay(300),
          type: "order",
          order: { ...bought?.order, refunds: [{ id: "r", at: onDay(300), lines }] },
        };
        const purchases = (told: readonly object[]) =>
          tellCustomers(told).customers.map(({ id, facts }) => [
            id,
            ...[
              "purchases.count",
              "purchases.value",
              "purchases.units",
              "purchases.days",
              "first.days",
              "lapse.days",
            ].map((fact) => facts[fact]),
            ...["rhythm.gaps", "rhythm.medianDays", "types.count", "margin.value", "rfm.name"].map(
              (fact) => facts[fact],
            ),
          ]);
        expect(purchases([...kept, returned])).toEqual(purchases(kept));
      }),
      { numRuns: 60 },
    );
  });

  test("values of customers add up to the shop's revenue", () => {
    fc.assert(
      fc.property(history, (orders) => {
        const answer = tellCustomers(orders.flatMap(deliveries), { from: 0, to: 40_000 });
        const sum = answer.customers.reduce((all, { facts }) => all + Number(facts["purchases.value"]), 0);
        expect(sum).toBeCloseTo(Number(answer.shop.window.revenue), 6);
      }),
      { numRuns: 60 },
    );
  });
});
