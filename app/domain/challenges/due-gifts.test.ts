import { describe, expect, it } from "vitest";
import type { Gift } from "./challenge.ts";
import { inEveryLanguage } from "../program/texts/text.ts";
import type { Challenge } from "./challenge.ts";
import { NOTHING } from "./challenge-entry.ts";
import type { ChallengeEntry, Contribution } from "../books/engagement.ts";
import { dueGifts } from "./due-gifts.ts";
import type { Participation } from "./due-gifts.ts";

const points = (amount: number): Gift => ({ kind: "points", points: amount });
const every = { id: "c", name: inEveryLanguage("C"), enabled: true, badge: null, member: null, optIn: false };
const purchases = { count: "purchases", atLeast: 1, lines: null, activity: null } as const;

type Day = readonly [day: string, contribution: Partial<Contribution>];

function entry([day, contribution]: Day, index: number): ChallengeEntry {
  return {
    source: `order:${String(index)}`,
    at: Date.parse(`${day}T12:00:00+01:00`),
    programVersion: 1,
    counts: new Map([["c", { ...NOTHING, ...contribution }]]),
  };
}

function part(challenge: Challenge, days: readonly Day[]): Participation {
  return {
    entries: days.map(entry),
    optIns: new Map(),
    definition: (id) => (id === challenge.id ? challenge : undefined),
    zone: "Europe/Berlin",
    drawName: "m1",
  };
}

/** `cause × times` of every gift that is due. */
function due(challenge: Challenge, days: readonly Day[]): string[] {
  const told = dueGifts(part(challenge, days));
  expect(dueGifts(part(challenge, [...days].reverse()))).toEqual(expect.arrayContaining(told));
  return told.filter(({ times }) => times > 0).map(({ cause, times }) => `${cause} × ${String(times)}`);
}

const bought = { purchases: 1, units: 1 } as const;

describe("what is due", () => {
  const weekly: Challenge = {
    ...every,
    kind: "goal",
    every: { kind: "week" },
    goal: { ...purchases, count: "units", atLeast: 2 },
    steps: [],
    gift: points(100),
    repeat: false,
  };

  it("a goal counts within its week, Monday to Sunday", () => {
    expect(
      due(weekly, [
        ["2026-01-05", { units: 1 }],
        ["2026-01-11", { units: 1 }],
      ]),
    ).toEqual(["challenge:c:2026-W02 × 1"]);
    expect(
      due(weekly, [
        ["2026-01-11", { units: 1 }],
        ["2026-01-12", { units: 1 }],
      ]),
    ).toEqual([]);
  });

  it("a goal that repeats gives for every full measure", () => {
    expect(due({ ...weekly, repeat: true }, [["2026-01-05", { units: 5 }]])).toEqual([
      "challenge:c:2026-W02 × 2",
    ]);
  });

  it("steps on the way give their own", () => {
    const steps = [
      { at: 1, gift: points(10) },
      { at: 2, gift: points(20) },
    ];
    const explorer: Challenge = { ...weekly, goal: { ...purchases, count: "types", atLeast: 3 }, steps };
    expect(
      due(explorer, [
        ["2026-01-05", { types: ["tea"] }],
        ["2026-01-06", { types: ["tea", "cake"] }],
      ]),
    ).toEqual(["challenge:c:2026-W02:step:1 × 1", "challenge:c:2026-W02:step:2 × 1"]);
  });

  it("a span is half open, and once is for ever", () => {
    const span = {
      kind: "span",
      from: Date.parse("2026-01-05T12:00:00+01:00"),
      to: Date.parse("2026-01-06T12:00:00+01:00"),
      text: "a/b",
    } as const;
    const goal = { ...weekly, goal: purchases };
    expect(due({ ...goal, every: span }, [["2026-01-05", bought]])).toEqual(["challenge:c:a/b × 1"]);
    expect(due({ ...goal, every: span }, [["2026-01-06", bought]])).toEqual([]);
    expect(
      due({ ...goal, every: { kind: "once" } }, [
        ["2026-01-05", bought],
        ["2027-01-05", bought],
      ]),
    ).toEqual(["challenge:c:once × 1"]);
  });

  const streak: Challenge = {
    ...every,
    kind: "streak",
    every: { kind: "week" },
    length: 2,
    goal: purchases,
    gift: points(200),
    repeat: true,
  };
  const weeks = (...days: string[]): Day[] => days.map((day) => [day, bought]);

  it.each<[string, boolean, Day[], string[]]>([
    ["two weeks on end", true, weeks("2026-01-05", "2026-01-12"), ["challenge:c × 1"]],
    ["a missed week breaks the run", true, weeks("2026-01-05", "2026-01-19"), []],
    [
      "a run of four is two gifts with repeat",
      true,
      weeks("2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26"),
      ["challenge:c × 2"],
    ],
    [
      "without repeat it is one, ever",
      false,
      weeks("2026-01-05", "2026-01-12", "2026-02-02", "2026-02-09"),
      ["challenge:c × 1"],
    ],
    ["the year's end is no gap", true, weeks("2025-12-29", "2026-01-05"), ["challenge:c × 1"]],
  ])("a streak: %s", (_, repeat, days, expected) => {
    expect(due({ ...streak, repeat }, days)).toEqual(expected);
  });

  it("stamps: every unit is one, so many an order at most", () => {
    const stamps: Challenge = {
      ...every,
      kind: "stamps",
      per: 3,
      lines: null,
      stampsPerOrder: 2,
      gift: { kind: "reward", rewardId: "coffee" },
      repeat: true,
    };
    const days: Day[] = ["2026-01-05", "2026-01-06", "2026-01-07"].map((day) => [day, { units: 5 }]);
    expect(due(stamps, days)).toEqual(["challenge:c × 2"]);
    expect(due({ ...stamps, repeat: false }, days)).toEqual(["challenge:c × 1"]);
  });

  it("a surprise comes in every n-th week from its Monday, once, the same whoever asks", () => {
    const surprise: Challenge = {
      ...every,
      kind: "surprise",
      everyWeeks: 5,
      from: "2026-01-05",
      goal: purchases,
      oneOf: [
        { gift: points(20), weight: 3 },
        { gift: points(50), weight: 1 },
      ],
    };
    expect(
      due(surprise, [
        ["2026-01-04", bought],
        ["2026-01-06", bought],
        ["2026-01-07", bought],
        ["2026-01-14", bought],
        ["2026-02-09", bought],
      ]),
    ).toEqual(["challenge:c:2026-W02 × 1", "challenge:c:2026-W07 × 1"]);
    // SHA-256 of "c:m1:2026-01-05" ÷ 2³² is 0.96: beyond the three quarters of the first.
    const [first] = dueGifts(part(surprise, [["2026-01-06", bought]]));
    expect(first?.gift).toEqual(points(50));
  });

  it("orders count from the moment a member chose to take part", () => {
    const chosen = { ...weekly, optIn: true, goal: purchases };
    const days: Day[] = [["2026-01-05", bought]];
    const on = (day: string) => ({ ...part(chosen, days), optIns: new Map([["c", Date.parse(day)]]) });
    expect(due(chosen, days)).toEqual([]);
    expect(dueGifts(on("2026-01-05T12:00:00+01:00")).map(({ times }) => times)).toEqual([1]);
    expect(dueGifts(on("2026-01-05T12:00:01+01:00"))).toEqual([]);
  });
});
