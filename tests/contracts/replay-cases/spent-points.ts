import { adjust, day, fiveOff, line, order, program, redeem, refund, type ReplayCase } from "./case.ts";

/** Points spent on orders that come back. */
export const spentPointsCases: readonly ReplayCase[] = [
  {
    title: "a cancelled order gives the spent points back",
    program: program({}, { refunds: { spentPoints: "proportional" }, rewards: [fiveOff] }),
    events: [
      adjust(day("01-01"), 1000),
      redeem(day("01-02"), "five-off", "CODE1"),
      order("1", day("01-05"), [line("1", "10.00"), line("2", "10.00")], {
        orderDiscount: "5.00",
        discountCodes: ["code1"],
      }),
      order("1", day("01-05"), [line("1", "10.00"), line("2", "10.00")], {
        at: day("01-06"),
        orderDiscount: "5.00",
        discountCodes: ["CODE1"],
        cancelledAt: day("01-06"),
      }),
    ],
    expect: { m1: { available: 1000 } },
  },
  {
    title: "and spends them again when it is un-cancelled",
    program: program({}, { rewards: [fiveOff] }),
    events: [
      adjust(day("01-01"), 500),
      redeem(day("01-02"), "five-off", "C"),
      order("1", day("01-05"), [line("1", "50.00")], { discountCodes: ["C"], orderDiscount: "5.00" }),
      order("1", day("01-05"), [line("1", "50.00")], {
        at: day("01-06"),
        discountCodes: ["C"],
        orderDiscount: "5.00",
        cancelledAt: day("01-06"),
      }),
      order("1", day("01-05"), [line("1", "50.00")], {
        at: day("01-07"),
        discountCodes: ["C"],
        orderDiscount: "5.00",
      }),
    ],
    expect: { m1: { available: 45, spent: 500, earned: 545 } },
  },
  {
    title: "a third of 100 spent points comes back as 33",
    program: program({}, { rewards: [{ id: "r", kind: "freeShipping", cost: 100 }] }),
    events: [
      adjust(day("01-01"), 100),
      redeem(day("01-02"), "r", "C"),
      order("1", day("01-05"), [line("1", "10.00", { quantity: 3 })], { discountCodes: ["C"] }),
      order("1", day("01-05"), [line("1", "10.00", { quantity: 3 })], {
        at: day("01-06"),
        discountCodes: ["C"],
        refunds: [refund("r", day("01-06"), "10.00", [{ line: "1", quantity: 1 }])],
      }),
    ],
    expect: { m1: { available: 53, spent: 67 } },
  },
  {
    title: "a refund of shipping alone brings no spent points",
    program: program({}, { rewards: [{ id: "r", kind: "freeShipping", cost: 100 }] }),
    events: [
      adjust(day("01-01"), 100),
      redeem(day("01-02"), "r", "C"),
      order("1", day("01-05"), [line("1", "30.00")], { discountCodes: ["C"], shipping: "5.00" }),
      order("1", day("01-05"), [line("1", "30.00")], {
        at: day("01-06"),
        discountCodes: ["C"],
        shipping: "5.00",
        refunds: [refund("r", day("01-06"), "5.00", [], "5.00")],
      }),
    ],
    expect: { m1: { available: 30, spent: 100 } },
  },
  {
    title: "a free product's points stay spent while the product is kept",
    program: program({}, { rewards: [{ id: "mug", kind: "freeProduct", products: ["p2"], cost: 100 }] }),
    events: [
      adjust(day("01-01"), 100),
      redeem(day("01-02"), "mug", "C"),
      order("1", day("01-05"), [line("1", "30.00"), line("2", "10.00", { discount: "10.00" })], {
        discountCodes: ["C"],
      }),
      order("1", day("01-05"), [line("1", "30.00"), line("2", "10.00", { discount: "10.00" })], {
        at: day("01-06"),
        discountCodes: ["C"],
        refunds: [refund("r", day("01-06"), "30.00", [{ line: "1", quantity: 1 }])],
      }),
    ],
    expect: { m1: { available: 0, spent: 100 } },
  },
  {
    title: "and come back with it",
    program: program({}, { rewards: [{ id: "mug", kind: "freeProduct", products: ["p2"], cost: 100 }] }),
    events: [
      adjust(day("01-01"), 100),
      redeem(day("01-02"), "mug", "C"),
      order("1", day("01-05"), [line("1", "30.00"), line("2", "10.00", { discount: "10.00" })], {
        discountCodes: ["C"],
      }),
      order("1", day("01-05"), [line("1", "30.00"), line("2", "10.00", { discount: "10.00" })], {
        at: day("01-06"),
        discountCodes: ["C"],
        refunds: [refund("r", day("01-06"), "0.00", [{ line: "2", quantity: 1 }])],
      }),
    ],
    expect: { m1: { available: 130, spent: 0 } },
  },
  {
    title: "spent points go back to the lots they came from, latest expiry first",
    program: program({}, { expiry: { kind: "perLot", months: 2 }, rewards: [fiveOff] }),
    events: [
      adjust(day("01-05"), 300),
      adjust(day("01-15"), 300),
      redeem(day("01-20"), "five-off", "C"),
      order("1", day("01-21"), [line("1", "20.00")], { discountCodes: ["C"], orderDiscount: "5.00" }),
      order("1", day("01-21"), [line("1", "20.00")], {
        at: day("01-22"),
        discountCodes: ["C"],
        orderDiscount: "5.00",
        refunds: [refund("r", day("01-22"), "7.50")],
      }),
    ],
    expect: {
      m1: { available: 357, lots: [{ points: 300, remaining: 50 }, { remaining: 300 }, { remaining: 7 }] },
    },
  },
  {
    // 50 of the 80 are still there when the lapsed code brings back 30 and 40 are owed.
    title: "points that come back pay what is owed, and nothing else of the lot they come back to",
    program: program(
      {},
      { expiry: { kind: "perLot", months: 1 }, rewards: [{ ...fiveOff, cost: 30, validDays: 5 }] },
    ),
    events: [
      order("1", day("01-05"), [line("1", "40.00")]),
      order("2", day("02-10"), [line("1", "80.00")]),
      redeem(day("02-11"), "five-off", "C"),
      order("1", day("01-05"), [line("1", "40.00")], { at: day("02-12"), cancelledAt: day("02-12") }),
    ],
    at: day("02-20"),
    expect: { m1: { available: 50, debt: 10, earned: 80, spent: 0, expired: 40 } },
  },
  {
    title: "of two codes in one order each comes back by the same share",
    program: program({}, { rewards: [fiveOff, { id: "s", kind: "freeShipping", cost: 100 }] }),
    events: [
      adjust(day("01-01"), 600),
      redeem(day("01-02"), "five-off", "C"),
      redeem(day("01-02"), "s", "S"),
      order("1", day("01-05"), [line("1", "25.00")], { discountCodes: ["C", "S"], orderDiscount: "5.00" }),
      order("1", day("01-05"), [line("1", "25.00")], {
        at: day("01-06"),
        discountCodes: ["C", "S"],
        orderDiscount: "5.00",
        refunds: [refund("r", day("01-06"), "10.00")],
      }),
    ],
    expect: { m1: { available: 310, spent: 300 } },
  },
  {
    title: "a code given away and used is used",
    program: program({}, { rewards: [fiveOff] }),
    events: [
      adjust(day("01-01"), 500),
      redeem(day("01-02"), "five-off", "C"),
      order("1", day("01-05"), [line("1", "25.00")], {
        member: { id: "m2" },
        discountCodes: ["C"],
        orderDiscount: "5.00",
      }),
    ],
    expect: { m1: { available: 0, spent: 500, codes: [{ state: "used" }] }, m2: { available: 20 } },
  },
  {
    title: "a second order with a used code changes nothing",
    program: program({}, { rewards: [fiveOff] }),
    events: [
      adjust(day("01-01"), 10000),
      redeem(day("01-05"), "five-off", "A"),
      order("1", day("01-06"), [line("1", "30.00")], { discountCodes: ["A"] }),
      order("2", day("01-07"), [line("1", "30.00")], { discountCodes: ["A"] }),
      order("2", day("01-07"), [line("1", "30.00")], {
        at: day("01-08"),
        discountCodes: ["A"],
        cancelledAt: day("01-08"),
      }),
    ],
    expect: { m1: { available: 9530, spent: 500, codes: [{ state: "used" }] } },
  },
  {
    title: "a used code does not lapse",
    program: program({}, { rewards: [{ ...fiveOff, validDays: 1 }] }),
    events: [
      adjust(day("01-01"), 10000),
      redeem(day("01-05"), "five-off", "A"),
      order("1", day("01-06"), [line("1", "30.00")], { discountCodes: ["A"] }),
    ],
    at: day("03-01"),
    expect: { m1: { spent: 500, codes: [{ state: "used" }] } },
  },
];
