import { activity, day, level, line, onePerEuro, order, program, type ReplayCase } from "./case.ts";

/** Which rules match, and what they are multiplied by. */
export const rulesCases: readonly ReplayCase[] = [
  {
    title: "of two base rules of the same priority the first in the document takes the line",
    program: program({
      rules: [
        { id: "a", kind: "spend", points: 2, per: "1.00" },
        { id: "b", kind: "spend", points: 5, per: "1.00" },
      ],
    }),
    events: [order("1", day("01-05"), [line("1", "10.00")])],
    expect: { m1: { available: 20 } },
  },
  {
    title: "a line takes the base rule of highest priority that matches it",
    program: program({
      rules: [
        { id: "hi", kind: "spend", points: 5, per: "1.00", priority: 9, lines: { tags: ["x"] } },
        onePerEuro,
      ],
    }),
    events: [order("1", day("01-05"), [line("1", "10.00", { tags: ["x"] }), line("2", "10.00")])],
    expect: { m1: { available: 60 } },
  },
  {
    title: "a stepped rule gives nothing for a part of a step",
    program: program({ rules: [{ id: "s", kind: "spend", points: 10, per: "50.00", step: true }] }),
    events: [order("1", day("01-05"), [line("1", "100.00"), line("2", "49.99")])],
    expect: { m1: { available: 20 } },
  },
  {
    title: "a factor multiplies whole steps",
    program: program({
      rules: [{ id: "s", kind: "spend", points: 10, per: "50.00", step: true }],
      campaigns: [{ id: "c", factor: 2 }],
    }),
    events: [order("1", day("01-05"), [line("1", "100.00"), line("2", "49.99")])],
    expect: { m1: { available: 40 } },
  },
  {
    title: "steps count matching lines only",
    program: program({
      rules: [{ id: "s", kind: "spend", points: 10, per: "50.00", step: true, lines: { tags: ["x"] } }],
    }),
    events: [order("1", day("01-05"), [line("1", "100.00"), line("2", "50.00", { tags: ["x"] })])],
    expect: { m1: { available: 10 } },
  },
  {
    title: "a minimum subtotal is inclusive and looks at what is left after discounts",
    program: program({ rules: [{ id: "o", kind: "order", points: 50, order: { minSubtotal: "20.00" } }] }),
    events: [
      order("1", day("01-05"), [line("1", "25.00")], { orderDiscount: "5.00" }),
      order("2", day("01-06"), [line("1", "25.00")], { orderDiscount: "5.01" }),
    ],
    expect: { m1: { available: 50 } },
  },
  {
    title: "the first order is the first also where it was too small for the bonus",
    program: program({
      rules: [
        onePerEuro,
        { id: "f", kind: "order", points: 50, order: { first: true, minSubtotal: "20.00" } },
      ],
    }),
    events: [order("1", day("01-05"), [line("1", "10.00")]), order("2", day("01-06"), [line("1", "30.00")])],
    expect: { m1: { available: 40 } },
  },
  {
    title: "the third order, and no other, gets the bonus for the third",
    program: program({ rules: [{ id: "n", kind: "order", points: 7, order: { nth: 3 } }] }),
    events: [
      order("1", day("01-01"), [line("1", "10.00")]),
      order("2", day("01-02"), [line("1", "10.00")]),
      order("3", day("01-03"), [line("1", "10.00")]),
      order("4", day("01-04"), [line("1", "10.00")]),
      order("5", day("01-05"), [line("1", "10.00")]),
    ],
    expect: { m1: { available: 7 } },
  },
  {
    title: "conditions on payment method, channel and discount code, codes in any case",
    program: program({
      rules: [
        { id: "p", kind: "order", points: 1, order: { paymentMethods: ["invoice"] } },
        { id: "c", kind: "order", points: 10, order: { channels: ["pos"] } },
        { id: "d", kind: "order", points: 100, order: { discountCodes: ["Summer"] } },
      ],
    }),
    events: [
      order("1", day("01-05"), [line("1", "10.00")], {
        channel: "pos",
        paymentMethods: ["card", "invoice"],
        discountCodes: ["SUMMER"],
      }),
    ],
    expect: { m1: { available: 111 } },
  },
  {
    title: "a window's from is in, its to is out",
    program: program({
      rules: [{ id: "w", kind: "order", points: 5, when: { from: day("01-05"), to: day("01-06") } }],
    }),
    events: [
      order("1", day("01-05"), [line("1", "1.00")]),
      order("2", day("01-06"), [line("1", "1.00")]),
      order("3", day("01-05", "09:59:59"), [line("1", "1.00")], { at: day("01-06") }),
    ],
    expect: { m1: { available: 5 } },
  },
  {
    title: "a weekday is that of the program's time zone",
    program: program({ rules: [{ id: "w", kind: "order", points: 5, when: { weekdays: [4] } }] }),
    events: [
      order("1", "2026-01-07T23:30:00Z", [line("1", "1.00")]),
      order("2", "2026-01-08T23:30:00Z", [line("1", "1.00")]),
    ],
    expect: { m1: { available: 5 } },
  },
  {
    title: "a line condition may exclude",
    program: program({ rules: [{ ...onePerEuro, lines: { not: { tags: ["sale"] } } }] }),
    events: [order("1", day("01-05"), [line("1", "10.00", { tags: ["sale"] }), line("2", "7.00")])],
    expect: { m1: { available: 7 } },
  },
  {
    title: "any of a list, and all of the lists",
    program: program({ rules: [{ ...onePerEuro, lines: { tags: ["a", "b"], vendors: ["V"] } }] }),
    events: [
      order("1", day("01-05"), [
        line("1", "10.00", { tags: ["b"], vendor: "V" }),
        line("2", "7.00", { tags: ["a"] }),
        line("3", "5.00", { vendor: "V" }),
      ]),
    ],
    expect: { m1: { available: 10 } },
  },
  {
    title: "types, variants and collections; a fixed number per unit",
    program: program({
      rules: [
        { id: "t", kind: "spend", points: 1, per: "1.00", lines: { types: ["shirt"] } },
        { id: "v", kind: "item", points: 100, lines: { variants: ["v2"] } },
        { id: "c", kind: "item", points: 1000, lines: { collections: ["summer"] } },
      ],
    }),
    events: [
      order("1", day("01-05"), [
        line("1", "10.00", { kind: "shirt" }),
        line("2", "7.00"),
        line("3", "5.00", { collections: ["x", "summer"], quantity: 2 }),
      ]),
    ],
    expect: { m1: { available: 2110 } },
  },
  {
    title: "a rule for tagged members, in any case",
    program: program({ rules: [{ ...onePerEuro, member: { tags: ["vip"] } }] }),
    events: [
      order("1", day("01-05"), [line("1", "10.00")], { member: { id: "m1", tags: ["VIP"] } }),
      order("2", day("01-05"), [line("1", "10.00")], { member: { id: "m2" } }),
    ],
    expect: { m1: { available: 10 }, m2: { available: 0 } },
  },
  {
    title: "an activity rule for a tier holds once the tier is reached",
    program: program(
      { rules: [{ id: "c", kind: "activity", activity: "x", points: 5, member: { tiers: ["gold"] } }] },
      { tiers: { metric: "orders", levels: [level("gold", "1")] } },
    ),
    events: [
      activity(day("01-05"), "x"),
      order("1", day("01-06"), [line("1", "1.00")]),
      activity(day("01-07"), "x"),
    ],
    expect: { m1: { available: 5, tier: "gold" } },
  },
  {
    title: "highest: of tier and campaign the greater, on the campaign's lines; the tier's on the rest",
    program: program(
      { campaigns: [{ id: "c", factor: 2, lines: { tags: ["x"] } }] },
      {
        tiers: {
          metric: "spend",
          levels: [level("b", "0", { multiplier: 1 }), level("s", "100.00", { multiplier: 1.5 })],
        },
      },
    ),
    events: [
      order("1", day("01-05"), [line("1", "100.00")]),
      order("2", day("01-06"), [line("1", "10.00", { tags: ["x"] }), line("2", "10.00")]),
    ],
    expect: { m1: { available: 135 } },
  },
  {
    title: "product: tier times campaign",
    program: program(
      { multipliers: "product", campaigns: [{ id: "c", factor: 2, lines: { tags: ["x"] } }] },
      {
        tiers: {
          metric: "spend",
          levels: [level("b", "0", { multiplier: 1 }), level("s", "100.00", { multiplier: 1.5 })],
        },
      },
    ),
    events: [
      order("1", day("01-05"), [line("1", "100.00")]),
      order("2", day("01-06"), [line("1", "10.00", { tags: ["x"] }), line("2", "10.00")]),
    ],
    expect: { m1: { available: 145 } },
  },
  {
    title: "a campaign for a tier leaves the order that lifts into it alone",
    program: program(
      { campaigns: [{ id: "c", factor: 3, tiers: ["s"] }] },
      {
        tiers: {
          metric: "spend",
          levels: [level("b", "0", { multiplier: 1 }), level("s", "100.00", { multiplier: 1.5 })],
        },
      },
    ),
    events: [order("1", day("01-05"), [line("1", "100.00")]), order("2", day("01-06"), [line("1", "10.00")])],
    expect: { m1: { available: 130 } },
  },
  {
    title: "product: of two campaigns both",
    program: program({
      multipliers: "product",
      campaigns: [
        { id: "c", factor: 2 },
        { id: "d", factor: 3 },
      ],
    }),
    events: [order("1", day("01-05"), [line("1", "10.00")])],
    expect: { m1: { available: 60 } },
  },
  {
    title: "highest: of two campaigns the greater",
    program: program({
      campaigns: [
        { id: "c", factor: 2 },
        { id: "d", factor: 3 },
      ],
    }),
    events: [order("1", day("01-05"), [line("1", "10.00")])],
    expect: { m1: { available: 30 } },
  },
  {
    title: "a campaign begins at its first instant and is over at its end",
    program: program({
      campaigns: [{ id: "c", factor: 2, from: day("05-01", "00:00:00"), to: day("06-01", "00:00:00") }],
    }),
    events: [
      order("1", day("04-30", "23:59:59"), [line("1", "10.00")]),
      order("2", day("05-01", "00:00:00"), [line("1", "10.00")]),
      order("3", day("05-31", "23:59:59"), [line("1", "10.00")]),
      order("4", day("06-01", "00:00:00"), [line("1", "10.00")]),
    ],
    expect: { m1: { available: 60 } },
  },
  {
    title: "factors multiply what spend rules give, and no fixed numbers",
    program: program({
      rules: [
        onePerEuro,
        { id: "b", kind: "spend", stack: "bonus", points: 1, per: "1.00" },
        { id: "i", kind: "item", points: 3 },
        { id: "o", kind: "order", points: 7 },
      ],
      campaigns: [{ id: "c", factor: 2 }],
    }),
    events: [order("1", day("01-05"), [line("1", "10.00")])],
    expect: { m1: { available: 50 } },
  },
  {
    title: "factors apply before the floor",
    program: program({ campaigns: [{ id: "c", factor: 1.5 }] }),
    events: [order("1", day("01-05"), [line("1", "0.70")])],
    expect: { m1: { available: 1 } },
  },
];
