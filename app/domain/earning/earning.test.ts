import { describe, expect, it } from "vitest";
import { Story } from "#tests/support/story.ts";
import type { PlainProgram, ToldOrder } from "#tests/support/story.ts";

const perEuro = { id: "spend", kind: "spend", points: 1, per: "1.00" };
const rules = (...more: object[]): PlainProgram => ({ earning: { rules: [perEuro, ...more] } });

/** What one order, paid on Monday 5 January 2026, earns. */
function earned(program: PlainProgram, order: ToldOrder): number {
  const story = new Story(program).on("2026-01-05");
  story.join();
  story.order("1", order);
  return story.award("1").target;
}

interface Case {
  readonly title: string;
  readonly program?: PlainProgram;
  readonly order: ToldOrder;
  readonly points: number;
}

function table(cases: readonly Case[]): void {
  it.each(cases.map((one) => [one.title, one] as const))("%s", (_title, one) => {
    expect(earned(one.program ?? {}, one.order)).toBe(one.points);
  });
}

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

describe("from basis to points", () => {
  table([
    {
      title: "each line takes exactly one base rule, the one of highest priority that matches",
      program: rules(
        { ...perEuro, id: "five", points: 5, priority: 1, lines: { tags: ["new"] } },
        { ...perEuro, id: "nine", points: 9, priority: 2, lines: { tags: ["gone"] } },
      ),
      order: { lines: [{ price: "10.00", tags: ["new"] }, { price: "10.00" }] },
      points: 60,
    },
    {
      title: "of base rules of the same priority the one written first is taken",
      program: rules({ ...perEuro, id: "later", points: 9 }),
      order: { lines: [{ price: "10.00" }] },
      points: 10,
    },
    {
      title: "every matching bonus rule adds to the base",
      program: rules(
        { ...perEuro, id: "b1", stack: "bonus", points: 2 },
        { ...perEuro, id: "b2", stack: "bonus", points: 3, lines: { vendors: ["Mill"] } },
      ),
      order: { lines: [{ price: "10.00", vendor: "Mill" }, { price: "10.00" }] },
      points: 20 + 40 + 30,
    },
    {
      title: "there is one floor per order, not one per line or rule",
      program: rules({ ...perEuro, id: "b1", stack: "bonus", points: 1, per: "2.00" }),
      order: { lines: [{ price: "0.50" }, { price: "0.90" }] },
      points: 2,
    },
    {
      title: "a stepped rule counts only each full step of its matching lines together",
      program: { earning: { rules: [{ ...perEuro, points: 10, per: "50.00", step: true }] } },
      order: { lines: [{ price: "30.00" }, { price: "69.99" }] },
      points: 10,
    },
    {
      title: "an item rule adds points per unit of a matching line",
      program: rules({ id: "mugs", kind: "item", points: 25, lines: { products: ["p9"] } }),
      order: { lines: [{ price: "8.00", quantity: 3, product: "p9" }, { price: "1.00" }] },
      points: 25 + 75,
    },
    {
      title: "an order rule adds points once per order",
      program: rules({ id: "o", kind: "order", points: 7 }),
      order: { lines: [{ price: "1.00" }, { price: "1.00" }] },
      points: 9,
    },
    {
      title: "a minimum subtotal is inclusive and looks at goods after discounts",
      program: rules({ id: "o", kind: "order", points: 7, order: { minSubtotal: "20.00" } }),
      order: { lines: [{ price: "25.00", discount: "5.00" }], shipping: "5.00" },
      points: 27,
    },
    {
      title: "below the minimum subtotal the rule does not hold",
      program: rules({ id: "o", kind: "order", points: 7, order: { minSubtotal: "20.00" } }),
      order: { lines: [{ price: "25.00" }], orderDiscount: "5.01", shipping: "9.00" },
      points: 19,
    },
    {
      title: "an order rule may ask that the order contains a product",
      program: rules({ id: "o", kind: "order", points: 7, lines: { products: ["p1"] } }),
      order: {
        lines: [
          { price: "1.00", product: "p2" },
          { price: "1.00", product: "p1" },
        ],
      },
      points: 9,
    },
    {
      title: "an order rule may ask for a payment method",
      program: rules({ id: "o", kind: "order", points: 7, order: { paymentMethods: ["invoice"] } }),
      order: { lines: [{ price: "1.00" }], paymentMethods: ["card", "invoice"] },
      points: 8,
    },
    {
      title: "an order rule may ask for a channel",
      program: rules({ id: "o", kind: "order", points: 7, order: { channels: ["pos"] } }),
      order: { lines: [{ price: "1.00" }], channel: "online" },
      points: 1,
    },
    {
      title: "an order rule may ask for a discount code, whatever its case",
      program: rules({ id: "o", kind: "order", points: 7, order: { discountCodes: ["Spring"] } }),
      order: { lines: [{ price: "1.00" }], codes: ["SPRING"] },
      points: 8,
    },
    {
      title: "`not` keeps lines out",
      program: { earning: { rules: [{ ...perEuro, lines: { not: { tags: ["sale"] } } }] } },
      order: { lines: [{ price: "10.00", tags: ["sale"] }, { price: "5.00" }] },
      points: 5,
    },
    {
      title: "a rule that is switched off gives nothing",
      program: { earning: { rules: [{ ...perEuro, enabled: false }] } },
      order: { lines: [hundred] },
      points: 0,
    },
    {
      title: "weekdays are those of the instant of payment in the program's time zone",
      program: rules({ id: "monday", kind: "order", points: 7, when: { weekdays: [1] } }),
      order: { lines: [{ price: "1.00" }], paidAt: "2026-01-04T23:30:00Z" },
      points: 8,
    },
    {
      title: "a window's end is out",
      program: rules({ id: "o", kind: "order", points: 7, when: { to: "2026-01-05T12:00:00+01:00" } }),
      order: { lines: [{ price: "1.00" }], paidAt: "2026-01-05T12:00:00+01:00" },
      points: 1,
    },
    {
      title: "a window's beginning is in",
      program: rules({ id: "o", kind: "order", points: 7, when: { from: "2026-01-05T12:00:00+01:00" } }),
      order: { lines: [{ price: "1.00" }], paidAt: "2026-01-05T12:00:00+01:00" },
      points: 8,
    },
  ]);

  const campaigns = [
    { id: "a", factor: 2, lines: { tags: ["new"] } },
    { id: "b", factor: 1.5 },
  ];
  const tiers = { metric: "orders", levels: [{ id: "base", from: "0", multiplier: 1.25 }] };
  table([
    {
      title: "highest takes the greatest multiplier that applies to a line",
      program: { earning: { campaigns, multipliers: "highest" }, tiers },
      order: { lines: [{ price: "10.00", tags: ["new"] }, { price: "10.00" }] },
      points: 20 + 15,
    },
    {
      title: "product multiplies all that apply to a line, before the floor",
      program: { earning: { campaigns, multipliers: "product" }, tiers },
      order: { lines: [{ price: "10.00", tags: ["new"] }, { price: "10.00" }] },
      points: Math.floor(10 * 2 * 1.5 * 1.25 + 10 * 1.5 * 1.25),
    },
    {
      title: "a campaign for tiers does not reach others",
      program: {
        earning: { campaigns: [{ id: "a", factor: 3, tiers: ["gold"] }] },
        tiers: {
          metric: "orders",
          levels: [
            { id: "base", from: "0" },
            { id: "gold", from: "9" },
          ],
        },
      },
      order: { lines: [hundred] },
      points: 100,
    },
    {
      title: "multipliers leave fixed numbers alone",
      program: {
        earning: {
          rules: [
            { id: "i", kind: "item", points: 3 },
            { id: "o", kind: "order", points: 2 },
          ],
          campaigns,
        },
      },
      order: { lines: [hundred] },
      points: 5,
    },
  ]);

  it("the floored total is shared over lines and rules so that the parts sum exactly", () => {
    const story = new Story(rules({ ...perEuro, id: "b", stack: "bonus", points: 1, per: "3.00" }));
    story.order("1", { lines: [{ price: "1.99" }, { price: "2.49" }, { price: "0.77" }] });
    const explanation = story.books.journal.transactions[0]?.explanation;
    expect(explanation).toMatchObject({ kind: "order_earned", points: 7, exactPoints: "7/1" });
    const parts = explanation?.kind === "order_earned" ? explanation.lines.flatMap((line) => line.rules) : [];
    expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(7);
  });

  it("a first-order bonus is given once, and again to no later order", () => {
    const story = new Story(rules({ id: "f", kind: "order", points: 50, order: { first: true } }));
    story.order("1", { lines: [{ price: "1.00" }] });
    story.on("2026-01-02").order("2", { lines: [{ price: "1.00" }] });
    expect(story.available()).toBe(52);
  });

  it("never two first-order bonuses stand at once, also when the first order is un-cancelled late", () => {
    const story = new Story(rules({ id: "f", kind: "order", points: 50, order: { first: true } }));
    const one: ToldOrder = { lines: [{ price: "1.00" }], paidAt: "2026-01-01" };
    story.order("1", one);
    story.order("1", { ...one, cancelledAt: "2026-01-02" });
    story.on("2026-01-03").order("2", { lines: [{ price: "1.00" }] });
    story.order("1", one);
    expect(story.available()).toBe(52);
  });

  it("an n-th order counts the qualifying orders paid before it that are known, and its bonus stands once", () => {
    const story = new Story(rules({ id: "third", kind: "order", points: 50, order: { nth: 3 } }));
    for (const [id, paidAt] of [
      ["1", "2026-01-01"],
      ["2", "2026-01-02"],
      ["4", "2026-01-04"],
      ["3", "2026-01-03"],
      ["5", "2026-01-05"],
    ] as const) {
      story.order(id, { lines: [{ price: "1.00" }], paidAt });
    }
    expect(["1", "2", "3", "4", "5"].map((id) => story.award(id).target)).toEqual([1, 1, 1, 51, 1]);
  });

  it("a rule for tiers or tags holds for those members only, tags whatever their case", () => {
    const vip = { id: "vip", kind: "order", points: 9, member: { tags: ["VIP"] } };
    const gold = { id: "t", kind: "order", points: 5, member: { tiers: ["gold"] } };
    const levels = [{ id: "gold", from: "9" }];
    const story = new Story({ ...rules(vip, gold), tiers: { metric: "orders", levels } });
    story.join("m1", ["vip"]);
    story.tier("gold", null, "m3");
    for (const id of ["m1", "m2", "m3"]) story.order(`of ${id}`, { lines: [{ price: "1.00" }] }, id);
    expect(["m1", "m2", "m3"].map((id) => story.available(id))).toEqual([10, 1, 6]);
  });
});

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
