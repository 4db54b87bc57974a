import { describe, expect, it } from "vitest";
import { perEuro, rules, table } from "#tests/support/earning-table.ts";
import { Story } from "#tests/support/story.ts";
import type { ToldOrder } from "#tests/support/story.ts";

const hundred = { price: "100.00" };

describe("what earns", () => {
  table([
    {
      title: "a line earns on price times quantity less its discounts",
      order: { lines: [{ price: "10.00", quantity: 3, discount: "5.50" }] },
      points: 24,
    },
    {
      title:
        "an order's discount is spread in proportion to the lines, by largest remainder, ties to the earlier",
      program: rules({ ...perEuro, id: "first", priority: 1, points: 100, lines: { products: ["a"] } }),
      order: {
        lines: [{ price: "1.00", product: "a" }, { price: "1.00" }, { price: "1.00" }],
        orderDiscount: "0.01",
      },
      points: 99 + 2,
    },
    {
      title: "tax inside a price earns where tax is included",
      program: { earning: { basis: { tax: "include" } } },
      order: { lines: [{ ...hundred, tax: "15.97" }], taxesIncluded: true },
      points: 100,
    },
    {
      title: "tax on top of a price earns where tax is included",
      program: { earning: { basis: { tax: "include" } } },
      order: { lines: [{ ...hundred, tax: "19.00" }], taxesIncluded: false },
      points: 119,
    },
    {
      title: "tax inside a price does not earn where tax is excluded",
      program: { earning: { basis: { tax: "exclude" } } },
      order: { lines: [{ ...hundred, tax: "15.97" }], taxesIncluded: true },
      points: 84,
    },
    {
      title: "tax on top of a price does not earn where tax is excluded",
      program: { earning: { basis: { tax: "exclude" } } },
      order: { lines: [{ ...hundred, tax: "19.00" }], taxesIncluded: false },
      points: 100,
    },
    { title: "shipping does not earn", order: { lines: [hundred], shipping: "10.00" }, points: 100 },
    {
      title: "shipping earns where it is switched on",
      program: { earning: { basis: { shipping: true } } },
      order: { lines: [hundred], shipping: "10.00" },
      points: 110,
    },
    {
      title: "shipping takes no rule that asks for something of a line",
      program: {
        earning: { basis: { shipping: true }, rules: [{ ...perEuro, lines: { tags: ["new"] } }] },
      },
      order: { lines: [{ ...hundred, tags: ["new"] }], shipping: "10.00" },
      points: 100,
    },
    {
      title: "a gift card does not earn when bought, and money paid by gift card does",
      order: { lines: [hundred, { price: "50.00", giftCard: true }], paidByGiftCard: "80.00" },
      points: 100,
    },
    {
      title: "under whenBought a gift card earns, and the share of the order paid by gift card does not",
      program: { earning: { basis: { giftCards: "whenBought" } } },
      order: { lines: [hundred, { price: "50.00", giftCard: true }], paidByGiftCard: "75.00" },
      points: 75,
    },
    { title: "a test order earns nothing", order: { lines: [hundred], test: true }, points: 0 },
    { title: "an unpaid order earns nothing", order: { lines: [hundred], paidAt: null }, points: 0 },
    {
      title: "a cancelled order earns nothing",
      order: { lines: [hundred], cancelledAt: "2026-01-05" },
      points: 0,
    },
  ]);

  it("what a points reward paid of a price does not earn, unless the program says so", () => {
    const rewards = [{ id: "five", kind: "amountOff", value: "5.00", cost: 10 }];
    const order: ToldOrder = { lines: [{ price: "20.00", discount: "5.00" }], codes: ["C"] };
    for (const [rewardDiscounts, points] of [
      [false, 15],
      [true, 20],
    ]) {
      const story = new Story({ earning: { basis: { rewardDiscounts } }, rewards });
      story.adjust(10);
      story.redeem("five", "C");
      story.order("1", order);
      expect(story.award("1").target).toBe(points);
    }
  });

  it("of two discounts only the reward's own is added back", () => {
    const rewards = [{ id: "five", kind: "amountOff", value: "5.00", cost: 10 }];
    const story = new Story({ earning: { basis: { rewardDiscounts: true } }, rewards });
    story.adjust(10);
    story.redeem("five", "C");
    story.order("1", { lines: [{ price: "20.00", discount: "8.00" }], codes: ["c"] });
    expect(story.award("1").target).toBe(17);
  });

  it("a customer excluded by tag, whatever its case, earns nothing", () => {
    const story = new Story({ earning: { exclude: { customerTags: ["Staff"] } } });
    story.join("m1", ["STAFF"]);
    story.order("1", { lines: [hundred] });
    expect(story.award("1").frozen.excluded).toBe("customer_excluded");
    expect(story.available()).toBe(0);
  });

  it("a customer excluded by e-mail domain earns nothing", () => {
    const story = new Story({ earning: { exclude: { emailDomains: ["Example.com"] } } });
    story.order("1", { lines: [hundred] });
    expect(story.award("1").frozen.excluded).toBe("email_domain_excluded");
  });

  it("an exclusion by hand holds while it lasts, and what was excluded stays so", () => {
    const story = new Story();
    story.tell({ type: "exclusion_set", excluded: true, reason: "employee" });
    story.order("1", { lines: [hundred] });
    story.tell({ type: "exclusion_set", excluded: false, reason: "has left us" });
    story.order("1", { lines: [hundred] });
    story.order("2", { lines: [hundred] });
    expect(story.award("1").target).toBe(0);
    expect(story.available()).toBe(100);
  });
});
