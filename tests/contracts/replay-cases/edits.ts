import { day, level, line, order, program, publish, redeem, refund, type ReplayCase } from "./case.ts";

/** Edits, cancellations, and points that are no longer there. */
export const editsCases: readonly ReplayCase[] = [
  {
    title: "a late order is judged by the program of the instant it was paid",
    program: program({}),
    events: [
      { at: day("01-01"), type: "join", member: { id: "m1" } },
      publish(day("01-06"), program({ rules: [{ id: "spend", kind: "spend", points: 5, per: "1.00" }] })),
      order("1", day("01-05"), [line("1", "10.00")], { at: day("01-07") }),
      order("2", day("01-06"), [line("1", "10.00")], { at: day("01-08") }),
    ],
    expect: { m1: { available: 60 } },
  },
  {
    title: "an edit that adds a line is judged by the order's own program",
    program: program({}),
    events: [
      order("1", day("01-05"), [line("1", "10.00")]),
      publish(day("01-06"), program({ rules: [{ id: "spend", kind: "spend", points: 5, per: "1.00" }] })),
      order("1", day("01-05"), [line("1", "10.00"), line("2", "20.00")], { at: day("01-07") }),
      order("2", day("01-08"), [line("1", "1.00")]),
    ],
    expect: { m1: { available: 35 } },
  },
  {
    title: "a line taken out and put back leaves the order as it was",
    program: program({}),
    events: [
      order("1", day("01-05"), [line("1", "10.00"), line("2", "20.00")]),
      order("1", day("01-05"), [line("1", "10.00")], { at: day("01-06") }),
      order("1", day("01-05"), [line("1", "10.00"), line("2", "20.00")], { at: day("01-07") }),
    ],
    expect: { m1: { available: 30, earned: 30, lots: [{ points: 30, remaining: 30 }] } },
  },
  {
    title: "an edit is judged by the order's own tier",
    program: program({}, { tiers: { metric: "spend", levels: [level("s", "100.00", { multiplier: 2 })] } }),
    events: [
      order("1", day("01-05"), [line("1", "100.00")]),
      order("1", day("01-05"), [line("1", "100.00"), line("2", "10.00")], { at: day("01-06") }),
      order("2", day("01-07"), [line("1", "10.00")]),
    ],
    expect: { m1: { available: 130 } },
  },
  {
    title: "an order un-cancelled and refunded in part keeps the rest",
    program: program({}),
    events: [
      order("1", day("01-05"), [line("1", "10.00")]),
      order("1", day("01-05"), [line("1", "10.00")], { at: day("01-06"), cancelledAt: day("01-06") }),
      order("1", day("01-05"), [line("1", "10.00")], {
        at: day("01-07"),
        refunds: [refund("r", day("01-07"), "4.00")],
      }),
    ],
    expect: { m1: { available: 6, earned: 6 } },
  },
  {
    title: "debt: what the order's lot no longer has is owed, and other points stay",
    program: program(
      {},
      {
        refunds: { shortfall: "debt" },
        rewards: [{ id: "five-off", kind: "amountOff", value: "5.00", cost: 60 }],
      },
    ),
    events: [
      order("1", day("01-05"), [line("1", "50.00")]),
      order("2", day("01-06"), [line("1", "50.00")]),
      redeem(day("01-07"), "five-off", "X"),
      order("1", day("01-05"), [line("1", "50.00")], {
        at: day("01-08"),
        refunds: [refund("r", day("01-08"), "50.00")],
      }),
    ],
    expect: { m1: { available: 40, debt: 50, earned: 50, spent: 60 } },
  },
  {
    title: "clamp: it is forgiven, and stays in earned",
    program: program(
      {},
      {
        refunds: { shortfall: "clamp" },
        rewards: [{ id: "five-off", kind: "amountOff", value: "5.00", cost: 60 }],
      },
    ),
    events: [
      order("1", day("01-05"), [line("1", "50.00")]),
      order("2", day("01-06"), [line("1", "50.00")]),
      redeem(day("01-07"), "five-off", "X"),
      order("1", day("01-05"), [line("1", "50.00")], {
        at: day("01-08"),
        refunds: [refund("r", day("01-08"), "50.00")],
      }),
    ],
    expect: { m1: { available: 40, debt: 0, earned: 100, spent: 60 } },
  },
  {
    title: "otherLots: it is taken from other points, and owed where they end",
    program: program(
      {},
      {
        refunds: { shortfall: "otherLots" },
        rewards: [{ id: "five-off", kind: "amountOff", value: "5.00", cost: 60 }],
      },
    ),
    events: [
      order("1", day("01-05"), [line("1", "50.00")]),
      order("2", day("01-06"), [line("1", "50.00")]),
      redeem(day("01-07"), "five-off", "X"),
      order("1", day("01-05"), [line("1", "50.00")], {
        at: day("01-08"),
        refunds: [refund("r", day("01-08"), "50.00")],
      }),
    ],
    expect: { m1: { available: 0, debt: 10, earned: 50, spent: 60 } },
  },
  {
    title: "a debt is paid by the next points",
    program: program(
      {},
      {
        refunds: { shortfall: "debt" },
        rewards: [{ id: "five-off", kind: "amountOff", value: "5.00", cost: 60 }],
      },
    ),
    events: [
      order("1", day("01-05"), [line("1", "50.00")]),
      order("2", day("01-06"), [line("1", "50.00")]),
      redeem(day("01-07"), "five-off", "X"),
      order("1", day("01-05"), [line("1", "50.00")], {
        at: day("01-08"),
        refunds: [refund("r", day("01-08"), "50.00")],
      }),
      order("3", day("01-09"), [line("1", "70.00")]),
    ],
    expect: { m1: { available: 60, debt: 0 } },
  },
  {
    title: "an exclusion leaves earlier orders alone, and their refunds",
    program: program({ exclude: { customerTags: ["staff"] } }),
    events: [
      order("1", day("01-05"), [line("1", "50.00")]),
      { at: day("01-06"), type: "join", member: { id: "m1", tags: ["staff"] } },
      order("1", day("01-05"), [line("1", "50.00")], {
        at: day("01-07"),
        refunds: [refund("r", day("01-07"), "20.00")],
      }),
      order("2", day("01-08"), [line("1", "50.00")]),
    ],
    expect: { m1: { available: 30 } },
  },
];
