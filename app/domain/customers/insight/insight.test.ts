import { describe, expect, test } from "vitest";
import { bought, onDay, tellCustomers } from "#tests/support/customer-story.ts";
import { program } from "#tests/support/replay-story.ts";
import { distributionOf } from "./distribution.ts";

const of = (id: string) => ({ member: { id } });
const joins = (id: string, day: number) => ({ at: onDay(day), type: "join", member: { id } });
const FIRST = Date.UTC(2026, 0, 1) / 86_400_000;
const look = (lines: readonly object[], from: number, to: number) =>
  tellCustomers(lines, { from: FIRST + from, to: FIRST + to }).shop;

describe("what a shop did in a window", () => {
  const lines = [
    bought(0, "5.00", of("a")),
    bought(2, "5.00", of("b")),
    bought(11, "10.00", of("a")),
    bought(12, "5.00", of("c")),
    bought(12, "0.05", of("c")),
    bought(19, "5.00", of("c")),
  ];

  test("revenue, orders, customers and what follows from them", () => {
    expect(look(lines, 10, 20).window).toMatchObject({
      revenue: "40.10",
      orders: 4,
      customers: 2,
      averageOrderValue: "10.02",
      ordersPerCustomer: 2,
      repeatRate: 1,
      churnRate: 0.5,
    });
  });

  test("the window before is as long, and half open like it", () => {
    expect(look(lines, 11, 20).before).toMatchObject({ revenue: "10.00", customers: 1 });
    expect(look(lines, 10, 20).before).toMatchObject({ revenue: "20.00", customers: 2, repeatRate: 0 });
  });

  test("by default ninety days up to and with today", () => {
    const { shop } = tellCustomers([bought(0, "5.00"), bought(89, "7.00")]);
    expect(shop).toMatchObject({ window: { revenue: "24.00" } });
    expect(tellCustomers([bought(0, "5.00"), bought(90, "7.00")]).shop).toMatchObject({
      window: { revenue: "14.00" },
      before: { revenue: "10.00" },
    });
  });

  test("nothing sold is no rate", () => {
    expect(look(lines, 400, 410).window).toMatchObject({
      revenue: "0.00",
      averageOrderValue: null,
      repeatRate: null,
      topDecileShare: null,
      lorenz: null,
      gini: null,
    });
  });

  test("since launch is since the first who joined; without one there is none", () => {
    expect(look([...lines, joins("a", 11)], 10, 20).sinceLaunch).toMatchObject({
      revenue: "40.10",
      orders: 4,
    });
    expect(look([...lines, joins("a", 12)], 10, 20).sinceLaunch).toMatchObject({
      revenue: "20.10",
      orders: 3,
    });
    expect(look(lines, 10, 20).sinceLaunch).toBeNull();
  });

  test("what members bring: by who was one when it was paid", () => {
    const share = look(
      [bought(10, "5.00", { member: { email: "a@b.c" } }), joins("a", 11), bought(12, "15.00", of("a"))],
      10,
      20,
    );
    expect(share.window).toMatchObject({ membersShare: { revenue: 0.75, customers: 0.5 } });
  });

  test("active are members who bought, claimed or did something of their own within ninety days", () => {
    const does = (id: string, day: number, activity: string) => ({
      at: onDay(day),
      type: "activity",
      member: { id },
      activity,
    });
    const people = [
      ...[joins("a", 0), joins("b", 0), joins("c", 0), joins("d", 0)],
      bought(10, "5.00", of("a")),
      does("b", 11, "review"),
      does("c", 11, "birthday"),
      does("d", 11, "newsletter_unsubscribed"),
    ];
    expect(look(people, 15, 20).window).toMatchObject({ activeRate: 0.5 });
  });

  test("points roll forward: closing is opening and what happened", () => {
    const told = [
      bought(0, "300.00"),
      { at: onDay(11), type: "redeem", member: { id: "m1" }, reward: "five-off", as: "C" },
      { at: onDay(12), type: "adjust", member: { id: "m1" }, points: 7 },
      bought(13, "5.00", { refunds: [{ id: "r", at: onDay(14), lines: [{ line: "1", quantity: 1 }] }] }),
    ];
    const { shop } = tellCustomers(told, { program, from: FIRST + 10, to: FIRST + 20 });
    expect(shop.window).toMatchObject({
      points: {
        opening: 600,
        earned: 5,
        takenBack: 0,
        spent: 500,
        returned: 0,
        expired: 0,
        adjusted: 7,
        closing: 112,
      },
      redemptionRate: 500 / 612,
    });
  });
});

describe("how unequally customers bring it", () => {
  test("all the same", () => {
    const { topDecileShare, lorenz, gini } = distributionOf(Array.from({ length: 10 }, () => 5));
    expect({ topDecileShare, gini }).toEqual({ topDecileShare: 0.1, gini: 0 });
    lorenz?.forEach((share, tenth) => {
      expect(share).toBeCloseTo(tenth / 10, 14);
    });
  });

  test("one brings all", () => {
    const { topDecileShare, lorenz, gini } = distributionOf([0, 0, 0, 8]);
    expect({ topDecileShare, gini }).toEqual({ topDecileShare: 1, gini: 0.75 });
    expect(lorenz).toEqual(
      [0, 0, 0, 0, 0, 0, 0, 0, 0.2, 0.6, 1].map((share) => expect.closeTo(share, 12) as number),
    );
  });

  test("the top tenth is rounded up", () => {
    expect(distributionOf(Array.from({ length: 11 }, (_, index) => index + 1)).topDecileShare).toBeCloseTo(
      21 / 66,
      14,
    );
  });

  test("Gini by its definition", () => {
    expect(distributionOf([3, 1, 2]).gini).toBeCloseTo(2 / 9, 14);
  });
});
