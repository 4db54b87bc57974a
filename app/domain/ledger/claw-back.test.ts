import { describe, expect, it } from "vitest";
import { Story } from "#tests/support/story.ts";
import type { ToldOrder } from "#tests/support/story.ts";

const two: ToldOrder = { lines: [{ price: "60.00" }, { price: "40.00" }], shipping: "5.00" };

describe("where a clawback is taken from", () => {
  const spend = (shortfall: string): Story => {
    const story = new Story({
      refunds: { shortfall },
      rewards: [{ id: "r", kind: "freeShipping", cost: 80 }],
      expiry: { kind: "perLot", months: 6 },
    });
    story.order("1", { ...two, paidAt: "2026-01-01" });
    story.redeem("r", "C");
    story.on("2026-02-01").order("2", { lines: [{ price: "30.00" }] });
    return story;
  };
  const cancelled: ToldOrder = { ...two, paidAt: "2026-01-01", cancelledAt: "2026-02-02" };

  it("debt: what is left of the order's own lot, then the rest is owed; other points stay", () => {
    const story = spend("debt");
    story.order("1", cancelled);
    expect(story.points()).toEqual({ available: 30, pending: 0, debt: 80 });
  });

  it("debt: the next points pay it, in a transaction of their own", () => {
    const story = spend("debt");
    story.order("1", cancelled);
    story.order("3", { lines: [{ price: "100.00" }] });
    expect(story.points()).toEqual({ available: 50, pending: 0, debt: 0 });
    expect(story.books.journal.transactions.map(({ kind }) => kind)).toContain("debt_offset");
  });

  it("clamp: what is missing is forgiven, and not given again when the points come back", () => {
    const story = spend("clamp");
    story.order("1", cancelled);
    expect(story.points()).toEqual({ available: 30, pending: 0, debt: 0 });
    expect(story.award("1")).toMatchObject({ standing: 80, writtenOff: 80 });
    story.order("1", { ...cancelled, cancelledAt: null });
    expect(story.available()).toBe(50);
    expect(story.award("1")).toMatchObject({ standing: 100, writtenOff: 0 });
  });

  it("otherLots: the rest is taken from the other lots, soonest expiry first, then owed", () => {
    const story = spend("otherLots");
    story.order("1", cancelled);
    expect(story.points()).toEqual({ available: 0, pending: 0, debt: 50 });
  });

  it("what of the order is still pending is taken first", () => {
    const story = new Story({ earning: { maturity: { kind: "afterPaid", days: 14 } } });
    story.order("1", { ...two, paidAt: "2026-01-01" });
    story.order("1", { ...two, paidAt: "2026-01-01", refunds: [{ amount: "40.00" }] });
    expect(story.points()).toEqual({ available: 0, pending: 60, debt: 0 });
  });

  it("points that come back after the lot has lapsed get a lot of their own", () => {
    const story = new Story({ expiry: { kind: "perLot", months: 1 } });
    const order: ToldOrder = { ...two, paidAt: "2026-01-01" };
    story.order("1", order);
    story.order("1", { ...order, cancelledAt: "2026-01-02" });
    story.on("2026-03-01").order("1", order);
    expect(story.available()).toBe(100);
    expect(story.lot("order:1:2")).toMatchObject({ remaining: 100, cause: "order:1" });
  });
});
