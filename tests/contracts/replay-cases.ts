/**
 * Cases of the program contract, worked out by hand from the specification and not from the engine:
 * a program, a history, and what the members must have at the end. Only what is named is compared.
 */
export interface ReplayCase {
  readonly title: string;
  readonly program: object;
  readonly events: readonly object[];
  readonly at?: string;
  readonly expect: Readonly<Record<string, MemberExpectation>>;
  readonly rejected?: readonly { line: number; reason?: string }[];
}

interface MemberExpectation {
  readonly available?: number;
  readonly pending?: number;
  readonly debt?: number;
  readonly earned?: number;
  readonly spent?: number;
  readonly expired?: number;
  readonly tier?: string | null;
  readonly qualifying?: string;
  readonly next?: { tier: string; missing: string } | null;
  readonly codes?: readonly { code?: string; state: string; points?: number }[];
}

const base = {
  format: "regulars.program/1",
  name: "Test",
  currency: "EUR",
  timezone: "Europe/Berlin",
};
const onePerEuro = { id: "spend", kind: "spend", points: 1, per: "1.00" };
const program = (earning: object, rest: object = {}): object => ({
  ...base,
  earning: { rules: [onePerEuro], ...earning },
  ...rest,
});
const fiveOff = { id: "five-off", kind: "amountOff", value: "5.00", cost: 500 };

type Line = Record<string, unknown>;
const line = (id: string, unitPrice: string, more: Line = {}): Line => ({
  id,
  product: `p${id}`,
  variant: `v${id}`,
  quantity: 1,
  unitPrice,
  ...more,
});
const order = (id: string, paidAt: string, lines: readonly Line[], more: Line = {}): Line => ({
  at: typeof more["at"] === "string" ? more["at"] : paidAt,
  type: "order",
  order: {
    id,
    member: { id: "m1", email: "a@example.com" },
    currency: "EUR",
    placedAt: paidAt,
    paidAt,
    taxesIncluded: true,
    channel: "online",
    lines,
    ...Object.fromEntries(Object.entries(more).filter(([key]) => key !== "at")),
  },
});
const refund = (id: string, at: string, amount: string, lines: readonly Line[] = [], shipping = "0.00") => ({
  id,
  at,
  amount,
  lines,
  shipping,
});
const adjust = (at: string, points: number, more: Line = {}): Line => ({
  at,
  type: "adjust",
  member: { id: "m1" },
  points,
  reason: "test",
  ...more,
});
const redeem = (at: string, reward: string, as: string, points?: number): Line => ({
  at,
  type: "redeem",
  member: { id: "m1" },
  reward,
  as,
  ...(points === undefined ? {} : { points }),
});
const activity = (at: string, name: string, key?: string): Line => ({
  at,
  type: "activity",
  member: { id: "m1" },
  activity: name,
  ...(key === undefined ? {} : { key }),
});
const day = (month: string, time = "10:00:00"): string =>
  `2026-${month}T${time}${month >= "03-29" && month < "10-25" ? "+02:00" : "+01:00"}`;

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

const workedOrder = (more: Line): Line =>
  order("1001", day("01-05"), [line("1", "10.00", { quantity: 2 })], {
    orderDiscount: "5.00",
    discountCodes: ["CODE1"],
    ...more,
  });
const workedStart = [adjust(day("01-01"), 1000), redeem(day("01-02"), "five-off", "CODE1"), workedOrder({})];
const half = refund("r1", day("01-20"), "7.50", [{ line: "1", quantity: 1, amount: "7.50" }]);
const rest = refund("r2", day("01-21"), "7.50", [{ line: "1", quantity: 1, amount: "7.50" }]);

