import { program, fiveOff, line, order, adjust, redeem, day, type ReplayCase } from "./case.ts";

export const timeCases: readonly ReplayCase[] = [
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
];
