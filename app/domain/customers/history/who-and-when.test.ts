import { describe, expect, test } from "vitest";
import { bought, factsOf, onDay, tellCustomers } from "#tests/support/customer-story.ts";

const other = { member: { id: "m2" } };
const refund = (day: number, more: object) => ({ refunds: [{ id: "r", at: onDay(day), ...more }] });
const back = (quantity: number) => ({ lines: [{ line: "1", quantity }] });

describe("who is who", () => {
  const guest = { member: { email: " Anna@Example.com" } };

  test("a guest is known by the normalised address", () => {
    expect(tellCustomers([bought(0, "5.00", guest)]).customers).toMatchObject([
      { id: "guest:anna@example.com", email: " Anna@Example.com", facts: { "member.isMember": false } },
    ]);
  });

  test("the first customer who carried an address takes its guest's orders over, whatever came first", () => {
    const first = { ...bought(1, "5.00", { member: { id: "m2", email: "anna@example.com" } }) };
    const second = { ...bought(2, "5.00", { member: { id: "m1", email: "anna@example.com" } }) };
    const orderings = [
      [bought(0, "5.00", guest), first, second],
      [second, bought(0, "5.00", guest), first],
    ];
    for (const lines of orderings) {
      expect(tellCustomers(lines).customers).toMatchObject([
        { id: "m1", facts: { "purchases.count": 1 } },
        { id: "m2", facts: { "purchases.count": 2 } },
      ]);
    }
  });

  test("orders of nobody are in no figure and stand beside", () => {
    const answer = tellCustomers([bought(0, "5.00", { member: null }), bought(0, "7.00")]);
    expect(answer.customers).toHaveLength(1);
    expect(answer.shop.window).toMatchObject({
      revenue: "14.00",
      orders: 1,
      unnamed: { orders: 1, revenue: "10.00" },
    });
  });
});

describe("dates", () => {
  const told = bought(0, "5.00");
  const later = {
    ...told,
    at: onDay(20),
    order: { ...told.order, ...refund(10, back(1)), cancelledAt: onDay(15) },
  };

  test.each([
    ["before the refund", 5, 1, "10.00"],
    ["after it", 12, 1, "5.00"],
    ["after the cancellation", 15, 0, "0.00"],
  ])("the latest state counts for what it dates until then: %s", (_, day, count, value) => {
    for (const lines of [
      [told, later],
      [later, told],
    ]) {
      const facts = factsOf("m1", lines, { at: onDay(day) });
      expect(facts).toMatchObject({ "purchases.count": count, "purchases.value": value });
    }
  });

  test("whom only later lines name is not there yet", () => {
    expect(tellCustomers([told, bought(9, "5.00", other)], { at: onDay(5) }).customers).toHaveLength(1);
  });

  test("a score stays still during a day", () => {
    const lines = [bought(0, "5.00"), bought(0, "9.00", other), bought(5, "50.00")];
    expect(factsOf("m1", lines)).toMatchObject({ "rfm.monetary": 1, "purchases.value": "110.00" });
  });

  test("days are the shop's", () => {
    const lines = [{ ...bought(0, "5.00", { paidAt: "2026-01-01T23:30:00Z" }), at: "2026-01-02T12:00:00Z" }];
    expect(factsOf("m1", lines)["lapse.days"]).toBe(1);
    expect(factsOf("m1", lines, { zone: "Europe/Berlin" })["lapse.days"]).toBe(0);
  });
});
