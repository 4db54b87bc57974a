import { describe, expect, it } from "vitest";
import { answerTo, at, join, journey, note, order, tell, told } from "#tests/support/journey-story.ts";
import type { JourneyStory } from "#tests/support/journey-story.ts";

const hello = join(at("2026-01-05"));
const j = (more: object) => journey("j", { on: "joined" }, more);
const joining = (steps: readonly object[], more: Partial<JourneyStory> = {}): JourneyStory => ({
  journeys: [j({ steps })],
  lines: [hello],
  stopAt: at("2026-04-30"),
  ...more,
});

describe("a wait is its days, then its hours, then the first time of day not before that", () => {
  const spring = [join(at("2026-03-27"))];
  it.each<[string, object, string, readonly object[]]>([
    ["days", { days: 2 }, "2026-01-07T10:00", [hello]],
    ["days keep the time of day when clocks change", { days: 3 }, "2026-03-30T10:00", spring],
    ["hours do not", { hours: 72 }, "2026-03-30T11:00", spring],
    ["a time of day that is now is now", { at: "10:00" }, "2026-01-05T10:00", [hello]],
    ["one that has passed is tomorrow's", { at: "09:59" }, "2026-01-06T09:59", [hello]],
    ["all of them", { days: 1, hours: 2, at: "11:00" }, "2026-01-07T11:00", [hello]],
    [
      "in the customer's own zone",
      { days: 1, at: "09:00" },
      "2026-01-06T15:00",
      [join(at("2026-01-05"), { zone: "America/New_York" })],
    ],
  ])("%s", (_, wait, goesAt, lines) => {
    expect(told(joining([{ wait }, note("n")], { lines }))).toEqual([`${goesAt} m1 j 1 inbox n`]);
  });
});

describe("only", () => {
  it("ends the pass where it fails, without a note", () => {
    const steps = [{ wait: { days: 2 } }, { only: { fact: "purchases.count", is: 0 } }, note("n")];
    expect(told(joining(steps))).toEqual(["2026-01-07T10:00 m1 j 2 inbox n"]);
    expect(told(joining(steps, { lines: [hello, order("1", at("2026-01-06"))] }))).toEqual([]);
  });
});

describe("give", () => {
  const gift = { id: "gift", kind: "percentOff", percent: 10, validDays: 30 } as const;

  it("posts points with the cause of the step, available at once and counting towards no level", () => {
    const program = {
      tiers: {
        metric: "points",
        levels: [
          { id: "low", from: "0" },
          { id: "high", from: "10" },
        ],
      },
    } as const;
    const [member] = answerTo(joining([note("n"), { give: { points: 50 } }], { program })).members;
    expect(member).toMatchObject({
      ...{ available: 50, earned: 50, tier: "low", qualifying: "0" },
      lots: [{ points: 50, cause: "journey:j:m1:m1:1", availableAt: at("2026-01-05") }],
    });
  });

  it("takes no more than is available", () => {
    const lines = [order("1", at("2026-01-04"), { price: "30.00" }), hello];
    const [member] = answerTo(joining([{ give: { points: -50 } }], { lines })).members;
    expect(member).toMatchObject({ available: 0, debt: 0, earned: 0 });
  });

  it("gives a reward as a code of its own, and the messages that follow carry it", () => {
    const seen = answerTo(
      joining([note("a"), { give: { reward: "gift" } }, note("b")], { program: { rewards: [gift] } }),
    );
    expect(seen.members[0]?.codes).toEqual([
      { code: "J1", reward: "gift", points: 0, state: "released", expiresAt: at("2026-02-05", "00:00") },
    ]);
    expect(seen.messages.map(({ code }) => code)).toEqual([undefined, "J1"]);
  });

  it("asks for no cost, tier or limit", () => {
    const rewards = [{ ...gift, cost: 500, tiers: ["gold"], limitPerMember: 1 }] as const;
    const program = { rewards, tiers: { levels: [{ id: "gold", from: "1000.00" }] } } as const;
    const seen = answerTo(joining([{ give: { reward: "gift" } }, { give: { reward: "gift" } }], { program }));
    expect(seen.members[0]).toMatchObject({ available: 0, codes: [{ code: "J1" }, { code: "J2" }] });
  });

  it("takes from the stock, and where nothing is left nothing is given", () => {
    const program = { rewards: [{ ...gift, stock: 1 }] };
    const lines = [hello, join(at("2026-01-06"), { id: "m2" })];
    expect(told(joining([{ give: { reward: "gift" } }, note("n")], { program, lines }))).toEqual([
      "2026-01-05T10:00 m1 j 1 inbox n J1",
      "2026-01-06T10:00 m2 j 1 inbox n",
      "2026-01-06T10:00 m2 j 0 skipped: out_of_stock",
    ]);
  });

  it.each([
    ["most_bought", ["p1"]],
    ["recommended", ["p2"]],
  ])("gives a code for products of the customer: %s", (products, expected) => {
    const program = { rewards: [gift] };
    const buyer = (id: string, product: string, day: string) =>
      order(`${id}-${product}-${day}`, at(day), { member: { id }, product });
    // Five customers bought both; m1 bought the one in four purchases.
    const others = ["a", "b", "c", "d", "e"].flatMap((id) => [
      buyer(id, "p1", "2026-01-01"),
      buyer(id, "p2", "2026-01-01"),
    ]);
    const own = ["2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04"].map((day) => buyer("m1", "p1", day));
    const replay = tell(
      joining([{ give: { reward: "gift", products } }], { program, lines: [...others, ...own, hello] }),
    );
    expect(replay.books.members.get("m1")?.codes.get("J1")?.products).toEqual(expected);
  });

  it("where the customer has no such products the code holds for what the reward says", () => {
    const replay = tell(
      joining([{ give: { reward: "gift", products: "most_bought" } }], { program: { rewards: [gift] } }),
    );
    expect(replay.books.members.get("m1")?.codes.get("J1")).not.toHaveProperty("products");
  });

  it("stays whatever becomes of its trigger", () => {
    const lines = [
      order("1", at("2026-01-05")),
      order("1", at("2026-01-05"), { told: at("2026-01-06"), more: { cancelledAt: at("2026-01-06") } }),
    ];
    const journeys = [journey("j", { on: "purchase" }, { steps: [{ give: { points: 50 } }] })];
    expect(answerTo({ journeys, lines }).members[0]).toMatchObject({ available: 50 });
  });

  it("is given where no message can be sent", () => {
    const lines = [join(at("2026-01-05"), { consent: { email: false } })];
    const steps = [{ send: { channel: "email", template: "a" } }, { give: { points: 5 } }];
    expect(answerTo(joining(steps, { lines })).members[0]).toMatchObject({ available: 5 });
  });
});

