import { describe, expect, it } from "vitest";
import { Story } from "#tests/support/story.ts";
import type { PlainProgram, ToldOrder, ToldRefund } from "#tests/support/story.ts";

const perEuro = { id: "spend", kind: "spend", points: 1, per: "1.00" };

/** Points of an order after refunds. */
function kept(program: PlainProgram, order: ToldOrder, ...refunds: ToldRefund[]): number {
  const story = new Story(program);
  story.order("1", { ...order, paidAt: "2026-01-01" });
  story.order("1", { ...order, paidAt: "2026-01-01", refunds });
  return story.award("1").target;
}

const two: ToldOrder = { lines: [{ price: "60.00" }, { price: "40.00" }], shipping: "5.00" };
const bonus: PlainProgram = { earning: { rules: [{ id: "o", kind: "order", points: 50 }] } };
const ofFirst = (quantity: number, amount?: string): ToldRefund => ({
  lines: [amount === undefined ? { line: "1", quantity } : { line: "1", quantity, amount }],
});

describe("the worked examples", () => {
  it("49.95 at 1 per 1.00 earns 49, and a full refund takes 49", () => {
    expect(kept({}, { lines: [{ price: "49.95" }] })).toBe(49);
    expect(kept({}, { lines: [{ price: "49.95" }] }, ofFirst(1, "49.95"))).toBe(0);
  });

  it("an item of 50.00 with 10.00 off earns 40, and nothing once it is returned", () => {
    const order = { lines: [{ price: "50.00", discount: "10.00" }] };
    expect(kept({}, order)).toBe(40);
    expect(kept({}, order, ofFirst(1))).toBe(0);
  });

  it("1000, less 500 redeemed, plus 15 earned is 515; one of two returned 757; both 1000", () => {
    const story = new Story({ rewards: [{ id: "five", kind: "amountOff", value: "5.00", cost: 500 }] });
    story.adjust(1000);
    story.redeem("five", "CODE1");
    const order: ToldOrder = {
      lines: [{ price: "10.00", quantity: 2, discount: "5.00" }],
      paidAt: "2026-01-01",
      codes: ["CODE1"],
    };
    const half = ofFirst(1, "7.50");
    story.order("1", order);
    expect(story.available()).toBe(515);
    story.order("1", { ...order, refunds: [half] });
    expect(story.award("1").target).toBe(7);
    expect(story.available()).toBe(757);
    story.order("1", { ...order, refunds: [half, { ...half, id: "r2" }] });
    expect(story.available()).toBe(1000);
    expect(story.member().balance).toMatchObject({ earned: 1000, spent: 0, debt: 0 });
  });
});

describe("what a refund leaves", () => {
  it.each<[string, number, PlainProgram, ToldOrder, ToldRefund[]]>([
    ["a refund of lines reduces those lines", 70, {}, two, [ofFirst(1, "30.00")]],
    [
      "without an amount a line is reduced by its units",
      20,
      {},
      { lines: [{ price: "10.00", quantity: 3 }] },
      [ofFirst(1)],
    ],
    [
      "an amount only is spread over the lines that earn, by what they keep",
      50,
      {},
      two,
      [{ amount: "50.00" }],
    ],
    [
      "an amount only passes over what does not earn",
      30,
      {},
      { lines: [{ price: "60.00" }, { price: "40.00", giftCard: true }] },
      [{ amount: "30.00" }],
    ],
    ["it covers shipping only as far as it says so", 95, {}, two, [{ amount: "10.00", shipping: "5.00" }]],
    ["a refund of shipping only changes nothing", 100, {}, two, [{ amount: "5.00", shipping: "5.00" }]],
    [
      "a refund of shipping only counts where shipping earned",
      100,
      { earning: { basis: { shipping: true } } },
      two,
      [{ amount: "5.00", shipping: "5.00" }],
    ],
    [
      "with all goods refunded nothing is left, even of shipping that earned",
      0,
      { earning: { basis: { shipping: true } } },
      two,
      [
        {
          lines: [
            { line: "1", quantity: 1 },
            { line: "2", quantity: 1 },
          ],
        },
      ],
    ],
    [
      "a fixed order bonus shrinks in proportion, floored",
      33,
      bonus,
      { lines: [{ price: "30.00" }] },
      [{ amount: "10.00" }],
    ],
    [
      "two half refunds equal one full one",
      0,
      {},
      { lines: [{ price: "9.99" }] },
      [{ amount: "5.00" }, { amount: "4.99" }],
    ],
    ["more refunded than was paid takes no more than there was", 0, {}, two, [{ amount: "500.00" }]],
    [
      "item points go with their units",
      10,
      { earning: { rules: [{ id: "i", kind: "item", points: 5 }] } },
      { lines: [{ price: "4.00", quantity: 3 }] },
      [ofFirst(1, "1.00")],
    ],
    [
      "a tax-excluding program keeps the same share of its basis",
      50,
      { earning: { basis: { tax: "exclude" } } },
      { lines: [{ price: "119.00", tax: "19.00" }] },
      [ofFirst(1, "59.50")],
    ],
    [
      "steps are counted again on what is kept",
      10,
      { earning: { rules: [{ ...perEuro, points: 10, per: "50.00", step: true }] } },
      two,
      [{ amount: "1.00" }],
    ],
    [
      "a limit that cut the order still only gives its room",
      20,
      { earning: { rules: [{ ...perEuro, limit: { points: 20, per: "order" } }] } },
      two,
      [{ amount: "50.00" }],
    ],
    [
      "a free order's bonus goes with its units",
      25,
      bonus,
      { lines: [{ price: "0.00", quantity: 2 }] },
      [ofFirst(1)],
    ],
  ])("%s", (_title, points, program, order, refunds) => {
    expect(kept(program, order, ...refunds)).toBe(points);
  });

  it("a refund that is taken back gives the points back", () => {
    const story = new Story();
    const order: ToldOrder = { ...two, paidAt: "2026-01-01" };
    story.order("1", order);
    story.order("1", { ...order, refunds: [{ amount: "50.00" }] });
    story.order("1", order);
    expect(story.available()).toBe(100);
    expect(story.lot("order:1")).toMatchObject({ points: 100, remaining: 100 });
  });
});

