import {
  adjust,
  day,
  fiveOff,
  level,
  line,
  onePerEuro,
  order,
  program,
  redeem,
  type ReplayCase,
} from "./case.ts";

/** What of an order earns, to the cent. */
export const basisCases: readonly ReplayCase[] = [
  {
    title: "tax excluded: of a discounted line the tax of what is left is taken off",
    program: program({ basis: { tax: "exclude" } }),
    events: [order("1", day("01-05"), [line("1", "119.00", { discount: "11.90", tax: "17.10" })])],
    expect: { m1: { available: 90 } },
  },
  {
    title: "an order discount of 1.00 over 1.00, 2.00 and 3.00 takes 17, 33 and 50: the first keeps 0.83",
    program: program({
      rules: [{ id: "spend", kind: "spend", points: 100, per: "1.00", lines: { products: ["p1"] } }],
    }),
    events: [
      order("1", day("01-05"), [line("1", "1.00"), line("2", "2.00"), line("3", "3.00")], {
        orderDiscount: "1.00",
      }),
    ],
    expect: { m1: { available: 83 } },
  },
  {
    title: "and the second keeps 1.67",
    program: program({
      rules: [{ id: "spend", kind: "spend", points: 100, per: "1.00", lines: { products: ["p2"] } }],
    }),
    events: [
      order("1", day("01-05"), [line("1", "1.00"), line("2", "2.00"), line("3", "3.00")], {
        orderDiscount: "1.00",
      }),
    ],
    expect: { m1: { available: 167 } },
  },
  {
    title: "an order discount falls on gift cards as on other lines, in proportion",
    program: program({ rules: [{ id: "spend", kind: "spend", points: 100, per: "1.00" }] }),
    events: [
      order("1", day("01-05"), [line("1", "10.00"), line("2", "10.00", { giftCard: true })], {
        orderDiscount: "5.00",
      }),
    ],
    expect: { m1: { available: 750 } },
  },
  {
    title: "shipping that earns does so without tax where tax is excluded",
    program: program({
      rules: [{ id: "spend", kind: "spend", points: 100, per: "1.00" }],
      basis: { tax: "exclude", shipping: true },
    }),
    events: [
      order("1", day("01-05"), [line("1", "11.90", { tax: "1.90" })], {
        shipping: "4.90",
        shippingTax: "0.78",
      }),
    ],
    expect: { m1: { available: 1412 } },
  },
  {
    title: "whenBought: the share paid by gift card is that of the whole order, shipping included",
    program: program({ basis: { giftCards: "whenBought" } }),
    events: [order("1", day("01-05"), [line("1", "50.00")], { shipping: "10.00", paidByGiftCard: "30.00" })],
    expect: { m1: { available: 25 } },
  },
  {
    title: "a gift card bought is no unit of an item rule",
    program: program({ rules: [{ id: "i", kind: "item", points: 25 }] }),
    events: [order("1", day("01-05"), [line("1", "50.00", { giftCard: true })])],
    expect: { m1: { available: 0 } },
  },
  {
    title: "an order earns when it is paid, not when it is placed",
    program: program({}),
    events: [
      order("1", day("01-05"), [line("1", "50.00")], { paidAt: null }),
      order("1", day("01-06"), [line("1", "50.00")]),
    ],
    expect: {
      m1: {
        available: 50,
        lots: [{ points: 50, remaining: 50, availableAt: day("01-06"), expiresAt: null, cause: "order:1" }],
      },
    },
  },
  {
    title: "an order that is cancelled when it is first seen earns nothing",
    program: program({}),
    events: [order("1", day("01-05"), [line("1", "50.00")], { cancelledAt: day("01-05") })],
    expect: { m1: { available: 0 } },
  },
  {
    title: "an exclusion by tag lasts as long as the tag",
    program: program({ exclude: { customerTags: ["Staff"] } }),
    events: [
      order("1", day("01-05"), [line("1", "50.00")], { member: { id: "m1", tags: ["STAFF"] } }),
      order("2", day("01-06"), [line("1", "20.00")], { member: { id: "m1", tags: [] } }),
    ],
    expect: { m1: { available: 20 } },
  },
  {
    title: "3 points per 7.00 are exact: 100.00 earns 42",
    program: program({ rules: [{ id: "spend", kind: "spend", points: 3, per: "7.00" }] }),
    events: [order("1", day("01-05"), [line("1", "100.00")])],
    expect: { m1: { available: 42 } },
  },
  {
    title: "a factor of 1.15 is exact: 100.00 earns 115",
    program: program({ campaigns: [{ id: "c", factor: 1.15 }] }),
    events: [order("1", day("01-05"), [line("1", "100.00")])],
    expect: { m1: { available: 115 } },
  },
  {
    title: "a factor may have four decimals: 99.99 earns 133",
    program: program({ campaigns: [{ id: "c", factor: 1.3333 }] }),
    events: [order("1", day("01-05"), [line("1", "99.99")])],
    expect: { m1: { available: 133 } },
  },
  {
    title: "base and bonus rules share one floor: 1.5 and 0.5 are 2",
    program: program({
      rules: [onePerEuro, { id: "b", kind: "spend", stack: "bonus", points: 1, per: "3.00" }],
    }),
    events: [order("1", day("01-05"), [line("1", "1.50")])],
    expect: { m1: { available: 2 } },
  },
  {
    title: "what a points reward paid of a price does not earn",
    program: program({}, { rewards: [fiveOff] }),
    events: [
      adjust(day("01-01"), 500),
      redeem(day("01-05"), "five-off", "A"),
      order("1", day("01-06"), [line("1", "30.00")], { discountCodes: ["A"], orderDiscount: "5.00" }),
    ],
    expect: { m1: { available: 25 } },
  },
  {
    title: "a currency without decimals counts whole units",
    program: program(
      { rules: [{ id: "s", kind: "spend", points: 1, per: "100" }] },
      { currency: "JPY", timezone: "Asia/Tokyo", tiers: { metric: "spend", levels: [level("s", "1000")] } },
    ),
    events: [
      order("1", "2026-01-05T10:00:00+09:00", [line("1", "550"), line("2", "250")], {
        currency: "JPY",
        orderDiscount: "1",
      }),
    ],
    expect: {
      m1: {
        available: 7,
        qualifying: "799",
        next: { tier: "s", missing: "201" },
        lots: [{ availableAt: "2026-01-05T10:00:00+09:00" }],
      },
    },
  },
  {
    title: "and shares a discount by whole units",
    program: program(
      { rules: [{ id: "s", kind: "spend", points: 1, per: "1", lines: { products: ["p1"] } }] },
      { currency: "JPY", timezone: "Asia/Tokyo", tiers: { metric: "spend", levels: [level("s", "1000")] } },
    ),
    events: [
      order("1", "2026-01-05T10:00:00+09:00", [line("1", "10"), line("2", "10"), line("3", "10")], {
        currency: "JPY",
        orderDiscount: "10",
      }),
    ],
    expect: { m1: { available: 6 } },
  },
  {
    title: "a currency of three decimals counts thousandths",
    program: program(
      { rules: [{ id: "s", kind: "spend", points: 1, per: "0.100" }] },
      { currency: "KWD", timezone: "Asia/Kuwait" },
    ),
    events: [order("1", "2026-01-05T10:00:00+03:00", [line("1", "1.250")], { currency: "KWD" })],
    expect: { m1: { available: 12, qualifying: "1.250" } },
  },
  {
    title: "amounts and rates beyond 2^53 are multiplied exactly",
    program: program({ rules: [{ id: "spend", kind: "spend", points: 3, per: "7.00" }] }),
    events: [order("1", day("01-05"), [line("1", "70000000000000.00")])],
    expect: { m1: { available: 30000000000000 } },
  },
  {
    title: "an order whose sum no number holds exactly is refused",
    program: program({}),
    events: [
      order("1", day("01-05"), [line("1", "90071992547409.91"), line("2", "90071992547409.91")]),
      order("2", day("01-06"), [line("1", "10.00")]),
    ],
    expect: { m1: { available: 10 } },
    rejected: [{ line: 1 }],
  },
];
