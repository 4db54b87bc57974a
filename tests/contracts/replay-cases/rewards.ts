import {
  program,
  fiveOff,
  line,
  order,
  refund,
  adjust,
  redeem,
  day,
  type Line,
  type ReplayCase,
} from "./case.ts";

const workedOrder = (more: Line): Line =>
  order("1001", day("01-05"), [line("1", "10.00", { quantity: 2 })], {
    orderDiscount: "5.00",
    discountCodes: ["CODE1"],
    ...more,
  });
const workedStart = [adjust(day("01-01"), 1000), redeem(day("01-02"), "five-off", "CODE1"), workedOrder({})];
const half = refund("r1", day("01-20"), "7.50", [{ line: "1", quantity: 1, amount: "7.50" }]);
const rest = refund("r2", day("01-21"), "7.50", [{ line: "1", quantity: 1, amount: "7.50" }]);

export const rewardsCases: readonly ReplayCase[] = [
  {
    title: "worked example: 1000, 500 redeemed, 15.00 paid: 515",
    program: program({}, { rewards: [fiveOff] }),
    events: workedStart,
    expect: {
      m1: {
        available: 515,
        spent: 500,
        earned: 1015,
        codes: [{ code: "CODE1", state: "used", points: 500 }],
      },
    },
  },
  {
    title: "worked example: one of two returned: 757",
    program: program({}, { rewards: [fiveOff] }),
    events: [...workedStart, workedOrder({ at: day("01-20"), refunds: [half] })],
    expect: { m1: { available: 757, spent: 250, earned: 1007 } },
  },
  {
    title: "worked example: both returned: 1000",
    program: program({}, { rewards: [fiveOff] }),
    events: [
      ...workedStart,
      workedOrder({ at: day("01-20"), refunds: [half] }),
      workedOrder({ at: day("01-21"), refunds: [half, rest] }),
    ],
    expect: { m1: { available: 1000, spent: 0, earned: 1000, debt: 0 } },
  },
  {
    title: "a reward without cost, variable and tiers is given and never claimed",
    program: program(
      {},
      { rewards: [{ id: "gift", name: { de: "Geschenk" }, kind: "percentOff", percent: 10 }] },
    ),
    events: [adjust(day("01-01"), 120), redeem(day("01-02"), "gift", "C1")],
    expect: { m1: { available: 120, spent: 0, codes: [] } },
    rejected: [{ line: 2, reason: "reward gift is only given, never claimed" }],
  },
  {
    title: "redeeming refuses what is not there, and the run goes on",
    program: program({}, { rewards: [fiveOff] }),
    events: [
      adjust(day("01-01"), 120),
      redeem(day("01-02"), "five-off", "C1"),
      redeem(day("01-03"), "nope", "C2"),
    ],
    expect: { m1: { available: 120, spent: 0 } },
    rejected: [{ line: 2, reason: "not enough points: 500 needed, 120 available" }, { line: 3 }],
  },
  {
    title: "an unused code gives its points back after validDays",
    program: program({}, { rewards: [{ ...fiveOff, validDays: 30 }] }),
    events: [adjust(day("01-01"), 600), redeem(day("01-02"), "five-off", "C1")],
    at: day("02-02"),
    expect: { m1: { available: 600, spent: 0, codes: [{ code: "C1", state: "released" }] } },
  },
  {
    title: "variable rewards take the chosen points within step, minimum and maximum",
    program: program(
      {},
      {
        rewards: [
          {
            id: "slide",
            kind: "amountOff",
            variable: { points: 100, value: "1.00", step: 100, min: 100, max: 500 },
          },
        ],
      },
    ),
    events: [
      adjust(day("01-01"), 1000),
      redeem(day("01-02"), "slide", "C1", 300),
      redeem(day("01-03"), "slide", "C2", 250),
      redeem(day("01-04"), "slide", "C3", 600),
    ],
    expect: { m1: { available: 700, spent: 300 } },
    rejected: [{ line: 3 }, { line: 4 }],
  },
  {
    title: "spentPoints fullOnly gives spent points back only when all is returned",
    program: program({}, { rewards: [fiveOff], refunds: { spentPoints: "fullOnly" } }),
    events: [...workedStart, workedOrder({ at: day("01-20"), refunds: [half] })],
    expect: { m1: { available: 507, spent: 500 } },
  },
  {
    title: "the part of a price a points reward covers earns when the program says so",
    program: program({ basis: { rewardDiscounts: true } }, { rewards: [fiveOff] }),
    events: workedStart,
    expect: { m1: { available: 520 } },
  },
];