describe("cancellations and edits", () => {
  it("a cancellation takes all, and un-cancelling posts it back", () => {
    const story = new Story();
    const order: ToldOrder = { ...two, paidAt: "2026-01-01" };
    story.order("1", order);
    story.order("1", { ...order, cancelledAt: "2026-01-02" });
    expect(story.available()).toBe(0);
    story.order("1", order);
    expect(story.available()).toBe(100);
  });

  it("a line removed or reduced by an edit is no longer kept, one added earns", () => {
    const story = new Story();
    const order: ToldOrder = {
      lines: [{ price: "10.00", quantity: 2 }, { price: "5.00" }],
      paidAt: "2026-01-01",
    };
    story.order("1", order);
    story.order("1", { ...order, lines: [{ price: "10.00", quantity: 1 }] });
    expect(story.available()).toBe(10);
    story.order("1", {
      ...order,
      lines: [
        { price: "10.00", quantity: 1 },
        { id: "3", price: "7.00" },
      ],
    });
    expect(story.available()).toBe(17);
    expect(story.lot("order:1").remaining).toBe(17);
  });

  it("an order paid before and unpaid now has nothing", () => {
    const story = new Story();
    story.order("1", two);
    story.order("1", { ...two, paidAt: null });
    expect(story.available()).toBe(0);
  });

  it("an older state of an order that comes late is ignored", () => {
    const story = new Story();
    const order: ToldOrder = { ...two, paidAt: "2026-01-01" };
    story.order("1", { ...order, cancelledAt: "2026-01-02", updatedAt: "2026-01-02" });
    story.order("1", { ...order, updatedAt: "2026-01-01" });
    expect(story.available()).toBe(0);
  });

  it.each<[string, ToldOrder, string]>([
    [
      "in another currency than the program's",
      { lines: [{ price: "1.00" }], currency: "USD" },
      "order_currency_differs",
    ],
    [
      "with a line id twice",
      {
        lines: [
          { id: "1", price: "1.00" },
          { id: "1", price: "1.00" },
        ],
      },
      "order_line_repeated",
    ],
    [
      "with a discount above the price",
      { lines: [{ price: "1.00", discount: "1.01" }] },
      "order_discount_above_price",
    ],
    [
      "with an order discount above its lines",
      { lines: [{ price: "1.00" }], orderDiscount: "1.01" },
      "order_discount_above_price",
    ],
    ["with a figure below zero", { lines: [{ price: "-1.00" }] }, "order_figure_negative"],
    [
      "with a price that no number holds exactly",
      { lines: [{ price: "90071992547409.91", quantity: 3 }] },
      "order_figure_too_large",
    ],
    [
      "with a sum that no number holds exactly",
      { lines: [{ price: "90071992547409.91" }, { price: "0.01" }] },
      "order_figure_too_large",
    ],
  ])("an order %s is refused and changes nothing", (_what, order, refusal) => {
    const story = new Story();
    expect(story.order("1", order)).toMatchObject({ ok: false, refusal });
    expect(story.member().awards.has("1")).toBe(false);
  });
});
