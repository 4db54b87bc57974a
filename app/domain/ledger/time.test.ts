import { describe, expect, it } from "vitest";
import { Story, berlin } from "#tests/support/story.ts";
import type { ToldOrder } from "#tests/support/story.ts";

const ten: ToldOrder = { lines: [{ price: "10.00" }] };

describe("pending points", () => {
  it("immediately mature points are available from the instant of payment, even if our clock is behind", () => {
    const story = new Story();
    story.on("2026-01-05T10:00:00Z").order("1", { ...ten, paidAt: "2026-01-05T10:00:05Z" });
    expect(story.available()).toBe(10);
    expect(berlin(story.lot("order:1").availableAt)).toBe("2026-01-05T11:00:05+01:00");
  });

  it("after payment they mature n days later at the same wall time, also over a change of clocks", () => {
    const story = new Story({ earning: { maturity: { kind: "afterPaid", days: 14 } } });
    story.on("2026-03-20").order("1", ten);
    expect(berlin(story.lot("order:1").availableAt)).toBe("2026-04-03T12:00:00+02:00");
    expect(story.points()).toEqual({ available: 0, pending: 10, debt: 0 });
    story.on("2026-04-03T10:00:00Z");
    expect(story.points()).toEqual({ available: 10, pending: 0, debt: 0 });
  });

  it("after fulfilment the release is unknown until the order is fulfilled, and then stored", () => {
    const story = new Story({ earning: { maturity: { kind: "afterFulfilled", days: 7 } } });
    const order = { ...ten, paidAt: "2026-01-01" };
    story.order("1", order);
    expect(story.lot("order:1").availableAt).toBeNull();
    story.on("2026-01-10").order("1", { ...order, fulfilledAt: "2026-01-09" });
    story.order("1", { ...order, fulfilledAt: "2026-01-10" });
    expect(berlin(story.lot("order:1").availableAt)).toBe("2026-01-16T12:00:00+01:00");
  });

  it("changing the setting never touches existing lots", () => {
    const story = new Story({ earning: { maturity: { kind: "afterPaid", days: 14 } } });
    story.order("1", ten);
    story.publish({ earning: { maturity: { kind: "immediate" } } });
    story.order("2", ten);
    expect(story.points()).toEqual({ available: 10, pending: 10, debt: 0 });
  });

  it("pending points cannot be spent", () => {
    const story = new Story({
      earning: { maturity: { kind: "afterPaid", days: 14 } },
      rewards: [{ id: "r", kind: "freeShipping", cost: 10 }],
    });
    story.order("1", ten);
    expect(story.redeem("r", "C")).toMatchObject({ message: "not enough points: 10 needed, 0 available" });
  });

  it("pending points do not count towards tiers until they mature", () => {
    const story = new Story({
      earning: { maturity: { kind: "afterPaid", days: 14 } },
      tiers: { metric: "points", levels: [{ id: "ten", from: "10" }] },
    });
    story.on("2026-01-01").order("1", ten);
    expect(story.member().tier.levelId).toBeNull();
    story.on("2026-01-15");
    expect(story.member().tier.levelId).toBe("ten");
  });

  it("a refund while pending just shrinks them", () => {
    const story = new Story({ earning: { maturity: { kind: "afterPaid", days: 14 } } });
    story.order("1", ten);
    story.order("1", { ...ten, refunds: [{ amount: "4.00" }] });
    expect(story.points()).toEqual({ available: 0, pending: 6, debt: 0 });
  });
});

