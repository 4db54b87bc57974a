import { activity, day, line, onePerEuro, order, program, publish, refund, type ReplayCase } from "./case.ts";

/** Limits and caps that a later program brings, and what comes back under them. */
export const laterLimitsCases: readonly ReplayCase[] = [
  {
    title: "a limit that comes and is loosened counts all that stands",
    program: program({}),
    events: [
      order("1", day("01-05"), [line("1", "30.00")]),
      publish(day("01-10"), program({ rules: [{ ...onePerEuro, limit: { points: 40, per: "month" } }] })),
      order("2", day("01-11"), [line("1", "100.00")]),
      publish(day("01-20"), program({ rules: [{ ...onePerEuro, limit: { points: 100, per: "month" } }] })),
      order("3", day("01-21"), [line("1", "100.00")]),
    ],
    expect: { m1: { available: 100 } },
  },
  {
    title: "a limit that goes and comes back counts what was earned without it",
    program: program({ rules: [{ ...onePerEuro, limit: { points: 40, per: "month" } }] }),
    events: [
      order("1", day("01-05"), [line("1", "30.00")]),
      publish(day("01-10"), program({})),
      order("2", day("01-11"), [line("1", "50.00")]),
      publish(day("01-20"), program({ rules: [{ ...onePerEuro, limit: { points: 100, per: "month" } }] })),
      order("3", day("01-21"), [line("1", "100.00")]),
    ],
    expect: { m1: { available: 100 } },
  },
  {
    title: "a limit is that of a rule's id: a rule under another id begins anew",
    program: program({}),
    events: [
      order("1", day("01-05"), [line("1", "30.00")]),
      publish(
        day("01-10"),
        program({
          rules: [
            { id: "other", kind: "spend", points: 1, per: "1.00", limit: { points: 40, per: "month" } },
          ],
        }),
      ),
      order("2", day("01-11"), [line("1", "100.00")]),
    ],
    expect: { m1: { available: 70 } },
  },
  {
    title: "a cap per month and one per day instead of one per week find what stands in theirs",
    program: program({ caps: [{ points: 50, per: "week" }] }),
    events: [
      order("1", day("01-05"), [line("1", "100.00")]),
      publish(
        day("01-06"),
        program({
          caps: [
            { points: 60, per: "month" },
            { points: 20, per: "day" },
          ],
        }),
      ),
      order("2", day("01-06"), [line("1", "100.00")]),
      order("3", day("01-07"), [line("1", "100.00")]),
    ],
    expect: { m1: { available: 60 } },
  },
  {
    title: "a limit in units finds the units of before",
    program: program({ rules: [{ id: "i", kind: "item", points: 10 }] }),
    events: [
      order("1", day("01-05"), [line("1", "1.00", { quantity: 3 })]),
      publish(
        day("01-06"),
        program({ rules: [{ id: "i", kind: "item", points: 10, limit: { count: 5, per: "month" } }] }),
      ),
      order("2", day("01-07"), [line("1", "1.00", { quantity: 4 })]),
    ],
    expect: { m1: { available: 50 } },
  },
  {
    title: "a limit of an activity finds what was done before in its month",
    program: program({ rules: [{ id: "c", kind: "activity", activity: "x", points: 5 }] }),
    events: [
      activity(day("01-05"), "x"),
      activity(day("01-06"), "x"),
      publish(
        day("01-07"),
        program({
          rules: [{ id: "c", kind: "activity", activity: "x", points: 5, limit: { count: 3, per: "month" } }],
        }),
      ),
      activity(day("01-08"), "x"),
      activity(day("01-09"), "x"),
    ],
    expect: { m1: { available: 15 } },
  },
  {
    title: "and on its day",
    program: program({ rules: [{ id: "c", kind: "activity", activity: "x", points: 5 }] }),
    events: [
      activity(day("01-07", "08:00:00"), "x"),
      publish(
        day("01-07", "09:00:00"),
        program({
          rules: [{ id: "c", kind: "activity", activity: "x", points: 5, limit: { count: 1, per: "day" } }],
        }),
      ),
      activity(day("01-07"), "x"),
      activity(day("01-08"), "x"),
    ],
    expect: { m1: { available: 10 } },
  },
  {
    title: "a cap finds what activities gave",
    program: program({ rules: [onePerEuro, { id: "c", kind: "activity", activity: "x", points: 5 }] }),
    events: [
      activity(day("01-05"), "x"),
      publish(day("01-07"), program({ caps: [{ points: 20, per: "month" }] })),
      order("2", day("01-08"), [line("1", "100.00")]),
    ],
    expect: { m1: { available: 20 } },
  },
  {
    title: "a cap counts what a guest brings along",
    program: program({}),
    events: [
      order("1", day("01-05"), [line("1", "30.00")], { member: { email: "a@example.com" } }),
      order("2", day("01-05"), [line("1", "10.00")], { member: { id: "m1" } }),
      publish(day("01-06"), program({ caps: [{ points: 50, per: "month" }] })),
      { at: day("01-07"), type: "join", member: { id: "m1", email: "a@example.com" } },
      order("3", day("01-08"), [line("1", "100.00")]),
    ],
    expect: { m1: { available: 50 } },
  },
  {
    title: "an edit that adds finds the room that is left",
    program: program({ caps: [{ points: 50, per: "month" }] }),
    events: [
      order("1", day("01-05"), [line("1", "20.00")]),
      order("2", day("01-06"), [line("1", "20.00")]),
      order("1", day("01-05"), [line("1", "20.00"), line("2", "30.00")], { at: day("01-07") }),
    ],
    expect: { m1: { available: 50 } },
  },
  {
    title: "a refund undone gives all back where nobody took the room",
    program: program({ caps: [{ points: 50, per: "month" }] }),
    events: [
      order("1", day("01-05"), [line("1", "80.00")]),
      order("1", day("01-05"), [line("1", "80.00")], {
        at: day("01-06"),
        refunds: [refund("r", day("01-06"), "60.00")],
      }),
      order("1", day("01-05"), [line("1", "80.00")], { at: day("01-07") }),
    ],
    expect: { m1: { available: 50 } },
  },
  {
    title: "a refund that shrinks gives back what there is room for",
    program: program({ caps: [{ points: 50, per: "month" }] }),
    events: [
      order("1", day("01-05"), [line("1", "50.00")]),
      order("1", day("01-05"), [line("1", "50.00")], {
        at: day("01-06"),
        refunds: [refund("r", day("01-06"), "40.00")],
      }),
      order("2", day("01-07"), [line("1", "35.00")]),
      order("1", day("01-05"), [line("1", "50.00")], {
        at: day("01-08"),
        refunds: [refund("r", day("01-06"), "20.00")],
      }),
    ],
    expect: { m1: { available: 50 } },
  },
];
