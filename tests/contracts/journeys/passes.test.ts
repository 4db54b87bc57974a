import { describe, expect, it } from "vitest";
import { answerTo, at, join, journey, line, note, order, told } from "#tests/support/journey-story.ts";
import type { JourneyStory } from "#tests/support/journey-story.ts";

const hello = join(at("2026-01-05"));
const j = (more: object) => journey("j", { on: "joined" }, more);
const joining = (steps: readonly object[], more: Partial<JourneyStory> = {}): JourneyStory => ({
  journeys: [j({ steps })],
  lines: [hello],
  stopAt: at("2026-04-30"),
  ...more,
});

describe("again", () => {
  const buys = (again: unknown, whens: readonly string[]): JourneyStory => ({
    journeys: [journey("j", { on: "purchase" }, { again })],
    lines: whens.map((when, index) => order(String(index), when)),
  });
  const days = [at("2026-01-05", "20:00"), at("2026-01-06", "20:00"), at("2026-01-07", "09:00")];
  it.each([
    ["always", "always", ["2026-01-05T20:00", "2026-01-06T20:00", "2026-01-07T09:00"]],
    ["once", "once", ["2026-01-05T20:00"]],
    [
      "from the n-th day after the day the last pass began",
      { afterDays: 2 },
      ["2026-01-05T20:00", "2026-01-07T09:00"],
    ],
  ])("%s", (_, again, goesAt) => {
    expect(told(buys(again, days))).toEqual(goesAt.map((when) => `${when} m1 j 0 inbox j`));
  });
});

describe("where", () => {
  it("is asked at the trigger, its event included, also where that is dated a little ahead", () => {
    const where = { fact: "purchases.count", is: 1 };
    const bought = order("1", at("2026-01-05"), { more: { paidAt: "2026-01-05T10:00:05+01:00" } });
    expect(told({ journeys: [journey("j", { on: "purchase" }, { where })], lines: [bought] })).toEqual([
      "2026-01-05T10:00 m1 j 0 inbox j",
    ]);
  });

  it("uses up neither key nor `again` where it fails", () => {
    const where = { fact: "purchases.count", atLeast: 2 };
    const lines = [order("1", at("2026-01-05")), order("2", at("2026-01-06")), order("3", at("2026-01-07"))];
    expect(told({ journeys: [journey("j", { on: "purchase" }, { where, again: "once" })], lines })).toEqual([
      "2026-01-06T10:00 m1 j 0 inbox j",
    ]);
  });

  it("may ask how many mails went", () => {
    const where = { fact: "mail.sent", within: { days: 30 }, atMost: 1 };
    const steps = [{ send: { channel: "email", template: "a" } }];
    const lines = [hello, ...["05", "06", "07"].map((day) => order(day, at(`2026-01-${day}`, "12:00")))];
    expect(told({ journeys: [journey("j", { on: "purchase" }, { where, steps })], lines })).toEqual([
      "2026-01-05T12:00 m1 j 0 email a",
      "2026-01-06T12:00 m1 j 0 email a",
    ]);
  });

  it("may ask for a segment", () => {
    const segments = { some: { fact: "purchases.count", atLeast: 2 } };
    const lines = [order("1", at("2026-01-05")), order("2", at("2026-01-06"))];
    const journeys = [journey("j", { on: "purchase" }, { where: { segment: "some" } })];
    expect(told({ segments, journeys, lines })).toEqual(["2026-01-06T10:00 m1 j 0 inbox j"]);
  });
});

