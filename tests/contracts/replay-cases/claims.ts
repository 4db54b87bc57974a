import {
  adjust,
  day,
  fiveOff,
  line,
  order,
  program,
  redeem,
  refund,
  threeLevels,
  type ReplayCase,
} from "./case.ts";

/** What may be claimed, and how long a code is good for. */
export const claimsCases: readonly ReplayCase[] = [
  {
    title: "a lapsed code no longer counts for the limit per member",
    program: program({}, { rewards: [{ ...fiveOff, limitPerMember: 1, validDays: 1 }] }),
    events: [
      adjust(day("01-01"), 10000),
      redeem(day("01-05"), "five-off", "A"),
      redeem(day("01-08"), "five-off", "B"),
    ],
    expect: { m1: { available: 9500 } },
  },
  {
    title: "a stock is one for all members",
    program: program({}, { rewards: [{ ...fiveOff, stock: 1 }] }),
    events: [
      adjust(day("01-01"), 10000),
      adjust(day("01-01"), 1000, { member: { id: "m2" } }),
      redeem(day("01-05"), "five-off", "A"),
      { at: day("01-05"), type: "redeem", member: { id: "m2" }, reward: "five-off", as: "B" },
    ],
    expect: { m1: { available: 9500 }, m2: { available: 1000 } },
    rejected: [{ line: 4 }],
  },
  {
    title: "a reward for tiers is refused below them",
    program: program({}, { rewards: [{ ...fiveOff, tiers: ["s"] }], tiers: threeLevels() }),
    events: [
      adjust(day("01-01"), 10000),
      redeem(day("01-05"), "five-off", "A"),
      order("1", day("01-06"), [line("1", "200.00")]),
      redeem(day("01-07"), "five-off", "B"),
    ],
    expect: { m1: { available: 9700 } },
    rejected: [{ line: 2 }],
  },
  {
    title: "a variable reward takes up to its maximum",
    program: program(
      {},
      {
        rewards: [
          {
            id: "slide",
            kind: "amountOff",
            variable: { points: 100, value: "1.00", step: 100, min: 200, max: 500 },
          },
        ],
      },
    ),
    events: [adjust(day("01-01"), 10000), redeem(day("01-05"), "slide", "A", 500)],
    expect: { m1: { available: 9500 } },
  },
  {
    title: "and no more",
    program: program(
      {},
      {
        rewards: [
          {
            id: "slide",
            kind: "amountOff",
            variable: { points: 100, value: "1.00", step: 100, min: 200, max: 500 },
          },
        ],
      },
    ),
    events: [adjust(day("01-01"), 10000), redeem(day("01-05"), "slide", "A", 600)],
    expect: { m1: { available: 10000 } },
    rejected: [{ line: 2 }],
  },
  {
    title: "and only in its steps",
    program: program(
      {},
      {
        rewards: [
          {
            id: "slide",
            kind: "amountOff",
            variable: { points: 100, value: "1.00", step: 100, min: 200, max: 500 },
          },
        ],
      },
    ),
    events: [adjust(day("01-01"), 10000), redeem(day("01-05"), "slide", "A", 250)],
    expect: { m1: { available: 10000 } },
    rejected: [{ line: 2 }],
  },
  {
    title: "an experience is requested and its points are spent",
    program: program({}, { rewards: [{ id: "course", kind: "experience", cost: 2500, stock: 12 }] }),
    events: [adjust(day("01-01"), 10000), redeem(day("01-05"), "course", "A")],
    expect: { m1: { available: 7500, spent: 2500, codes: [{ state: "requested" }] } },
  },
  {
    title: "a code is valid for 90 days, to the end of the last",
    program: program({}, { rewards: [fiveOff] }),
    events: [adjust(day("01-01"), 10000), redeem(day("01-05"), "five-off", "CODE1")],
    expect: {
      m1: {
        available: 9500,
        spent: 500,
        codes: [
          {
            code: "CODE1",
            reward: "five-off",
            points: 500,
            state: "issued",
            expiresAt: day("04-06", "00:00:00"),
          },
        ],
      },
    },
  },
  {
    title: "and to the end of that day also when the clocks change",
    program: program({}, { rewards: [{ ...fiveOff, validDays: 1 }] }),
    events: [adjust(day("01-01"), 500), redeem(day("03-28", "12:00:00"), "five-off", "C")],
    expect: { m1: { codes: [{ expiresAt: day("03-30", "00:00:00"), state: "issued" }] } },
  },
  {
    title: "points that come back from a lapsed code pay a debt",
    program: program(
      {},
      { rewards: [{ id: "five-off", kind: "amountOff", value: "5.00", cost: 20, validDays: 5 }] },
    ),
    events: [
      order("1", day("01-05"), [line("1", "20.00")]),
      redeem(day("01-06"), "five-off", "X"),
      order("1", day("01-05"), [line("1", "20.00")], {
        at: day("01-07"),
        refunds: [refund("r", day("01-07"), "20.00")],
      }),
    ],
    at: day("02-01"),
    expect: { m1: { available: 0, debt: 0, earned: 0, spent: 0 } },
  },
  {
    title: "by hand no more is taken than is available",
    program: program({}),
    events: [adjust(day("01-01"), 20), adjust(day("01-02"), -30), adjust(day("01-03"), -20)],
    expect: { m1: { available: 0, earned: 0 } },
    rejected: [{ line: 2 }],
  },
  {
    title: "a guest's points cannot be spent",
    program: program({}, { rewards: [{ id: "five-off", kind: "amountOff", value: "5.00", cost: 10 }] }),
    events: [
      order("1", day("01-05"), [line("1", "30.00")], { member: { email: "a@example.com" } }),
      { at: day("01-06"), type: "redeem", member: { email: "a@example.com" }, reward: "five-off", as: "X" },
    ],
    expect: {},
    totals: { outstanding: 30, spent: 0 },
    rejected: [{ line: 2 }],
  },
];
