import {
  adjust,
  day,
  line,
  order,
  program,
  publish,
  redeem,
  refund,
  threeLevels,
  type ReplayCase,
} from "./case.ts";

/** When points come and go. */
export const expiryCases: readonly ReplayCase[] = [
  {
    title: "maturity keeps the time of day when the clocks change",
    program: program({ maturity: { kind: "afterPaid", days: 14 } }),
    events: [order("1", day("03-20"), [line("1", "20.00")])],
    expect: { m1: { available: 0, lots: [{ availableAt: day("04-03") }] } },
  },
  {
    title: "without fulfilment the release is not known",
    program: program({ maturity: { kind: "afterFulfilled", days: 14 } }),
    events: [order("1", day("01-05"), [line("1", "20.00")])],
    at: day("06-01"),
    expect: { m1: { available: 0, pending: 20, lots: [{ availableAt: null, expiresAt: null }] } },
  },
  {
    title: "with it, n days later",
    program: program({ maturity: { kind: "afterFulfilled", days: 14 } }),
    events: [
      order("1", day("01-05"), [line("1", "20.00")]),
      order("1", day("01-05"), [line("1", "20.00")], { at: day("01-10"), fulfilledAt: day("01-10") }),
    ],
    at: day("01-24"),
    expect: { m1: { available: 20 } },
  },
  {
    title: "an order that comes after its release is available at once, from its release",
    program: program({ maturity: { kind: "afterPaid", days: 14 } }),
    events: [order("1", day("01-05"), [line("1", "20.00")], { at: day("02-05") })],
    expect: { m1: { available: 20, lots: [{ availableAt: day("01-19") }] } },
  },
  {
    title: "pending points pay no debt before they mature",
    program: program(
      { maturity: { kind: "afterPaid", days: 14 } },
      { rewards: [{ id: "five-off", kind: "amountOff", value: "5.00", cost: 20 }] },
    ),
    events: [
      order("1", day("01-05"), [line("1", "20.00")]),
      redeem(day("01-20"), "five-off", "X"),
      order("1", day("01-05"), [line("1", "20.00")], {
        at: day("01-21"),
        refunds: [refund("r", day("01-21"), "20.00")],
      }),
      order("2", day("01-22"), [line("1", "30.00")]),
    ],
    expect: { m1: { available: 0, pending: 30, debt: 20, earned: 30, spent: 20 } },
  },
  {
    title: "and pay it when they do",
    program: program(
      { maturity: { kind: "afterPaid", days: 14 } },
      { rewards: [{ id: "five-off", kind: "amountOff", value: "5.00", cost: 20 }] },
    ),
    events: [
      order("1", day("01-05"), [line("1", "20.00")]),
      redeem(day("01-20"), "five-off", "X"),
      order("1", day("01-05"), [line("1", "20.00")], {
        at: day("01-21"),
        refunds: [refund("r", day("01-21"), "20.00")],
      }),
      order("2", day("01-22"), [line("1", "30.00")]),
    ],
    at: day("03-01"),
    expect: { m1: { available: 10, pending: 0, debt: 0 } },
  },
  {
    title: "months count from when the points became available",
    program: program(
      { maturity: { kind: "afterPaid", days: 14 } },
      { expiry: { kind: "perLot", months: 1 } },
    ),
    events: [order("1", day("01-05"), [line("1", "10.00")])],
    expect: { m1: { available: 0, pending: 10, lots: [{ expiresAt: day("02-20", "00:00:00") }] } },
  },
  {
    title: "to the end of the month",
    program: program({}, { expiry: { kind: "perLot", months: 12, toMonthEnd: true } }),
    events: [order("1", day("01-05"), [line("1", "10.00")])],
    expect: { m1: { available: 10, lots: [{ expiresAt: "2027-02-01T00:00:00+01:00" }] } },
  },
  {
    title: "to the end of the month from 31 January by one month is the end of February",
    program: program({}, { expiry: { kind: "perLot", months: 1, toMonthEnd: true } }),
    events: [order("1", day("01-31"), [line("1", "10.00")])],
    expect: { m1: { lots: [{ expiresAt: day("03-01", "00:00:00") }] } },
  },
  {
    title: "31 January and one month is 29 February in a leap year",
    program: program({}, { expiry: { kind: "perLot", months: 1 } }),
    events: [order("1", "2028-01-31T10:00:00+01:00", [line("1", "10.00")])],
    expect: { m1: { lots: [{ expiresAt: "2028-03-01T00:00:00+01:00" }] } },
  },
  {
    title: "a fixed date spares lots younger than its days: 90 days are old enough, 89 are not",
    program: program({}, { expiry: { kind: "fixedDate", month: 12, day: 31, minAgeDays: 90 } }),
    events: [order("1", day("10-02"), [line("1", "10.00")]), order("2", day("10-03"), [line("1", "20.00")])],
    expect: {
      m1: { lots: [{ expiresAt: "2027-01-01T00:00:00+01:00" }, { expiresAt: "2028-01-01T00:00:00+01:00" }] },
    },
  },
  {
    title: "a redemption keeps the whole balance",
    program: program(
      {},
      { expiry: { kind: "inactivity", months: 3 }, rewards: [{ id: "r", kind: "freeShipping", cost: 5 }] },
    ),
    events: [order("1", day("01-05"), [line("1", "10.00")]), redeem(day("03-31"), "r", "C")],
    at: day("06-29"),
    expect: { m1: { available: 5, lots: [{ expiresAt: day("07-01", "00:00:00") }] } },
  },
  {
    title: "30 November and three months is the end of February",
    program: program({}, { expiry: { kind: "inactivity", months: 3 } }),
    events: [order("1", day("11-30"), [line("1", "10.00")])],
    expect: { m1: { lots: [{ expiresAt: "2027-03-01T00:00:00+01:00" }] } },
  },
  {
    title: "an order keeps the whole balance",
    program: program({}, { expiry: { kind: "inactivity", months: 3 } }),
    events: [order("1", day("01-05"), [line("1", "10.00")]), order("2", day("04-01"), [line("1", "20.00")])],
    at: day("05-01"),
    expect: {
      m1: {
        available: 30,
        lots: [{ expiresAt: day("07-02", "00:00:00") }, { expiresAt: day("07-02", "00:00:00") }],
      },
    },
  },
  {
    title: "expiry switched on gives lots that are there a full period from the switch",
    program: program({}),
    events: [
      order("1", day("01-05"), [line("1", "10.00")]),
      publish(day("06-10"), program({}, { expiry: { kind: "perLot", months: 12 } })),
      order("2", day("06-20"), [line("1", "20.00")]),
    ],
    expect: {
      m1: {
        available: 30,
        lots: [{ expiresAt: "2027-06-11T00:00:00+02:00" }, { expiresAt: "2027-06-21T00:00:00+02:00" }],
      },
    },
  },
  {
    title: "expiry shortened leaves lots that are there their end",
    program: program({}, { expiry: { kind: "perLot", months: 24 } }),
    events: [
      order("1", day("01-05"), [line("1", "10.00")]),
      publish(day("06-10"), program({}, { expiry: { kind: "perLot", months: 12 } })),
      order("2", day("06-20"), [line("1", "20.00")]),
    ],
    expect: {
      m1: {
        available: 30,
        lots: [{ expiresAt: "2027-06-21T00:00:00+02:00" }, { expiresAt: "2028-01-06T00:00:00+01:00" }],
      },
    },
  },
  {
    title: "expiry switched off is for all lots",
    program: program({}, { expiry: { kind: "perLot", months: 2 } }),
    events: [order("1", day("01-05"), [line("1", "10.00")]), publish(day("01-10"), program({}))],
    at: "2028-01-05T10:00:00+01:00",
    expect: { m1: { available: 10 } },
  },
  {
    title: "what is taken by hand is taken from what lapses soonest",
    program: program({}, { expiry: { kind: "perLot", months: 2 } }),
    events: [adjust(day("01-05"), 10), adjust(day("01-15"), 20), adjust(day("01-16"), -15)],
    expect: { m1: { available: 15, lots: [{ points: 20, remaining: 15 }] } },
  },
  {
    title: "a day ends with the next day's first instant also where midnight is skipped",
    program: program({}, { timezone: "Africa/Cairo", expiry: { kind: "perLot", months: 1 } }),
    events: [order("1", "2026-03-23T10:00:00+02:00", [line("1", "10.00")])],
    expect: { m1: { lots: [{ expiresAt: "2026-04-24T01:00:00+03:00" }] } },
  },
  {
    title: "a guest who is claimed brings points, expiry and tier along",
    program: program({}, { tiers: threeLevels(), expiry: { kind: "perLot", months: 1 } }),
    events: [
      order("1", day("01-05"), [line("1", "200.00")], { member: { email: "a@example.com" } }),
      { at: day("01-06"), type: "join", member: { id: "m1", email: "a@example.com" } },
    ],
    expect: {
      m1: {
        available: 200,
        tier: "s",
        tierSince: day("01-05"),
        lots: [{ points: 200, cause: "order:1", expiresAt: day("02-06", "00:00:00") }],
      },
    },
  },
];
