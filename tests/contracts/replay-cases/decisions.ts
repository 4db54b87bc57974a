import { adjust, day, level, line, order, program, publish, threeLevels, type ReplayCase } from "./case.ts";

/** Levels set by hand, by a new program, and by orders that come late. */
export const decisionsCases: readonly ReplayCase[] = [
  {
    title: "a lock downwards bars lifts until its end",
    program: program({}, { tiers: threeLevels({ graceDays: 30, window: { kind: "rolling", months: 12 } }) }),
    events: [
      order("1", day("01-05"), [line("1", "300.00")]),
      {
        at: day("01-06"),
        type: "tier",
        member: { id: "m1" },
        level: "b",
        until: day("06-01", "00:00:00"),
        reason: "r",
      },
      order("2", day("02-01"), [line("1", "900.00")]),
    ],
    at: day("06-02"),
    expect: { m1: { tier: "g" } },
  },
  {
    title: "lowered by hand without a lock, the next order lifts again",
    program: program({}, { tiers: threeLevels({ graceDays: 30, window: { kind: "rolling", months: 12 } }) }),
    events: [
      order("1", day("01-05"), [line("1", "300.00")]),
      { at: day("01-06"), type: "tier", member: { id: "m1" }, level: "b", until: null, reason: "r" },
      order("2", day("02-01"), [line("1", "1.00")]),
    ],
    expect: { m1: { tier: "s" } },
  },
  {
    title: "a program with a lower threshold lifts at once",
    program: program({}, { tiers: { metric: "spend", levels: [level("s", "200.00")] } }),
    events: [
      order("1", day("01-05"), [line("1", "150.00")]),
      publish(
        day("01-10"),
        program({}, { tiers: { metric: "spend", levels: [level("s", "100.00", { entryPoints: 5 })] } }),
      ),
    ],
    expect: { m1: { available: 155, tier: "s", tierSince: day("01-10") } },
  },
  {
    title: "one with a higher threshold drops nobody",
    program: program({}, { tiers: threeLevels({ graceDays: 10 }) }),
    events: [
      order("1", day("01-05"), [line("1", "250.00")]),
      publish(
        day("01-10"),
        program(
          {},
          { tiers: { metric: "spend", graceDays: 10, levels: [level("b", "0"), level("s", "500.00")] } },
        ),
      ),
    ],
    at: day("12-01"),
    expect: { m1: { available: 250, tier: "s" } },
  },
  {
    title: "a late order lifts from the instant it was paid",
    program: program(
      {},
      {
        tiers: {
          metric: "spend",
          window: { kind: "rolling", months: 12 },
          levels: [level("s", "100.00", { multiplier: 2 })],
        },
      },
    ),
    events: [
      order("2", day("02-01"), [line("1", "10.00")]),
      order("1", day("01-05"), [line("1", "100.00")], { at: day("02-10") }),
      order("3", day("02-02"), [line("1", "10.00")], { at: day("02-11") }),
    ],
    expect: {
      m1: { available: 130, tier: "s", tierSince: day("01-05"), tierUntil: "2027-01-06T00:00:00+01:00" },
    },
  },
  {
    title: "a level in its grace still multiplies",
    program: program(
      {},
      {
        tiers: {
          metric: "spend",
          graceDays: 30,
          window: { kind: "rolling", months: 1 },
          levels: [level("b", "0"), level("s", "200.00", { multiplier: 2 })],
        },
      },
    ),
    events: [
      order("1", day("01-05"), [line("1", "200.00")]),
      order("2", day("02-20"), [line("1", "10.00")]),
      order("3", day("03-20"), [line("1", "10.00")]),
    ],
    expect: { m1: { available: 230, tier: "b" } },
  },
  {
    title: "what is given by hand qualifies as far as it says",
    program: program({}, { tiers: threeLevels() }),
    events: [adjust(day("01-05"), 0, { qualifying: "200.00" })],
    expect: { m1: { available: 0, tier: "s", qualifying: "200.00" } },
  },
];
