import { program, fiveOff, line, order, refund, redeem, day, type ReplayCase } from "./case.ts";

export const refundsCases: readonly ReplayCase[] = [
  {
    title: "a full refund of 49.95 takes exactly the 49",
    program: program({}),
    events: [
      order("1", day("01-05"), [line("1", "49.95")]),
      order("1", day("01-05"), [line("1", "49.95")], {
        at: day("01-09"),
        refunds: [refund("r", day("01-09"), "49.95", [{ line: "1", quantity: 1, amount: "49.95" }])],
      }),
    ],
    expect: { m1: { available: 0, earned: 0, debt: 0 } },
  },
  {
    title: "a fixed order bonus shrinks with the kept basis, floored",
    program: program({ rules: [{ id: "o", kind: "order", points: 50 }] }),
    events: [
      order("1", day("01-05"), [line("1", "30.00")]),
      order("1", day("01-05"), [line("1", "30.00")], {
        at: day("01-06"),
        refunds: [refund("r", day("01-06"), "10.00")],
      }),
    ],
    expect: { m1: { available: 33 } },
  },
  {
    title: "an amount-only refund spreads over what earns; shipping only when the refund says so",
    program: program({}),
    events: [
      order("1", day("01-05"), [line("1", "60.00"), line("2", "40.00", { giftCard: true })], {
        shipping: "5.00",
      }),
      order("1", day("01-05"), [line("1", "60.00"), line("2", "40.00", { giftCard: true })], {
        shipping: "5.00",
        at: day("01-06"),
        refunds: [refund("r1", day("01-06"), "15.00", [], "5.00")],
      }),
    ],
    expect: { m1: { available: 50 } },
  },
  {
    title: "a refund of shipping only changes nothing",
    program: program({}),
    events: [
      order("1", day("01-05"), [line("1", "60.00")], { shipping: "5.00" }),
      order("1", day("01-05"), [line("1", "60.00")], {
        shipping: "5.00",
        at: day("01-06"),
        refunds: [refund("r1", day("01-06"), "5.00", [], "5.00")],
      }),
    ],
    expect: { m1: { available: 60 } },
  },
  {
    title: "cancelling takes all, un-cancelling gives it back",
    program: program({}),
    events: [
      order("1", day("01-05"), [line("1", "60.00")]),
      order("1", day("01-05"), [line("1", "60.00")], { at: day("01-06"), cancelledAt: day("01-06") }),
      order("1", day("01-05"), [line("1", "60.00")], { at: day("01-07") }),
    ],
    expect: { m1: { available: 60, earned: 60 } },
  },
  {
    title: "a shortfall is owed and the next points pay it",
    program: program({}, { rewards: [{ ...fiveOff, cost: 50 }] }),
    events: [
      order("1", day("01-05"), [line("1", "50.00")]),
      redeem(day("01-06"), "five-off", "C1"),
      order("1", day("01-05"), [line("1", "50.00")], { at: day("01-07"), cancelledAt: day("01-07") }),
      order("2", day("01-08"), [line("1", "70.00")]),
    ],
    expect: { m1: { available: 20, debt: 0, earned: 70, spent: 50 } },
  },
  {
    // 40 owed; the edit brings 10, which pay. The 50 that were there before stay.
    title: "only the next points pay what is owed, also where they join a lot that holds more",
    program: program({}, { rewards: [{ ...fiveOff, cost: 50 }] }),
    events: [
      order("1", day("01-05"), [line("1", "40.00")]),
      order("2", day("01-06"), [line("1", "60.00")]),
      redeem(day("01-07"), "five-off", "C1"),
      order("1", day("01-05"), [line("1", "40.00")], { at: day("01-08"), cancelledAt: day("01-08") }),
      order("2", day("01-06"), [line("1", "60.00"), line("2", "10.00")], { at: day("01-09") }),
    ],
    expect: { m1: { available: 50, debt: 30, earned: 70, spent: 50 } },
  },
  {
    title: "a shortfall under clamp is written off and stays in earned",
    program: program({}, { rewards: [{ ...fiveOff, cost: 50 }], refunds: { shortfall: "clamp" } }),
    events: [
      order("1", day("01-05"), [line("1", "50.00")]),
      redeem(day("01-06"), "five-off", "C1"),
      order("1", day("01-05"), [line("1", "50.00")], { at: day("01-07"), cancelledAt: day("01-07") }),
      order("2", day("01-08"), [line("1", "70.00")]),
    ],
    expect: { m1: { available: 70, debt: 0, earned: 120, spent: 50 } },
  },
  {
    title: "a shortfall under otherLots is taken from the other points",
    program: program({}, { rewards: [{ ...fiveOff, cost: 50 }], refunds: { shortfall: "otherLots" } }),
    events: [
      order("1", day("01-05"), [line("1", "50.00")]),
      redeem(day("01-06"), "five-off", "C1"),
      order("2", day("01-06", "12:00:00"), [line("1", "70.00")]),
      order("1", day("01-05"), [line("1", "50.00")], { at: day("01-07"), cancelledAt: day("01-07") }),
    ],
    expect: { m1: { available: 20, debt: 0, earned: 70, spent: 50 } },
  },
  {
    title: "a refund while pending just shrinks the pending points",
    program: program({ maturity: { kind: "afterFulfilled", days: 14 } }),
    events: [
      order("1", day("01-05"), [line("1", "50.00")]),
      order("1", day("01-05"), [line("1", "50.00")], {
        at: day("01-06"),
        refunds: [refund("r", day("01-06"), "20.00")],
      }),
    ],
    at: day("06-01"),
    expect: { m1: { available: 0, pending: 30, earned: 30, debt: 0 } },
  },
  {
    title: "a rule change never changes the result of a later refund",
    program: program({}),
    events: [
      order("1", day("01-05"), [line("1", "100.00")]),
      {
        at: day("01-06"),
        type: "program",
        program: program({ rules: [{ id: "spend", kind: "spend", points: 10, per: "1.00" }] }),
      },
      order("1", day("01-05"), [line("1", "100.00")], {
        at: day("01-07"),
        refunds: [refund("r", day("01-07"), "50.00")],
      }),
      order("2", day("01-08"), [line("1", "10.00")]),
    ],
    expect: { m1: { available: 150, earned: 150 } },
  },
];