/** SHA-256 of "j:m1:m1:0" ÷ 2³² is 0.7806, of "j:m1:m1:0.1.0" 0.8727, of "j:m2:m2:0" 0.3171. */
describe("choose", () => {
  const arms = (...shares: readonly [number, string][]) => ({
    choose: shares.map(([share, template]) => ({ share, steps: [note(template)] })),
  });

  it.each([
    ["by cumulated shares", arms([50, "a"], [50, "b"]), "0.1.0 inbox b"],
    ["the share that reaches it", arms([79, "a"], [21, "b"]), "0.0.0 inbox a"],
    ["an arm of nothing is never drawn", arms([0, "a"], [100, "b"]), "0.1.0 inbox b"],
  ])("%s", (_, choose, expected) => {
    expect(told(joining([choose, note("after")]))).toEqual([
      `2026-01-05T10:00 m1 j ${expected}`,
      "2026-01-05T10:00 m1 j 1 inbox after",
    ]);
  });

  it("within a choice the place of the step takes part in the draw", () => {
    const inner = {
      choose: [
        { share: 87, steps: [note("a")] },
        { share: 13, steps: [note("b")] },
      ],
    };
    const outer = {
      choose: [
        { share: 50, steps: [] },
        { share: 50, steps: [inner] },
      ],
    };
    expect(told(joining([outer, note("after")]))).toEqual([
      "2026-01-05T10:00 m1 j 0.1.0.1.0 inbox b",
      "2026-01-05T10:00 m1 j 1 inbox after",
    ]);
    expect(told(joining([outer, note("after")], { lines: [join(at("2026-01-05"), { id: "m2" })] }))).toEqual([
      "2026-01-05T10:00 m2 j 1 inbox after",
    ]);
  });
});

/** SHA-256 of "j:m3:holdout" ÷ 2³² is 0.0816, of "j:m1:holdout" 0.96. */
describe("holdout", () => {
  const lines = [hello, join(at("2026-01-06"), { id: "m3" })];

  it("keeps the same members out, who are named and get nothing", () => {
    const seen = joining([], { journeys: [j({ holdout: 9, steps: [note("n")] })], lines });
    expect(told(seen)).toEqual(["2026-01-05T10:00 m1 j 0 inbox n", "2026-01-06T10:00 m3 j held out"]);
  });

  it("compares with what is below the share alone", () => {
    const seen = joining([], { journeys: [j({ holdout: 8, steps: [note("n")] })], lines });
    expect(told(seen)).toHaveLength(2);
    expect(answerTo(seen).heldOut).toEqual([]);
  });

  it("holds nobody out whom the condition leaves out, and a pass held out counts for `again`", () => {
    const where = { fact: "purchases.count", is: 2 };
    const journeys = [journey("j", { on: "purchase" }, { holdout: 9, where, again: "once" })];
    const m3 = { member: { id: "m3" } };
    const bought = [1, 2, 3].map((day) => order(String(day), at(`2026-01-0${String(day)}`), m3));
    expect(told({ journeys, lines: bought })).toEqual(["2026-01-02T10:00 m3 j held out"]);
  });
});
