import {
  activity,
  day,
  fiveOff,
  level,
  line,
  order,
  program,
  refund,
  threeLevels,
  type ReplayCase,
} from "./case.ts";

/** Levels: up, until when, and down. */
export const levelsCases: readonly ReplayCase[] = [
  {
    title: "a cent below the threshold is below it, and is what is missing",
    program: program({}, { tiers: threeLevels() }),
    events: [order("1", day("01-05"), [line("1", "199.99")])],
    expect: { m1: { available: 199, tier: "b", next: { tier: "s", missing: "0.01" } } },
  },
  {
    title: "what qualifies is the net basis",
    program: program({ basis: { tax: "exclude" } }, { tiers: threeLevels() }),
    events: [order("1", day("01-05"), [line("1", "238.00", { tax: "38.00" })])],
    expect: { m1: { available: 200, tier: "s", qualifying: "200.00" } },
  },
  {
    title: "rolling: valid for n months, to the end of the day",
    program: program({}, { tiers: threeLevels({ window: { kind: "rolling", months: 12 } }) }),
    events: [order("1", day("01-05"), [line("1", "200.00")])],
    expect: { m1: { available: 200, tier: "s", tierUntil: "2027-01-06T00:00:00+01:00" } },
  },
  {
    title: "calendar year: valid to the end of the next year",
    program: program({}, { tiers: threeLevels({ window: { kind: "calendarYear" } }) }),
    events: [order("1", day("03-05"), [line("1", "200.00")])],
    expect: { m1: { available: 200, tier: "s", tierUntil: "2028-01-01T00:00:00+01:00" } },
  },
  {
    title: "calendar year: the years are the program's own, and counted apart",
    program: program({}, { tiers: threeLevels({ window: { kind: "calendarYear" } }) }),
    events: [
      order("1", day("12-31", "23:59:59"), [line("1", "150.00")]),
      order("2", "2027-01-01T00:00:00+01:00", [line("1", "150.00")]),
    ],
    expect: { m1: { available: 300, tier: "b", qualifying: "150.00" } },
  },
  {
    title: "at the end of its validity a level lasts as long as the grace",
    program: program({}, { tiers: threeLevels({ graceDays: 30, window: { kind: "rolling", months: 12 } }) }),
    events: [order("1", day("01-05"), [line("1", "1000.00")])],
    at: "2027-02-04T23:59:59+01:00",
    expect: { m1: { tier: "g", tierUntil: "2027-02-05T00:00:00+01:00", qualifying: "0.00" } },
  },
  {
    title: "and then falls to what the metric reaches, at that instant",
    program: program({}, { tiers: threeLevels({ graceDays: 30, window: { kind: "rolling", months: 12 } }) }),
    events: [order("1", day("01-05"), [line("1", "1000.00")])],
    at: "2027-02-05T00:00:00+01:00",
    expect: { m1: { tier: "b", tierSince: "2027-02-05T00:00:00+01:00" } },
  },
  {
    title: "or by one step",
    program: program(
      {},
      {
        tiers: threeLevels({ graceDays: 30, downgrade: "oneStep", window: { kind: "rolling", months: 12 } }),
      },
    ),
    events: [order("1", day("01-05"), [line("1", "1000.00")])],
    at: "2027-02-06T10:00:00+01:00",
    expect: { m1: { tier: "s" } },
  },
  {
    title: "entry points are given once, also after a fall and another rise",
    program: program(
      {},
      {
        tiers: {
          metric: "spend",
          graceDays: 0,
          window: { kind: "rolling", months: 1 },
          levels: [level("b", "0"), level("s", "200.00", { entryPoints: 100 })],
        },
      },
    ),
    events: [
      order("1", day("01-05"), [line("1", "200.00")]),
      order("2", day("04-05"), [line("1", "200.00")]),
    ],
    expect: { m1: { available: 500, tier: "s" } },
  },
  {
    title: "an entry reward is a code that cost nothing",
    program: program(
      {},
      {
        tiers: {
          metric: "spend",
          levels: [level("b", "0"), level("s", "200.00", { entryRewards: ["five-off"] })],
        },
        rewards: [{ ...fiveOff, validDays: 10 }],
      },
    ),
    events: [order("1", day("01-05"), [line("1", "200.00")])],
    expect: {
      m1: {
        available: 200,
        spent: 0,
        codes: [{ reward: "five-off", points: 0, state: "issued", expiresAt: day("01-16", "00:00:00") }],
      },
    },
  },
  {
    title: "a refund below the threshold starts the grace: 30 days to the end of the day",
    program: program({}, { tiers: threeLevels({ graceDays: 30, window: { kind: "rolling", months: 12 } }) }),
    events: [
      order("1", day("01-05"), [line("1", "200.00")]),
      order("1", day("01-05"), [line("1", "200.00")], {
        at: day("02-01"),
        refunds: [refund("r", day("02-01"), "0.01")],
      }),
    ],
    expect: { m1: { available: 199, tier: "s", tierUntil: day("03-04", "00:00:00"), qualifying: "199.99" } },
  },
  {
    title: "reaching the threshold in the grace keeps the level, valid from then",
    program: program({}, { tiers: threeLevels({ graceDays: 30, window: { kind: "rolling", months: 12 } }) }),
    events: [
      order("1", day("01-05"), [line("1", "200.00")]),
      order("1", day("01-05"), [line("1", "200.00")], {
        at: day("02-01"),
        refunds: [refund("r", day("02-01"), "1.00")],
      }),
      order("2", day("02-10"), [line("1", "1.00")]),
    ],
    at: day("04-01"),
    expect: { m1: { tier: "s", tierUntil: "2027-02-11T00:00:00+01:00" } },
  },
  {
    title: "a cancelled order is no order towards a tier",
    program: program({}, { tiers: { metric: "orders", levels: [level("s", "3")] } }),
    events: [
      order("1", day("01-05"), [line("1", "1.00")]),
      order("2", day("01-06"), [line("1", "1.00")]),
      order("2", day("01-06"), [line("1", "1.00")], { at: day("01-07"), cancelledAt: day("01-07") }),
    ],
    expect: { m1: { available: 1, qualifying: "1", next: { tier: "s", missing: "2" } } },
  },
  {
    title: "points count towards tiers from their release, and the lift is dated there",
    program: program(
      { maturity: { kind: "afterPaid", days: 14 } },
      { tiers: { metric: "points", levels: [level("s", "20", { entryPoints: 100 })] } },
    ),
    events: [order("1", day("01-05"), [line("1", "20.00")])],
    at: day("01-20"),
    expect: { m1: { available: 120, tier: "s", tierSince: day("01-19"), qualifying: "20", next: null } },
  },
  {
    title: "a refund lowers the points that qualify",
    program: program(
      {},
      {
        tiers: {
          metric: "points",
          graceDays: 10,
          window: { kind: "rolling", months: 12 },
          levels: [level("s", "100")],
        },
      },
    ),
    events: [
      order("1", day("01-05"), [line("1", "100.00")]),
      order("1", day("01-05"), [line("1", "100.00")], {
        at: day("02-01"),
        refunds: [refund("r", day("02-01"), "50.00")],
      }),
    ],
    expect: {
      m1: { available: 50, tier: "s", qualifying: "50", tierUntil: day("02-12", "00:00:00"), next: null },
    },
  },
  {
    title: "points of activities qualify, negative ones lower it",
    program: program(
      {
        rules: [
          { id: "c", kind: "activity", activity: "x", points: 5 },
          { id: "n", kind: "activity", activity: "n", points: -3 },
        ],
      },
      { tiers: { metric: "points", levels: [level("s", "100")] } },
    ),
    events: [activity(day("01-05"), "x"), activity(day("01-05"), "n")],
    expect: { m1: { available: 2, qualifying: "2" } },
  },
];