describe("when a lot lapses", () => {
  const lapse = (expiry: object, day: string): string | null => {
    const story = new Story({ expiry }, { start: "2025-01-01" });
    story.on(day).order("1", ten);
    return berlin(story.lot("order:1").expiresAt);
  };

  it.each<[string, object, string, string | null]>([
    ["never", { kind: "never" }, "2026-01-31", null],
    [
      "n months on, at the end of the day",
      { kind: "perLot", months: 12 },
      "2026-01-15",
      "2027-01-16T00:00:00+01:00",
    ],
    ["clamped to the month's end", { kind: "perLot", months: 1 }, "2026-01-31", "2026-03-01T00:00:00+01:00"],
    ["29 February in a leap year", { kind: "perLot", months: 1 }, "2028-01-31", "2028-03-01T00:00:00+01:00"],
    [
      "at the end of that month",
      { kind: "perLot", months: 12, toMonthEnd: true },
      "2026-01-15",
      "2027-02-01T00:00:00+01:00",
    ],
    [
      "on the next fixed date",
      { kind: "fixedDate", month: 12, day: 31, minAgeDays: 90 },
      "2026-10-01",
      "2027-01-01T00:00:00+01:00",
    ],
    [
      "a younger lot a year later",
      { kind: "fixedDate", month: 12, day: 31, minAgeDays: 90 },
      "2026-10-03",
      "2028-01-01T00:00:00+01:00",
    ],
    [
      "n months after the order, for inactivity",
      { kind: "inactivity", months: 6 },
      "2026-01-15",
      "2026-07-16T00:00:00+02:00",
    ],
  ])("%s", (_title, expiry, day, expected) => {
    expect(lapse(expiry, day)).toBe(expected);
  });

  it("points are there to the end of the last day and gone after it", () => {
    const story = new Story({ expiry: { kind: "perLot", months: 1 } });
    story.on("2026-01-05").order("1", ten);
    expect(story.on("2026-02-05T23:59:59+01:00").available()).toBe(10);
    expect(story.on("2026-02-06T00:00:00+01:00").available()).toBe(0);
    expect(story.member().balance).toMatchObject({ earned: 10, expired: 10 });
  });

  it("spending takes the soonest expiry first, never-expiring last, then the oldest", () => {
    const story = new Story({ rewards: [{ id: "r", kind: "freeShipping", cost: 25 }] });
    story.adjust(10);
    story.publish({ expiry: { kind: "never" }, rewards: [{ id: "r", kind: "freeShipping", cost: 25 }] });
    story.order("never", ten);
    story.lot("adjust:1").expiresAt = null;
    story.order("late", ten);
    story.order("soon", ten);
    story.lot("order:late").expiresAt = story.lot("order:late").createdAt + 2_000_000;
    story.lot("order:soon").expiresAt = story.lot("order:soon").createdAt + 1_000_000;
    story.redeem("r", "C");
    expect(story.code("C").draws.map(({ lotId, points }) => [lotId, points])).toEqual([
      ["order:soon", 10],
      ["order:late", 10],
      ["adjust:1", 5],
    ]);
  });

  it("inactivity: an order or redemption keeps the whole balance; birthdays, gifts and manual credits do not", () => {
    const story = new Story({
      earning: {
        rules: [
          { id: "s", kind: "spend", points: 1, per: "1.00" },
          { id: "b", kind: "activity", activity: "birthday", points: 5 },
        ],
      },
      expiry: { kind: "inactivity", months: 6 },
      rewards: [{ id: "r", kind: "freeShipping", cost: 1 }],
    });
    story.on("2026-01-15").order("1", ten);
    story.on("2026-06-01").does("birthday");
    story.adjust(3);
    expect(berlin(story.lot("order:1").expiresAt)).toBe("2026-07-16T00:00:00+02:00");
    expect(berlin(story.lot("adjust:1").expiresAt)).toBe("2026-07-16T00:00:00+02:00");
    story.on("2026-07-01").redeem("r", "C");
    expect(berlin(story.lot("order:1").expiresAt)).toBe("2027-01-02T00:00:00+01:00");
    story.on("2027-01-02T00:00:00+01:00");
    expect(story.available()).toBe(0);
  });

  it("members are told 30 and 7 days before, once for all points that lapse together", () => {
    const story = new Story({ expiry: { kind: "perLot", months: 12, toMonthEnd: true } });
    story.on("2026-01-05").order("1", ten);
    story.on("2026-01-20").order("2", ten);
    story.on("2027-01-31");
    expect(story.effects("notify_points_expiring")).toMatchObject([
      { points: 20, noticeDays: 30 },
      { points: 20, noticeDays: 7 },
    ]);
  });
});

