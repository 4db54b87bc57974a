import { describe, expect, it } from "vitest";
import { Story, berlin } from "#tests/support/story.ts";
import type { ToldOrder } from "#tests/support/story.ts";

const ship = { id: "ship", kind: "freeShipping", cost: 100, validDays: 30 };
const goods: ToldOrder = { lines: [{ price: "10.00", quantity: 4 }], paidAt: "2026-01-02" };

function rich(rewards: readonly object[] = [ship], more: object = {}, live = false): Story {
  const story = new Story({ rewards, ...more }, { live });
  story.join();
  story.adjust(1000);
  return story;
}

describe("spent points of a returned order", () => {
  const returned = (spentPoints: string, quantity: number): number => {
    const story = rich([ship], { refunds: { spentPoints } });
    story.redeem("ship", "C");
    const order = { ...goods, codes: ["C"] };
    story.order("1", order);
    story.order("1", { ...order, refunds: [{ lines: [{ line: "1", quantity }] }] });
    return story.code("C").returnedPoints;
  };

  it.each<[string, string, number, number]>([
    ["none: nothing comes back", "none", 4, 0],
    ["fullOnly: a part returned brings nothing", "fullOnly", 3, 0],
    ["fullOnly: all returned brings all", "fullOnly", 4, 100],
    ["proportional: the share of the order that was returned, floored", "proportional", 3, 75],
    ["proportional: all returned brings all", "proportional", 4, 100],
  ])("%s", (_title, policy, quantity, points) => {
    expect(returned(policy, quantity)).toBe(points);
  });

  it("come back cumulatively, so that the split of the refunds does not matter", () => {
    const story = rich();
    story.redeem("ship", "C");
    const order = { ...goods, lines: [{ price: "10.00", quantity: 3 }], codes: ["C"] };
    const one = { lines: [{ line: "1", quantity: 1 }] };
    const after = [[], [one], [one, one], [one, one, one]].map((refunds) => {
      story.order("1", { ...order, refunds });
      return story.code("C").returnedPoints;
    });
    expect(after).toEqual([0, 33, 66, 100]);
  });

  it("go into the lots they came from, latest expiry first", () => {
    const story = rich();
    story.lot("adjust:1").remaining -= 950;
    story.member().balance.available -= 950;
    story.adjust(50);
    story.lot("adjust:1").expiresAt = story.lot("adjust:1").createdAt + 90 * 86_400_000;
    story.redeem("ship", "C");
    const order = { ...goods, codes: ["C"] };
    story.order("1", order);
    story.order("1", { ...order, refunds: [{ lines: [{ line: "1", quantity: 2 }] }] });
    expect(story.lot("adjust:2").remaining).toBe(50);
    expect(story.lot("adjust:1").remaining).toBe(0);
  });

  it("a lot that would already have lapsed is given 14 days more", () => {
    const story = rich([{ ...ship, cost: 1000, validDays: 300 }], {
      earning: { rules: [] },
      expiry: { kind: "perLot", months: 1 },
    });
    story.redeem("ship", "C");
    const order = { ...goods, codes: ["C"] };
    story.order("1", order);
    story.on("2026-04-01").order("1", { ...order, cancelledAt: "2026-04-01" });
    expect(story.lot("adjust:1").remaining).toBe(1000);
    expect(berlin(story.lot("adjust:1").expiresAt)).toBe("2026-04-16T00:00:00+02:00");
  });

  it("of a free product come back only if that product does", () => {
    const story = rich([{ id: "mug", kind: "freeProduct", products: ["mug"], cost: 100 }]);
    story.redeem("mug", "C");
    const order: ToldOrder = {
      lines: [{ price: "30.00" }, { price: "8.00", discount: "8.00", product: "mug" }],
      paidAt: "2026-01-02",
      codes: ["C"],
    };
    story.order("1", order);
    story.order("1", { ...order, refunds: [{ lines: [{ line: "1", quantity: 1 }] }] });
    expect(story.code("C").returnedPoints).toBe(0);
    story.order("1", { ...order, refunds: [{ lines: [{ line: "2", quantity: 1 }] }] });
    expect(story.code("C").returnedPoints).toBe(100);
  });

  it("are spent again when the cancellation is undone, owed where they are gone", () => {
    const story = rich();
    story.redeem("ship", "C");
    const order = { ...goods, lines: [{ price: "0.50" }], codes: ["C"] };
    story.order("1", order);
    story.order("1", { ...order, cancelledAt: "2026-01-02" });
    expect(story.available()).toBe(1000);
    story.adjust(-960);
    story.order("1", order);
    expect(story.points()).toEqual({ available: 0, pending: 0, debt: 60 });
    story.order("1", { ...order, cancelledAt: "2026-01-02" });
    expect(story.points()).toEqual({ available: 40, pending: 0, debt: 0 });
  });
});
