import {
  activity,
  adjust,
  day,
  level,
  line,
  onePerEuro,
  order,
  program,
  refund,
  threeLevels,
  type ReplayCase,
} from "./case.ts";

const tiers = (more: object = {}): object => ({
  tiers: {
    metric: "spend",
    window: { kind: "rolling", months: 12 },
    graceDays: 30,
    downgrade: "toJustified",
    levels: [
      { id: "bronze", name: "Bronze", from: "0", multiplier: 1 },
      { id: "silver", name: "Silver", from: "200.00", multiplier: 1.25, entryPoints: 100 },
      { id: "gold", name: "Gold", from: "1000.00", multiplier: 1.5 },
    ],
    ...more,
  },
});

export const tiersCases: readonly ReplayCase[] = [
  {
    title: "the order that lifts a member still earns at the tier before; entry points come once",
    program: program({}, tiers()),
    events: [
      order("1", day("01-05"), [line("1", "250.00")]),
      order("2", day("01-06"), [line("1", "100.00")]),
    ],
    expect: {
      m1: {
        available: 250 + 100 + 125,
        tier: "silver",
        qualifying: "350.00",
        next: { tier: "gold", missing: "650.00" },
      },
    },
  },
  {
    title: "several levels at once: lands on the highest, entry points of each",
    program: program({}, tiers()),
    events: [order("1", day("01-05"), [line("1", "1200.00")])],
    expect: { m1: { available: 1300, tier: "gold", next: null } },
  },
  {
    title: "a late order is judged by the tier of the instant it was paid",
    program: program(
      {},
      tiers({
        levels: [
          { id: "bronze", name: "B", from: "0" },
          { id: "silver", name: "S", from: "200.00", multiplier: 2 },
        ],
      }),
    ),
    events: [
      order("2", day("01-06"), [line("1", "250.00")]),
      order("1", day("01-05"), [line("1", "100.00")], { at: day("01-07") }),
      order("3", day("01-08"), [line("1", "10.00")]),
    ],
    expect: { m1: { available: 250 + 100 + 20, tier: "silver" } },
  },
  {
    title: "a refund below the threshold starts grace and does not drop at once",
    program: program({}, tiers()),
    events: [
      order("1", day("01-05"), [line("1", "250.00")]),
      order("1", day("01-05"), [line("1", "250.00")], {
        at: day("01-10"),
        refunds: [refund("r", day("01-10"), "100.00")],
      }),
    ],
    at: day("02-01"),
    expect: { m1: { tier: "silver", qualifying: "150.00", available: 250 } },
  },
  {
    title: "after grace the member drops to the level the metric justifies",
    program: program({}, tiers()),
    events: [
      order("1", day("01-05"), [line("1", "250.00")]),
      order("1", day("01-05"), [line("1", "250.00")], {
        at: day("01-10"),
        refunds: [refund("r", day("01-10"), "100.00")],
      }),
    ],
    at: day("02-11"),
    expect: { m1: { tier: "bronze" } },
  },
  {
    title: "a rolling level ends n months after it was reached, then grace, then the drop",
    program: program({}, tiers()),
    events: [order("1", "2025-01-05T10:00:00+01:00", [line("1", "250.00")])],
    at: day("02-03"),
    expect: { m1: { tier: "silver", qualifying: "0.00" } },
  },
  {
    title: "and is gone when grace is over",
    program: program({}, tiers()),
    events: [order("1", "2025-01-05T10:00:00+01:00", [line("1", "250.00")])],
    at: day("02-06"),
    expect: { m1: { tier: "bronze" } },
  },
  {
    // Valid to 28 February, six months after 31 August; by then the order is six months old.
    title: "an order of a month's last day lifts for n months, and does not extend its own level",
    program: program({}, { tiers: threeLevels({ window: { kind: "rolling", months: 6 }, graceDays: 0 }) }),
    events: [order("1", "2025-08-31T10:00:00+02:00", [line("1", "250.00")])],
    at: day("03-01", "00:00:00"),
    expect: {
      m1: {
        tier: "b",
        tierSince: day("03-01", "00:00:00"),
        qualifying: "0.00",
        next: { tier: "s", missing: "200.00" },
      },
    },
  },
  {
    title: "what has left a rolling window does not come back",
    program: program({}, { tiers: threeLevels({ window: { kind: "rolling", months: 6 }, graceDays: 0 }) }),
    events: [order("1", "2025-11-30T10:00:00+01:00", [line("1", "250.00")])],
    at: day("05-31", "09:00:00"),
    expect: { m1: { tier: "b", qualifying: "0.00", next: { tier: "s", missing: "200.00" } } },
  },
  {
    title: "an order of 30 January counts for a month, to the same hour of 28 February",
    program: program({}, { tiers: threeLevels({ window: { kind: "rolling", months: 1 } }) }),
    events: [order("1", day("01-30"), [line("1", "250.00")])],
    at: day("02-28", "09:59:59"),
    expect: { m1: { tier: "s", qualifying: "250.00" } },
  },
  {
    // 30 earned, 20 taken by the activity, then the 30 taken back: the metric is -20.
    title: "nobody falls below the level that starts at 0, whatever is taken back",
    program: program(
      {
        rules: [
          onePerEuro,
          { id: "unsub", kind: "activity", activity: "newsletter_unsubscribed", points: -20 },
        ],
      },
      {
        tiers: {
          metric: "points",
          graceDays: 10,
          levels: [level("b", "0", { multiplier: 2 }), level("s", "100")],
        },
      },
    ),
    events: [
      order("1", day("01-05"), [line("1", "15.00")]),
      activity(day("01-06"), "newsletter_unsubscribed"),
      order("1", day("01-05"), [line("1", "15.00")], { at: day("01-07"), cancelledAt: day("01-07") }),
    ],
    at: day("02-07"),
    expect: { m1: { tier: "b", tierSince: day("01-05"), tierUntil: null, debt: 20 } },
  },
  {
    title: "and a correction of the qualifying ledger puts nobody below it either",
    program: program({}, { tiers: threeLevels({ graceDays: 0 }) }),
    events: [
      order("1", day("01-05"), [line("1", "250.00")]),
      adjust(day("01-06"), 0, { qualifying: "-300.00" }),
    ],
    at: day("01-08"),
    expect: { m1: { tier: "b", tierSince: day("01-07", "00:00:00"), tierUntil: null } },
  },
  {
    title: "campaign and tier: the highest applies, to the lines it names",
    program: program(
      {
        campaigns: [
          {
            id: "double",
            factor: 2,
            from: day("01-01", "00:00:00"),
            to: day("02-01", "00:00:00"),
            lines: { collections: ["summer"] },
          },
        ],
      },
      {},
    ),
    events: [
      order("1", day("01-05"), [line("1", "10.00", { collections: ["summer"] }), line("2", "10.00")]),
      order("2", day("02-01", "00:00:00"), [line("1", "10.00", { collections: ["summer"] })]),
    ],
    expect: { m1: { available: 40 } },
  },
];