describe("another program and the lots there are", () => {
  const switched = (from: object, to: object): string | null => {
    const story = new Story({ expiry: from });
    story.on("2026-01-15").order("1", ten);
    story.on("2026-06-10").publish({ expiry: to });
    return berlin(story.lot("order:1").expiresAt);
  };
  const months = (count: number) => ({ kind: "perLot", months: count });

  it.each<[string, object, object, string | null]>([
    [
      "switching expiry on leaves a full period from the switch",
      { kind: "never" },
      months(12),
      "2027-06-11T00:00:00+02:00",
    ],
    ["shortening leaves a lot its end", months(24), months(12), "2028-01-16T00:00:00+01:00"],
    ["but not less than a full period from the switch", months(12), months(10), "2027-04-11T00:00:00+02:00"],
    ["lengthening counts from the beginning", months(12), months(24), "2028-01-16T00:00:00+01:00"],
    ["switching off is for good", months(12), { kind: "never" }, null],
    ["the same expiry changes nothing", months(12), months(12), "2027-01-16T00:00:00+01:00"],
  ])("%s", (_title, from, to, expected) => {
    expect(switched(from, to)).toBe(expected);
  });

  it("a second version with the same expiry does not start the period anew", () => {
    const story = new Story({ expiry: { kind: "never" } });
    story.on("2026-01-15").order("1", ten);
    story.on("2026-06-10").publish({ expiry: months(12) });
    story.on("2026-09-10").publish({ expiry: months(12) });
    expect(berlin(story.lot("order:1").expiresAt)).toBe("2027-06-11T00:00:00+02:00");
  });

  it("an order of before the switch that comes late gets what it would have had in time", () => {
    const story = new Story({ expiry: { kind: "never" } });
    story.on("2026-06-10").publish({ expiry: months(12) });
    story.on("2026-07-01").order("1", { ...ten, paidAt: "2026-01-15" });
    expect(berlin(story.lot("order:1").expiresAt)).toBe("2027-06-11T00:00:00+02:00");
  });
});

describe("bringing points back", () => {
  it("expired points can be reinstated, as a lot with an expiry of its own", () => {
    const story = new Story({ expiry: { kind: "perLot", months: 1 } });
    story.on("2026-01-05").order("1", ten);
    story
      .on("2026-03-01")
      .tell({ type: "points_reinstated", lotId: "order:1", reason: "kindness", withinDays: 30 });
    expect(story.member().balance).toMatchObject({ available: 10, expired: 0, earned: 10 });
    story.on("2026-04-02");
    expect(story.available()).toBe(0);
  });

  it("not after the days a shop allows, and not twice", () => {
    const story = new Story({ expiry: { kind: "perLot", months: 1 } });
    story.on("2026-01-05").order("1", ten);
    story.on("2026-01-06").order("2", ten);
    const reinstate = (lotId: string, withinDays = 30) =>
      story.tell({ type: "points_reinstated", lotId, reason: "kindness", withinDays });
    story.on("2026-03-07");
    expect(reinstate("order:2")).toEqual({ ok: true });
    expect(reinstate("order:2")).toMatchObject({ refusal: "lot_not_expired" });
    story.on("2026-03-09");
    expect(reinstate("order:1")).toMatchObject({ refusal: "reinstatement_too_late" });
    expect(reinstate("order:1", 32)).toEqual({ ok: true });
  });

  it("by hand no more can be taken than is available", () => {
    const story = new Story();
    story.adjust(12);
    expect(story.adjust(-30)).toMatchObject({ message: "not enough points: 30 needed, 12 available" });
    story.adjust(-12);
    expect(story.member().balance).toMatchObject({ available: 0, earned: 0 });
  });
});
