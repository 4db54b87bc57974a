import { describe, expect, it } from "vitest";
import { perEuro, rules } from "#tests/support/earning-table.ts";
import { Story } from "#tests/support/story.ts";
import type { ToldOrder } from "#tests/support/story.ts";

describe("the frozen award", () => {
  it("names the program version that was in effect when the order was paid, however late it comes", () => {
    const story = new Story(rules());
    story.on("2026-02-01").publish(rules({ id: "o", kind: "order", points: 1000 }));
    story.order("1", { lines: [{ price: "10.00" }], paidAt: "2026-01-31" });
    story.order("2", { lines: [{ price: "10.00" }], paidAt: "2026-02-02" });
    expect([story.award("1").programVersion, story.award("1").target]).toEqual([1, 10]);
    expect([story.award("2").programVersion, story.award("2").target]).toEqual([2, 1010]);
  });

  it("an edit that adds lines is judged by the frozen version", () => {
    const story = new Story(rules());
    story.order("1", { lines: [{ price: "10.00" }], paidAt: "2026-01-01" });
    story.on("2026-02-01").publish({ earning: { rules: [{ ...perEuro, points: 50 }] } });
    story.order("1", { lines: [{ price: "10.00" }, { price: "5.00" }], paidAt: "2026-01-01" });
    expect(story.award("1").target).toBe(15);
  });

  it("changing, disabling or deleting a rule never changes a later refund", () => {
    for (const later of [[{ ...perEuro, points: 9 }], [{ ...perEuro, enabled: false }], []]) {
      const story = new Story(rules());
      const order: ToldOrder = { lines: [{ price: "10.00" }], paidAt: "2026-01-01" };
      story.order("1", order);
      story.on("2026-02-01").publish({ earning: { rules: later } });
      story.order("1", { ...order, refunds: [{ amount: "4.00" }] });
      expect(story.award("1").target).toBe(6);
    }
  });

  it("an order is judged by the tier of the instant it was paid", () => {
    const story = new Story({
      tiers: {
        metric: "orders",
        levels: [
          { id: "base", from: "0" },
          { id: "top", from: "9", multiplier: 3 },
        ],
      },
    });
    story.join();
    story.on("2026-03-01").tier("top");
    story.order("late", { lines: [{ price: "10.00" }], paidAt: "2026-02-01" });
    story.order("now", { lines: [{ price: "10.00" }] });
    expect([story.award("late").target, story.award("now").target]).toEqual([10, 30]);
  });
});
