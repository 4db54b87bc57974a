import { describe, expect, it } from "vitest";
import { perEuro, rules, table } from "#tests/support/earning-table.ts";
import { Story } from "#tests/support/story.ts";
import type { ToldOrder } from "#tests/support/story.ts";

const hundred = { price: "100.00" };

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
      title: "a line's tags compare without regard to case, however the rule and the shop write them",
      program: rules({ id: "i", kind: "item", points: 7, lines: { tags: ["NEU", "Größe xl"] } }),
      order: {
        lines: [
          { price: "1.00", tags: ["Neu"] },
          { price: "1.00", tags: ["grÖße XL"] },
        ],
      },
      points: 7 + 7 + 2,
    },
    {
      title: "`not` keeps lines out whatever the case of their tags",
      program: { earning: { rules: [{ ...perEuro, lines: { not: { tags: ["Sale"] } } }] } },
      order: { lines: [{ price: "10.00", tags: ["SALE"] }, { price: "5.00" }] },
      points: 5,
    },
    {
      title: "a line's vendor and collections are compared to the letter",
      program: rules(
        { id: "v", kind: "item", points: 7, lines: { vendors: ["Acme"] } },
        { id: "c", kind: "item", points: 7, lines: { collections: ["summer"] } },
      ),
      order: { lines: [{ price: "1.00", vendor: "ACME", collections: ["Summer"] }] },
      points: 1,
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

  it("an order from before joining, or one that earned nothing, is an order: the next is not the first", () => {
    const first = rules({ id: "f", kind: "order", points: 50, order: { first: true, minSubtotal: "5.00" } });
    const story = new Story({ earning: { ...first.earning, exclude: { customerTags: ["staff"] } } });
    story.known("guest", "shadow");
    story.order("1", { lines: [{ price: "1.00" }] }, "guest");
    story.on("2026-01-02").join();
    story.tell({ type: "members_merged", fromMemberId: "guest" });
    story.order("2", { lines: [{ price: "9.00" }] });
    expect(story.available()).toBe(10);
    story.join("m2", ["staff"]);
    story.order("3", { lines: [{ price: "9.00" }] }, "m2");
    story.tell({ type: "profile_changed", memberId: "m2", email: null, birthday: null, tags: [] });
    story.on("2026-01-03").order("4", { lines: [{ price: "9.00" }] }, "m2");
    expect(story.available("m2")).toBe(9);
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
