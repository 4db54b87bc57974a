import {
  activity,
  adjust,
  day,
  line,
  onePerEuro,
  order,
  program,
  publish,
  refund,
  type ReplayCase,
} from "./case.ts";

/** Limits of rules, and caps over all. */
export const limitsCases: readonly ReplayCase[] = [
  {
    title: "a limit per order cuts every order alone",
    program: program({ rules: [{ ...onePerEuro, limit: { points: 30, per: "order" } }] }),
    events: [order("1", day("01-05"), [line("1", "50.00")]), order("2", day("01-05"), [line("1", "50.00")])],
    expect: { m1: { available: 60 } },
  },
  {
    title: "a limit per order counts units of item rules",
    program: program({ rules: [{ id: "i", kind: "item", points: 10, limit: { count: 2, per: "order" } }] }),
    events: [order("1", day("01-05"), [line("1", "5.00", { quantity: 5 })])],
    expect: { m1: { available: 20 } },
  },
  {
    title: "a rule without a limit has none, whatever it is called",
    program: program({
      rules: [
        { id: "constructor", kind: "item", points: 10 },
        { ...onePerEuro, limit: { points: 3, per: "order" } },
      ],
    }),
    events: [order("1", day("01-05"), [line("1", "5.00", { quantity: 5 })])],
    expect: { m1: { available: 53 } },
  },
  {
    title: "a day is one of the program's time zone; what is left of it is given",
    program: program({ rules: [{ ...onePerEuro, limit: { points: 60, per: "day" } }] }),
    events: [
      order("1", "2026-01-05T22:30:00Z", [line("1", "50.00")]),
      order("2", "2026-01-05T22:59:59Z", [line("1", "50.00")]),
      order("3", "2026-01-05T23:00:00Z", [line("1", "50.00")]),
    ],
    expect: { m1: { available: 110 } },
  },
  {
    title: "a week begins on Monday",
    program: program({ rules: [{ id: "o", kind: "order", points: 5, limit: { count: 1, per: "week" } }] }),
    events: [
      order("1", day("01-04"), [line("1", "1.00")]),
      order("2", day("01-05"), [line("1", "1.00")]),
      order("3", day("01-11"), [line("1", "1.00")]),
    ],
    expect: { m1: { available: 10 } },
  },
  {
    title: "what a refund takes back is room for a later order",
    program: program({ rules: [{ ...onePerEuro, limit: { points: 50, per: "month" } }] }),
    events: [
      order("1", day("01-05"), [line("1", "50.00")]),
      order("1", day("01-05"), [line("1", "50.00")], {
        at: day("01-06"),
        refunds: [refund("r", day("01-06"), "30.00")],
      }),
      order("2", day("01-07"), [line("1", "50.00")]),
    ],
    expect: { m1: { available: 50 } },
  },
  {
    title: "an order that is given back whole no longer counts",
    program: program({ rules: [{ id: "o", kind: "order", points: 9, limit: { count: 1, per: "ever" } }] }),
    events: [
      order("1", day("01-05"), [line("1", "50.00")]),
      order("1", day("01-05"), [line("1", "50.00")], {
        at: day("01-06"),
        refunds: [refund("r", day("01-06"), "50.00")],
      }),
      order("2", day("01-07"), [line("1", "50.00")]),
    ],
    expect: { m1: { available: 9 } },
  },
  {
    title: "a limit cuts what a rule gives after its factor",
    program: program({
      rules: [{ ...onePerEuro, limit: { points: 15, per: "ever" } }],
      campaigns: [{ id: "c", factor: 2 }],
    }),
    events: [order("1", day("01-05"), [line("1", "10.00")])],
    expect: { m1: { available: 15 } },
  },
  {
    title: "an activity without key is a new one each time, with key it counts once",
    program: program({
      rules: [
        { id: "c", kind: "activity", activity: "x", points: 5 },
        { id: "y", kind: "activity", activity: "y", points: 7 },
      ],
    }),
    events: [
      activity(day("01-05"), "x", "k"),
      activity(day("01-06"), "x", "k"),
      activity(day("01-06"), "y", "k"),
      activity(day("01-07"), "x"),
      activity(day("01-07"), "x"),
    ],
    expect: { m1: { available: 22 } },
  },
  {
    title: "a negative activity takes what is there, and later points are whole",
    program: program({
      rules: [
        { id: "c", kind: "activity", activity: "x", points: 5 },
        { id: "n", kind: "activity", activity: "bye", points: -20 },
      ],
    }),
    events: [
      activity(day("01-05"), "x"),
      activity(day("01-05"), "x"),
      activity(day("01-06"), "bye"),
      activity(day("01-07"), "x"),
    ],
    expect: { m1: { available: 5, debt: 0, earned: 5 } },
  },
  {
    title: "a cooldown is over at its last minute",
    program: program({
      rules: [{ id: "c", kind: "activity", activity: "x", points: 5, limit: { cooldownMinutes: 30 } }],
    }),
    events: [
      activity(day("01-05"), "x"),
      activity(day("01-05", "10:29:59"), "x"),
      activity(day("01-05", "10:30:00"), "x"),
    ],
    expect: { m1: { available: 10 } },
  },
  {
    title: "a limit and a cooldown hold together",
    program: program({
      rules: [
        {
          id: "c",
          kind: "activity",
          activity: "x",
          points: 5,
          limit: { count: 2, per: "day", cooldownMinutes: 60 },
        },
      ],
    }),
    events: [
      activity(day("01-05"), "x"),
      activity(day("01-05", "10:30:00"), "x"),
      activity(day("01-05", "11:00:00"), "x"),
      activity(day("01-05", "12:00:00"), "x"),
    ],
    expect: { m1: { available: 10 } },
  },
  {
    title: "the short day of spring is one day",
    program: program({
      rules: [{ id: "c", kind: "activity", activity: "x", points: 5, limit: { count: 1, per: "day" } }],
    }),
    events: [
      activity(day("03-28", "23:30:00"), "x"),
      activity("2026-03-29T00:30:00+01:00", "x"),
      activity(day("03-29", "23:30:00"), "x"),
      activity(day("03-30", "00:00:00"), "x"),
    ],
    expect: { m1: { available: 15 } },
  },
  {
    title: "the long day of autumn is one day",
    program: program({
      rules: [{ id: "c", kind: "activity", activity: "x", points: 5, limit: { count: 1, per: "day" } }],
    }),
    events: [
      activity("2026-10-25T00:00:00+02:00", "x"),
      activity(day("10-25", "23:59:59"), "x"),
      activity(day("10-26", "00:00:00"), "x"),
    ],
    expect: { m1: { available: 10 } },
  },
  {
    title: "a cap gives what is left of it, and begins anew with the month",
    program: program({
      rules: [{ id: "c", kind: "activity", activity: "x", points: 5 }],
      caps: [{ points: 12, per: "month" }],
    }),
    events: [
      activity(day("01-05"), "x"),
      activity(day("01-06"), "x"),
      activity(day("01-07"), "x"),
      activity(day("02-01", "00:00:00"), "x"),
    ],
    expect: { m1: { available: 17 } },
  },
  {
    title: "a refund that leaves more than the cap takes nothing",
    program: program({ caps: [{ points: 50, per: "day" }] }),
    events: [
      order("1", day("01-05"), [line("1", "100.00")]),
      order("1", day("01-05"), [line("1", "100.00")], {
        at: day("01-06"),
        refunds: [refund("r", day("01-06"), "40.00")],
      }),
    ],
    expect: { m1: { available: 50 } },
  },
  {
    title: "a refund below the cap takes what is below it",
    program: program({ caps: [{ points: 50, per: "day" }] }),
    events: [
      order("1", day("01-05"), [line("1", "100.00")]),
      order("1", day("01-05"), [line("1", "100.00")], {
        at: day("01-06"),
        refunds: [refund("r", day("01-06"), "60.00")],
      }),
    ],
    expect: { m1: { available: 40 } },
  },
  {
    title: "of two caps the tighter holds",
    program: program({
      caps: [
        { points: 50, per: "day" },
        { points: 60, per: "month" },
      ],
    }),
    events: [
      order("1", day("01-05"), [line("1", "100.00")]),
      order("2", day("01-06"), [line("1", "100.00")]),
    ],
    expect: { m1: { available: 60 } },
  },
  {
    title: "a cap cuts the sum of all rules",
    program: program({
      rules: [onePerEuro, { id: "i", kind: "item", points: 30 }, { id: "o", kind: "order", points: 30 }],
      caps: [{ points: 50, per: "order" }],
    }),
    events: [order("1", day("01-05"), [line("1", "40.00")])],
    expect: { m1: { available: 50 } },
  },
  {
    title: "a cap per week begins on Monday in the time zone",
    program: program({ caps: [{ points: 10, per: "week" }] }),
    events: [
      order("1", day("01-04", "23:59:59"), [line("1", "100.00")]),
      order("2", day("01-05", "00:00:00"), [line("1", "100.00")]),
    ],
    expect: { m1: { available: 20 } },
  },
  {
    title: "a cap per year ends with the local year",
    program: program({ caps: [{ points: 10, per: "year" }] }),
    events: [
      order("1", "2025-12-31T22:59:59Z", [line("1", "100.00")]),
      order("2", "2025-12-31T23:00:00Z", [line("1", "100.00")]),
    ],
    expect: { m1: { available: 20 } },
  },
  {
    title: "what is given by hand is outside the caps",
    program: program({ caps: [{ points: 10, per: "ever" }] }),
    events: [adjust(day("01-05"), 100), order("2", day("01-06"), [line("1", "100.00")])],
    expect: { m1: { available: 110 } },
  },
  {
    title: "a cap that a later program brings counts what was earned before in its period",
    program: program({}),
    events: [
      order("1", day("01-05"), [line("1", "30.00")]),
      publish(day("01-10"), program({ caps: [{ points: 50, per: "month" }] })),
      order("2", day("01-11"), [line("1", "100.00")]),
      order("3", day("02-01"), [line("1", "100.00")]),
    ],
    expect: { m1: { available: 100 } },
  },
  {
    title: "a refund undone finds only the room that others left",
    program: program({ caps: [{ points: 30, per: "month" }] }),
    events: [
      order("1", day("01-05"), [line("1", "30.00")]),
      order("1", day("01-05"), [line("1", "30.00")], {
        at: day("01-06"),
        refunds: [refund("r", day("01-06"), "30.00")],
      }),
      order("2", day("01-07"), [line("1", "20.00")]),
      order("1", day("01-05"), [line("1", "30.00")], { at: day("01-08") }),
    ],
    expect: { m1: { available: 30 } },
  },
];