describe("at one instant", () => {
  it("journeys come in the order of the file, members by id, and codes are numbered so", () => {
    const when = at("2026-02-01");
    const steps = [{ give: { reward: "gift" } }, note("n")];
    const journeys = ["b", "a"].map((id) => journey(id, { on: "date", at: when }, { steps }));
    const program = { rewards: [{ id: "gift", kind: "percentOff", percent: 10 }] } as const;
    const lines = [join(at("2026-01-05"), { id: "m2" }), join(at("2026-01-06"), { id: "m1" })];
    expect(told({ program, journeys, lines, stopAt: when })).toEqual([
      "2026-02-01T10:00 m1 b 1 inbox n J1",
      "2026-02-01T10:00 m2 b 1 inbox n J2",
      "2026-02-01T10:00 m1 a 1 inbox n J3",
      "2026-02-01T10:00 m2 a 1 inbox n J4",
    ]);
  });

  it("what is due comes before the line, and the line before its passes", () => {
    const steps = [{ wait: { days: 1 } }, note("n")];
    const journeys = [j({ steps, stopWhen: ["purchase"] }), journey("k", { on: "purchase" })];
    expect(told({ journeys, lines: [hello, order("1", at("2026-01-06"))] })).toEqual([
      "2026-01-06T10:00 m1 j 1 inbox n",
      "2026-01-06T10:00 m1 k 0 inbox k",
    ]);
  });
});

describe("a journey line", () => {
  const change = (when: string, document: object) => ({ at: when, type: "journey", journey: document });
  const slow = (template: string) => j({ steps: [{ wait: { days: 10 } }, note(template)] });

  it("switches a journey on: nothing is triggered by what happened before", () => {
    const lines = [
      order("1", at("2026-01-05")),
      change(at("2026-01-06"), journey("j", { on: "purchase" })),
      order("1", at("2026-01-05"), { told: at("2026-01-07"), units: 2 }),
      order("2", at("2026-01-05"), { told: at("2026-01-07") }),
      order("3", at("2026-01-08")),
    ];
    expect(told({ journeys: [], lines })).toEqual(["2026-01-08T10:00 m1 j 0 inbox j"]);
  });

  it("how things stand when it is switched on brought nothing about", () => {
    const segments = { some: { fact: "purchases.count", atLeast: 1 } };
    const lines = [
      order("1", at("2026-01-05")),
      change(at("2026-01-06"), journey("j", { on: "segment_entered", segment: "some" })),
      order("2", at("2026-01-07")),
      order("3", at("2026-01-08"), { member: { id: "m2" } }),
    ];
    expect(told({ segments, journeys: [], lines })).toEqual(["2026-01-08T10:00 m2 j 0 inbox j"]);
  });

  it("replaces a version: passes that run keep theirs, and keys stay used", () => {
    const lines = [
      hello,
      change(at("2026-01-06"), slow("new")),
      join(at("2026-01-07"), { id: "m2" }),
      join(at("2026-01-08")),
    ];
    expect(told({ journeys: [slow("old")], lines, stopAt: at("2026-01-31") })).toEqual([
      "2026-01-15T10:00 m1 j 1 inbox old",
      "2026-01-17T10:00 m2 j 1 inbox new",
    ]);
  });

  it("switches it off: its passes are stopped where they stand", () => {
    const lines = [
      hello,
      change(at("2026-01-06"), j({ enabled: false })),
      join(at("2026-01-07"), { id: "m2" }),
      change(at("2026-01-08"), j({})),
      join(at("2026-01-09"), { id: "m3" }),
    ];
    expect(told({ journeys: [slow("old")], lines, stopAt: at("2026-01-31") })).toEqual([
      "2026-01-09T10:00 m3 j 0 inbox j",
      "2026-01-06T10:00 m1 j 0 skipped: stopped",
    ]);
  });

  it("a journey that is off in the file begins no passes", () => {
    expect(told(joining([], { journeys: [j({ enabled: false })] }))).toEqual([]);
  });

  it("of the wrong form stops the run", () => {
    const lines = [change(at("2026-01-06"), { ...j({}), holdout: 60 })];
    expect(() => told({ journeys: [], lines })).toThrow(
      "line.journey: holdout: found 60, allowed: at most 50",
    );
  });
});

it("without anything to run the answer says so", () => {
  expect(
    answerTo({ journeys: [], lines: [hello, line("cart", at("2026-01-06"), { cart: { id: "c" } })] }),
  ).toMatchObject({
    messages: [],
    skipped: [],
    heldOut: [],
  });
});