export const replayCases: readonly ReplayCase[] = [
  {
    title: "49.95 at 1 per 1.00 earns 49",
    program: program({}),
    events: [order("1", day("01-05"), [line("1", "49.95")])],
    expect: { m1: { available: 49, earned: 49, pending: 0, debt: 0 } },
  },
  {
    title: "a full refund of 49.95 takes exactly the 49",
    program: program({}),
    events: [
      order("1", day("01-05"), [line("1", "49.95")]),
      order("1", day("01-05"), [line("1", "49.95")], {
        at: day("01-09"),
        refunds: [refund("r", day("01-09"), "49.95", [{ line: "1", quantity: 1, amount: "49.95" }])],
      }),
    ],
    expect: { m1: { available: 0, earned: 0, debt: 0 } },
  },
  {
    title: "an item of 50.00 with 10.00 off earns 40",
    program: program({}),
    events: [order("1", day("01-05"), [line("1", "50.00", { discount: "10.00" })])],
    expect: { m1: { available: 40 } },
  },
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
    title: "a fixed order bonus shrinks with the kept basis, floored",
    program: program({ rules: [{ id: "o", kind: "order", points: 50 }] }),
    events: [
      order("1", day("01-05"), [line("1", "30.00")]),
      order("1", day("01-05"), [line("1", "30.00")], {
        at: day("01-06"),
        refunds: [refund("r", day("01-06"), "10.00")],
      }),
    ],
    expect: { m1: { available: 33 } },
  },
  {
    title: "an amount-only refund spreads over what earns; shipping only when the refund says so",
    program: program({}),
    events: [
      order("1", day("01-05"), [line("1", "60.00"), line("2", "40.00", { giftCard: true })], {
        shipping: "5.00",
      }),
      order("1", day("01-05"), [line("1", "60.00"), line("2", "40.00", { giftCard: true })], {
        shipping: "5.00",
        at: day("01-06"),
        refunds: [refund("r1", day("01-06"), "15.00", [], "5.00")],
      }),
    ],
    expect: { m1: { available: 50 } },
  },
  {
    title: "a refund of shipping only changes nothing",
    program: program({}),
    events: [
      order("1", day("01-05"), [line("1", "60.00")], { shipping: "5.00" }),
      order("1", day("01-05"), [line("1", "60.00")], {
        shipping: "5.00",
        at: day("01-06"),
        refunds: [refund("r1", day("01-06"), "5.00", [], "5.00")],
      }),
    ],
    expect: { m1: { available: 60 } },
  },
  {
    title: "cancelling takes all, un-cancelling gives it back",
    program: program({}),
    events: [
      order("1", day("01-05"), [line("1", "60.00")]),
      order("1", day("01-05"), [line("1", "60.00")], { at: day("01-06"), cancelledAt: day("01-06") }),
      order("1", day("01-05"), [line("1", "60.00")], { at: day("01-07") }),
    ],
    expect: { m1: { available: 60, earned: 60 } },
  },
  {
    title: "a shortfall is owed and the next points pay it",
    program: program({}, { rewards: [{ ...fiveOff, cost: 50 }] }),
    events: [
      order("1", day("01-05"), [line("1", "50.00")]),
      redeem(day("01-06"), "five-off", "C1"),
      order("1", day("01-05"), [line("1", "50.00")], { at: day("01-07"), cancelledAt: day("01-07") }),
      order("2", day("01-08"), [line("1", "70.00")]),
    ],
    expect: { m1: { available: 20, debt: 0, earned: 70, spent: 50 } },
  },
  {
    title: "a shortfall under clamp is written off and stays in earned",
    program: program({}, { rewards: [{ ...fiveOff, cost: 50 }], refunds: { shortfall: "clamp" } }),
    events: [
      order("1", day("01-05"), [line("1", "50.00")]),
      redeem(day("01-06"), "five-off", "C1"),
      order("1", day("01-05"), [line("1", "50.00")], { at: day("01-07"), cancelledAt: day("01-07") }),
      order("2", day("01-08"), [line("1", "70.00")]),
    ],
    expect: { m1: { available: 70, debt: 0, earned: 120, spent: 50 } },
  },
  {
    title: "a shortfall under otherLots is taken from the other points",
    program: program({}, { rewards: [{ ...fiveOff, cost: 50 }], refunds: { shortfall: "otherLots" } }),
    events: [
      order("1", day("01-05"), [line("1", "50.00")]),
      redeem(day("01-06"), "five-off", "C1"),
      order("2", day("01-06", "12:00:00"), [line("1", "70.00")]),
      order("1", day("01-05"), [line("1", "50.00")], { at: day("01-07"), cancelledAt: day("01-07") }),
    ],
    expect: { m1: { available: 20, debt: 0, earned: 70, spent: 50 } },
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
    title: "points mature n days after payment and can then be spent",
    program: program({ maturity: { kind: "afterPaid", days: 14 } }),
    events: [order("1", day("01-05"), [line("1", "50.00")])],
    at: day("01-19", "09:59:59"),
    expect: { m1: { available: 0, pending: 50, earned: 50 } },
  },
  {
    title: "at the instant of release they are available",
    program: program({ maturity: { kind: "afterPaid", days: 14 } }),
    events: [order("1", day("01-05"), [line("1", "50.00")])],
    at: day("01-19", "10:00:00"),
    expect: { m1: { available: 50, pending: 0, earned: 50 } },
  },
  {
    title: "a refund while pending just shrinks the pending points",
    program: program({ maturity: { kind: "afterFulfilled", days: 14 } }),
    events: [
      order("1", day("01-05"), [line("1", "50.00")]),
      order("1", day("01-05"), [line("1", "50.00")], {
        at: day("01-06"),
        refunds: [refund("r", day("01-06"), "20.00")],
      }),
    ],
    at: day("06-01"),
    expect: { m1: { available: 0, pending: 30, earned: 30, debt: 0 } },
  },
  {
    title: "a lot lives n months to the end of the day, clamped to the month's end",
    program: program({}, { expiry: { kind: "perLot", months: 1 } }),
    events: [order("1", day("01-31"), [line("1", "50.00")])],
    at: "2026-02-28T23:59:59+01:00",
    expect: { m1: { available: 50, expired: 0 } },
  },
  {
    title: "and is gone when that day has ended",
    program: program({}, { expiry: { kind: "perLot", months: 1 } }),
    events: [order("1", day("01-31"), [line("1", "50.00")])],
    at: "2026-03-01T00:00:00+01:00",
    expect: { m1: { available: 0, expired: 50, earned: 50 } },
  },
  {
    title: "spending takes the soonest expiry first",
    program: program({}, { expiry: { kind: "perLot", months: 1 }, rewards: [{ ...fiveOff, cost: 50 }] }),
    events: [
      order("1", day("01-05"), [line("1", "50.00")]),
      order("2", day("01-20"), [line("1", "50.00")]),
      redeem(day("01-21"), "five-off", "C1"),
    ],
    at: day("02-10"),
    expect: { m1: { available: 50, expired: 0, spent: 50 } },
  },
  {
    title: "inactivity takes the whole balance; gifts are not activity",
    program: program({}, { expiry: { kind: "inactivity", months: 6 } }),
    events: [order("1", day("01-05"), [line("1", "50.00")]), adjust(day("06-01"), 30)],
    at: day("07-06", "00:00:00"),
    expect: { m1: { available: 0, expired: 80 } },
  },
  {
    title: "a fixed date spares young lots",
    program: program({}, { expiry: { kind: "fixedDate", month: 6, day: 30, minAgeDays: 90 } }),
    events: [order("1", day("01-05"), [line("1", "50.00")]), order("2", day("06-01"), [line("1", "30.00")])],
    at: day("07-01", "00:00:00"),
    expect: { m1: { available: 30, expired: 50 } },
  },
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
    title: "a rule change never changes the result of a later refund",
    program: program({}),
    events: [
      order("1", day("01-05"), [line("1", "100.00")]),
      {
        at: day("01-06"),
        type: "program",
        program: program({ rules: [{ id: "spend", kind: "spend", points: 10, per: "1.00" }] }),
      },
      order("1", day("01-05"), [line("1", "100.00")], {
        at: day("01-07"),
        refunds: [refund("r", day("01-07"), "50.00")],
      }),
      order("2", day("01-08"), [line("1", "10.00")]),
    ],
    expect: { m1: { available: 150, earned: 150 } },
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
