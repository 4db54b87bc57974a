import { day, line, onePerEuro, order, program, refund, type ReplayCase } from "./case.ts";

/** Refunds of all shapes. */
export const returnsCases: readonly ReplayCase[] = [
  {
    title: "units without an amount are given back pro rata of the line",
    program: program({}),
    events: [
      order("1", day("01-05"), [line("1", "10.00", { quantity: 3 })]),
      order("1", day("01-05"), [line("1", "10.00", { quantity: 3 })], {
        at: day("01-20"),
        refunds: [refund("r", day("01-20"), "10.00", [{ line: "1", quantity: 1 }])],
      }),
    ],
    expect: { m1: { available: 20, debt: 0 } },
  },
  {
    title: "pro rata of what the line cost after its discount",
    program: program({}),
    events: [
      order("1", day("01-05"), [line("1", "10.00", { quantity: 3, discount: "6.00" })]),
      order("1", day("01-05"), [line("1", "10.00", { quantity: 3, discount: "6.00" })], {
        at: day("01-20"),
        refunds: [refund("r", day("01-20"), "8.00", [{ line: "1", quantity: 1 }])],
      }),
    ],
    expect: { m1: { available: 16, debt: 0 } },
  },
  {
    title: "of a line as much is gone as was given back for it",
    program: program({}),
    events: [
      order("1", day("01-05"), [line("1", "30.00")]),
      order("1", day("01-05"), [line("1", "30.00")], {
        at: day("01-20"),
        refunds: [refund("r", day("01-20"), "5.00", [{ line: "1", quantity: 1, amount: "5.00" }])],
      }),
    ],
    expect: { m1: { available: 25, debt: 0 } },
  },
  {
    title: "a mere amount is spread over the lines in proportion, each at its own rates",
    program: program({
      rules: [
        onePerEuro,
        { id: "b", kind: "spend", stack: "bonus", points: 1, per: "1.00", lines: { tags: ["x"] } },
      ],
    }),
    events: [
      order("1", day("01-05"), [line("1", "60.00"), line("2", "40.00", { tags: ["x"] })]),
      order("1", day("01-05"), [line("1", "60.00"), line("2", "40.00", { tags: ["x"] })], {
        at: day("01-20"),
        refunds: [refund("r", day("01-20"), "50.00")],
      }),
    ],
    expect: { m1: { available: 70, debt: 0 } },
  },
  {
    title: "an amount covers shipping as far as the refund says so",
    program: program({}),
    events: [
      order("1", day("01-05"), [line("1", "50.00")], { shipping: "4.90" }),
      order("1", day("01-05"), [line("1", "50.00")], {
        at: day("01-20"),
        refunds: [refund("r", day("01-20"), "10.00", [], "4.90")],
        shipping: "4.90",
      }),
    ],
    expect: { m1: { available: 44, debt: 0 } },
  },
  {
    title: "shipping that earned is taken back when it is refunded",
    program: program({ basis: { shipping: true } }),
    events: [
      order("1", day("01-05"), [line("1", "10.00")], { shipping: "4.90" }),
      order("1", day("01-05"), [line("1", "10.00")], {
        at: day("01-20"),
        refunds: [refund("r", day("01-20"), "4.90", [], "4.90")],
        shipping: "4.90",
      }),
    ],
    expect: { m1: { available: 10, debt: 0 } },
  },
  {
    title: "a mere amount falls on what the lines still keep",
    program: program({}),
    events: [
      order("1", day("01-05"), [line("1", "50.00"), line("2", "50.00")]),
      order("1", day("01-05"), [line("1", "50.00"), line("2", "50.00")], {
        at: day("01-20"),
        refunds: [
          refund("a", day("01-20"), "50.00", [{ line: "1", quantity: 1, amount: "50.00" }]),
          refund("b", day("01-20"), "25.00"),
        ],
      }),
    ],
    expect: { m1: { available: 25, debt: 0 } },
  },
  {
    title: "in whatever order the refunds stand",
    program: program({}),
    events: [
      order("1", day("01-05"), [line("1", "50.00"), line("2", "50.00")]),
      order("1", day("01-05"), [line("1", "50.00"), line("2", "50.00")], {
        at: day("01-20"),
        refunds: [
          refund("b", day("01-20"), "25.00"),
          refund("a", day("01-20"), "50.00", [{ line: "1", quantity: 1, amount: "50.00" }]),
        ],
      }),
    ],
    expect: { m1: { available: 25, debt: 0 } },
  },
  {
    title: "a fixed bonus shrinks with the kept basis, rounded down",
    program: program({ rules: [onePerEuro, { id: "o", kind: "order", points: 50 }] }),
    events: [
      order("1", day("01-05"), [line("1", "30.00")]),
      order("1", day("01-05"), [line("1", "30.00")], {
        at: day("01-20"),
        refunds: [refund("r", day("01-20"), "10.00")],
      }),
    ],
    expect: { m1: { available: 53, debt: 0 } },
  },
  {
    title: "three thirds are the whole",
    program: program({}),
    events: [
      order("1", day("01-05"), [line("1", "9.99")]),
      order("1", day("01-05"), [line("1", "9.99")], {
        at: day("01-20"),
        refunds: [
          refund("0", day("01-20"), "3.33"),
          refund("1", day("01-20"), "3.33"),
          refund("2", day("01-20"), "3.33"),
        ],
      }),
    ],
    expect: { m1: { available: 0, debt: 0, earned: 0 } },
  },
  {
    title: "two thirds leave the floor of the last",
    program: program({}),
    events: [
      order("1", day("01-05"), [line("1", "9.99")]),
      order("1", day("01-05"), [line("1", "9.99")], {
        at: day("01-20"),
        refunds: [refund("0", day("01-20"), "3.33"), refund("1", day("01-20"), "3.33")],
      }),
    ],
    expect: { m1: { available: 3, debt: 0 } },
  },
  {
    title: "all goods given back leave nothing, whether or not shipping was refunded",
    program: program({ basis: { shipping: true } }),
    events: [
      order("1", day("01-05"), [line("1", "10.00")], { shipping: "5.00" }),
      order("1", day("01-05"), [line("1", "10.00")], {
        at: day("01-20"),
        refunds: [refund("r", day("01-20"), "10.00", [{ line: "1", quantity: 1, amount: "10.00" }])],
        shipping: "5.00",
      }),
    ],
    expect: { m1: { available: 0, debt: 0 } },
  },
  {
    title: "an item rule keeps the kept units",
    program: program({ rules: [{ id: "i", kind: "item", points: 25, lines: { products: ["p1"] } }] }),
    events: [
      order("1", day("01-05"), [line("1", "10.00", { quantity: 3 })]),
      order("1", day("01-05"), [line("1", "10.00", { quantity: 3 })], {
        at: day("01-20"),
        refunds: [refund("r", day("01-20"), "10.00", [{ line: "1", quantity: 1, amount: "10.00" }])],
      }),
    ],
    expect: { m1: { available: 50, debt: 0 } },
  },
  {
    title: "an item rule shrinks with a mere amount too",
    program: program({ rules: [{ id: "i", kind: "item", points: 25 }] }),
    events: [
      order("1", day("01-05"), [line("1", "10.00", { quantity: 2 })]),
      order("1", day("01-05"), [line("1", "10.00", { quantity: 2 })], {
        at: day("01-20"),
        refunds: [refund("r", day("01-20"), "10.00")],
      }),
    ],
    expect: { m1: { available: 25, debt: 0 } },
  },
  {
    title: "whole steps are counted anew of what is kept",
    program: program({ rules: [{ id: "s", kind: "spend", points: 10, per: "50.00", step: true }] }),
    events: [
      order("1", day("01-05"), [line("1", "120.00")]),
      order("1", day("01-05"), [line("1", "120.00")], {
        at: day("01-20"),
        refunds: [refund("r", day("01-20"), "30.00")],
      }),
    ],
    expect: { m1: { available: 10, debt: 0 } },
  },
  {
    title: "a mere amount is spread over the lines that earn",
    program: program({}),
    events: [
      order("1", day("01-05"), [line("1", "50.00"), line("2", "50.00", { giftCard: true })]),
      order("1", day("01-05"), [line("1", "50.00"), line("2", "50.00", { giftCard: true })], {
        at: day("01-20"),
        refunds: [refund("r", day("01-20"), "25.00")],
      }),
    ],
    expect: { m1: { available: 25, debt: 0 } },
  },
  {
    title: "the factor of an order is that of its instant",
    program: program({ campaigns: [{ id: "c", factor: 1.5 }] }),
    events: [
      order("1", day("01-05"), [line("1", "33.33")]),
      order("1", day("01-05"), [line("1", "33.33")], {
        at: day("01-20"),
        refunds: [refund("r", day("01-20"), "11.11")],
      }),
    ],
    expect: { m1: { available: 33, debt: 0 } },
  },
  {
    title: "a condition that held is not judged anew after a refund",
    program: program({ rules: [{ id: "o", kind: "order", points: 50, order: { minSubtotal: "20.00" } }] }),
    events: [
      order("1", day("01-05"), [line("1", "10.00"), line("2", "10.00")]),
      order("1", day("01-05"), [line("1", "10.00"), line("2", "10.00")], {
        at: day("01-20"),
        refunds: [refund("r", day("01-20"), "10.00", [{ line: "1", quantity: 1, amount: "10.00" }])],
      }),
    ],
    expect: { m1: { available: 25, debt: 0 } },
  },
  {
    title: "an amount is given back with its tax, also where tax does not earn",
    program: program({ basis: { tax: "exclude" } }),
    events: [
      order("1", day("01-05"), [line("1", "119.00", { tax: "19.00" })]),
      order("1", day("01-05"), [line("1", "119.00", { tax: "19.00" })], {
        at: day("01-20"),
        refunds: [refund("r", day("01-20"), "59.50")],
      }),
    ],
    expect: { m1: { available: 50, debt: 0 } },
  },
];
