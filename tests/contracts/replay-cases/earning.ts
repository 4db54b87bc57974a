import { onePerEuro, program, line, order, activity, day, type ReplayCase } from "./case.ts";

export const earningCases: readonly ReplayCase[] = [
  {
    title: "49.95 at 1 per 1.00 earns 49",
    program: program({}),
    events: [order("1", day("01-05"), [line("1", "49.95")])],
    expect: { m1: { available: 49, earned: 49, pending: 0, debt: 0 } },
  },
  {
    title: "an item of 50.00 with 10.00 off earns 40",
    program: program({}),
    events: [order("1", day("01-05"), [line("1", "50.00", { discount: "10.00" })])],
    expect: { m1: { available: 40 } },
  },
  {
    title: "the same order delivered three times earns once",
    program: program({}),
    events: [1, 2, 3].map((n) =>
      order("1", day("01-05"), [line("1", "30.00")], { at: day(`01-0${String(5 + n)}`) }),
    ),
    expect: { m1: { available: 30, earned: 30 } },
  },
  {
    title: "one floor per order, not per line",
    program: program({}),
    events: [order("1", day("01-05"), [line("1", "0.60"), line("2", "0.60")])],
    expect: { m1: { available: 1 } },
  },
  {
    title: "a base rule of higher priority replaces the lower, a bonus rule adds",
    program: program({
      rules: [
        onePerEuro,
        { id: "coffee", kind: "spend", priority: 5, points: 3, per: "1.00", lines: { tags: ["coffee"] } },
        { id: "new", kind: "spend", stack: "bonus", points: 1, per: "1.00", lines: { tags: ["new"] } },
      ],
    }),
    events: [
      order("1", day("01-05"), [
        line("1", "10.00", { tags: ["coffee", "new"] }),
        line("2", "10.00", { tags: ["tea"] }),
      ]),
    ],
    expect: { m1: { available: 50 } },
  },
  {
    title: "stepped rules count only each full step of the matching lines together",
    program: program({ rules: [{ id: "s", kind: "spend", points: 10, per: "50.00", step: true }] }),
    events: [order("1", day("01-05"), [line("1", "70.00"), line("2", "60.00")])],
    expect: { m1: { available: 20 } },
  },
  {
    title: "item rules give per unit, order rules once",
    program: program({
      rules: [
        { id: "mug", kind: "item", points: 25, lines: { products: ["p1"] } },
        { id: "first", kind: "order", points: 50, order: { first: true, minSubtotal: "20.00" } },
      ],
    }),
    events: [
      order("1", day("01-05"), [line("1", "10.00", { quantity: 2 })]),
      order("2", day("01-06"), [line("1", "10.00", { quantity: 2 })]),
    ],
    expect: { m1: { available: 150 } },
  },
  {
    title: "tax excluded: a tax-inclusive price earns on the price without tax",
    program: program({ basis: { tax: "exclude" } }),
    events: [order("1", day("01-05"), [line("1", "119.00", { tax: "19.00" })])],
    expect: { m1: { available: 100 } },
  },
  {
    title: "tax included: a net-price shop earns on what the shopper pays",
    program: program({ basis: { tax: "include" } }),
    events: [order("1", day("01-05"), [line("1", "100.00", { tax: "19.00" })], { taxesIncluded: false })],
    expect: { m1: { available: 119 } },
  },
  {
    title: "gift cards bought do not earn, money paid by gift card does",
    program: program({}),
    events: [
      order("1", day("01-05"), [line("1", "50.00"), line("2", "25.00", { giftCard: true })], {
        paidByGiftCard: "20.00",
      }),
    ],
    expect: { m1: { available: 50 } },
  },
  {
    title: "whenBought: gift cards bought earn, the share paid by gift card does not",
    program: program({ basis: { giftCards: "whenBought" } }),
    events: [
      order("1", day("01-05"), [line("1", "50.00"), line("2", "50.00", { giftCard: true })], {
        paidByGiftCard: "25.00",
      }),
    ],
    expect: { m1: { available: 75 } },
  },
  {
    title: "order discount is allocated by largest remainder and lowers the basis",
    program: program({ rules: [{ ...onePerEuro, lines: { products: ["p1"] }, points: 100 }] }),
    events: [
      order("1", day("01-05"), [line("1", "10.00"), line("2", "10.00"), line("3", "10.00")], {
        orderDiscount: "10.00",
      }),
    ],
    expect: { m1: { available: 666 } },
  },
  {
    title: "shipping earns when it is switched on",
    program: program({ basis: { shipping: true } }),
    events: [order("1", day("01-05"), [line("1", "10.00")], { shipping: "4.90" })],
    expect: { m1: { available: 14 } },
  },
  {
    title: "activities keep their daily limit, in the program's time zone, and their keys",
    program: program({
      rules: [
        { id: "click", kind: "activity", activity: "link_click", points: 5, limit: { count: 2, per: "day" } },
        { id: "mail", kind: "activity", activity: "survey", points: 30 },
      ],
    }),
    events: [
      activity("2026-01-05T22:30:00+00:00", "link_click"),
      activity("2026-01-05T22:40:00+00:00", "link_click"),
      activity("2026-01-05T22:50:00+00:00", "link_click"),
      activity("2026-01-05T23:10:00+00:00", "link_click"),
      activity("2026-01-06T10:00:00+00:00", "survey", "s1"),
      activity("2026-01-06T11:00:00+00:00", "survey", "s1"),
      activity("2026-01-06T11:30:00+00:00", "unknown"),
    ],
    expect: { m1: { available: 45 } },
  },
  {
    title: "a negative activity takes no more than is available",
    program: program({
      rules: [
        { id: "click", kind: "activity", activity: "link_click", points: 5 },
        { id: "unsub", kind: "activity", activity: "newsletter_unsubscribed", points: -20 },
      ],
    }),
    events: [
      activity(day("01-05"), "link_click"),
      activity(day("01-06"), "newsletter_unsubscribed"),
      activity(day("01-07"), "link_click"),
    ],
    expect: { m1: { available: 5, debt: 0, earned: 5 } },
  },
  {
    title: "a monthly cap gives what is left of it, over all rules",
    program: program({
      rules: [onePerEuro, { id: "click", kind: "activity", activity: "link_click", points: 5 }],
      caps: [{ points: 100, per: "month" }],
    }),
    events: [
      order("1", day("01-05"), [line("1", "97.00")]),
      activity(day("01-06"), "link_click"),
      order("2", day("01-07"), [line("1", "10.00")]),
      order("3", day("02-07"), [line("1", "10.00")]),
    ],
    expect: { m1: { available: 110 } },
  },
  {
    title: "an order of another currency, a line twice and a discount above the price are rejected",
    program: program({}),
    events: [
      order("1", day("01-05"), [line("1", "10.00")], { currency: "USD" }),
      order("2", day("01-05"), [line("1", "10.00"), line("1", "10.00")]),
      order("3", day("01-05"), [line("1", "10.00", { discount: "11.00" })]),
      order("4", day("01-05"), [line("1", "10.00")]),
    ],
    expect: { m1: { available: 10 } },
    rejected: [{ line: 1 }, { line: 2 }, { line: 3 }],
  },
  {
    title: "excluded by tag in any case, or by e-mail domain, nothing is earned",
    program: program({ exclude: { customerTags: ["Staff"], emailDomains: ["example.com"] } }),
    events: [
      { at: day("01-01"), type: "join", member: { id: "m2", email: "b@example.org", tags: ["STAFF"] } },
      order("1", day("01-05"), [line("1", "10.00")]),
      order("2", day("01-05"), [line("1", "10.00")], { member: { id: "m2", email: "b@example.org" } }),
      order("3", day("01-05"), [line("1", "10.00")], { member: { id: "m3", email: "c@example.net" } }),
    ],
    expect: { m1: { available: 0 }, m2: { available: 0 }, m3: { available: 10 } },
  },
  {
    title: "a guest's points are the member's when the address joins",
    program: program({}),
    events: [
      order("1", day("01-05"), [line("1", "40.00")], { member: { id: null, email: " A@Example.com " } }),
      { at: day("01-06"), type: "join", member: { id: "m1", email: "a@example.com" } },
    ],
    expect: { m1: { available: 40, earned: 40 } },
  },
];
