import { describe, expect, it } from "vitest";
import { Story } from "#tests/support/story.ts";
import type { ToldOrder } from "#tests/support/story.ts";

describe("refunds, cancellations and edits", () => {
  it("49.95 at 1 per 1.00 earns 49, and a full refund takes 49", () => {
    const story = new Story();
    const order: ToldOrder = { lines: [{ price: "49.95" }], paidAt: "2026-01-01" };
    story.order("1", order);
    expect(story.available()).toBe(49);
    story.order("1", { ...order, refunds: [{ lines: [{ line: "1", quantity: 1, amount: "49.95" }] }] });
    expect(story.points()).toEqual({ available: 0, pending: 0, debt: 0 });
  });

  it("an item of 50.00 with 10.00 off earns 40, and nothing once returned", () => {
    const story = new Story();
    const order: ToldOrder = { lines: [{ price: "50.00", discount: "10.00" }], paidAt: "2026-01-01" };
    story.order("1", order);
    expect(story.available()).toBe(40);
    story.order("1", { ...order, refunds: [{ lines: [{ line: "1", quantity: 1 }] }] });
    expect(story.available()).toBe(0);
  });

  it("the worked example: 1000, 515, 757, 1000", () => {
    const story = new Story({ rewards: [{ id: "five", kind: "amountOff", value: "5.00", cost: 500 }] });
    story.adjust(1000);
    story.redeem("five", "CODE1");
    expect(story.available()).toBe(500);
    const order: ToldOrder = {
      lines: [{ price: "10.00", quantity: 2, discount: "5.00" }],
      paidAt: "2026-01-01",
      codes: ["CODE1"],
    };
    story.order("1", order);
    expect(story.available()).toBe(515);
    const half = { id: "r1", lines: [{ line: "1", quantity: 1, amount: "7.50" }] };
    story.order("1", { ...order, refunds: [half] });
    expect(story.available()).toBe(757);
    story.order("1", { ...order, refunds: [half, { ...half, id: "r2" }] });
    expect(story.available()).toBe(1000);
    expect(story.member().balance).toMatchObject({ earned: 1000, spent: 0, debt: 0 });
  });
});
