import { describe, expect, it } from "vitest";
import type { ProgramDocumentDraft } from "#app/domain/program/document/document.ts";
import { back, member, noon, order, replay } from "#tests/support/engagement-story.ts";

const mug = { id: "mug", kind: "freeProduct" as const, products: ["mug"] };

describe("challenges", () => {
  const weekly = {
    challenges: [
      {
        id: "new",
        every: "week",
        goal: { count: "units", atLeast: 2, lines: { tags: ["new"] } },
        give: { points: 100 },
      },
    ],
  } satisfies Partial<ProgramDocumentDraft>;
  const two = order("1", { at: noon("2026-01-06"), units: 2, tags: ["new"] });

  it("give points at once when the goal is met, and say so", () => {
    const seen = member(replay(weekly, [two], noon("2026-01-13")));
    expect(seen).toMatchObject({ available: 100, earned: 100, qualifying: "20.00" });
    expect(seen?.["challenges"]).toEqual([
      { id: "new", period: "2026-W02", progress: 2, goal: 2, done: true, given: { points: 100, codes: [] } },
      { id: "new", period: "2026-W03", progress: 0, goal: 2, done: false, given: { points: 0, codes: [] } },
    ]);
  });

  it("take points back when the goal falls, and give them again when it is met again", () => {
    const returned = order("1", {
      at: noon("2026-01-06"),
      units: 2,
      tags: ["new"],
      refunds: [back(noon("2026-01-08"))],
    });
    const more = order("2", { at: noon("2026-01-07"), tags: ["new"] });
    const fallen = { ...returned, at: noon("2026-01-08") };
    expect(member(replay(weekly, [two, fallen]))).toMatchObject({ available: 0, earned: 0 });
    expect(member(replay(weekly, [two, fallen, { ...more, at: noon("2026-01-09") }]))).toMatchObject({
      available: 100,
      earned: 100,
    });
  });

  it("come to the same in whatever order orders are told", () => {
    const first = order("1", { at: noon("2026-01-06"), tags: ["new"] });
    const second = order("2", { at: noon("2026-01-07"), tags: ["new"] });
    const late = noon("2026-01-20");
    const told = [first, second].map((line) => ({ ...line, at: late }));
    expect(member(replay(weekly, told))).toEqual(member(replay(weekly, [...told].reverse())));
    expect(member(replay(weekly, told))).toMatchObject({ earned: 100 });
  });

  it("give codes on cards of stamps; unused ones are withdrawn, the latest first", () => {
    const stamps = {
      rewards: [mug],
      challenges: [{ id: "tenth", kind: "stamps", per: 2, give: { reward: "mug" }, repeat: true }],
    } satisfies Partial<ProgramDocumentDraft>;
    const four = order("1", { at: noon("2026-01-06"), units: 4 });
    const given = member(replay(stamps, [four]));
    expect(given?.["codes"]).toMatchObject([
      { code: "GIFT-1", reward: "mug", points: 0, state: "issued" },
      { code: "GIFT-2", state: "issued" },
    ]);
    expect(given?.["challenges"]).toMatchObject([
      {
        id: "tenth",
        period: "once",
        progress: 0,
        goal: 2,
        done: true,
        given: { codes: ["GIFT-1", "GIFT-2"] },
      },
    ]);
    const used = order("2", { at: noon("2026-01-07"), units: 1, codes: ["GIFT-2"], kind: "tea" });
    const returned = order("1", {
      at: noon("2026-01-06"),
      units: 4,
      refunds: [back(noon("2026-01-08"), 3, "30.00")],
    });
    const fewer = member(replay(stamps, [four, used, { ...returned, at: noon("2026-01-08") }]));
    expect(fewer?.["codes"]).toMatchObject([
      { code: "GIFT-1", state: "revoked" },
      { code: "GIFT-2", state: "used" },
    ]);
  });

  it("ask who may take part just before the order, and need a choice where they say so", () => {
    const silver = {
      tiers: {
        levels: [
          { id: "bronze", from: "0" },
          { id: "silver", from: "10.00" },
        ],
      },
      challenges: [
        {
          id: "c",
          every: "month",
          goal: { count: "purchases", atLeast: 1 },
          give: { points: 5 },
          member: { tiers: ["silver"] },
          optIn: true,
        },
      ],
    } satisfies Partial<ProgramDocumentDraft>;
    const orders = [order("1", { at: noon("2026-01-06") }), order("2", { at: noon("2026-01-07") })];
    const choice = { at: noon("2026-01-05"), type: "optIn", member: { id: "m1" }, challenge: "c" };
    expect(member(replay(silver, [choice, ...orders]))).toMatchObject({ earned: 5 });
    expect(member(replay(silver, orders))).toMatchObject({ earned: 0 });
    expect(member(replay(silver, [choice, orders[0] ?? {}]))).toMatchObject({ earned: 0 });
    expect(replay(silver, [{ ...choice, challenge: "x" }]).rejected).toHaveLength(1);
  });

  it("count activities by name, each key once", () => {
    const reviews = {
      challenges: [
        {
          id: "r",
          every: "once",
          goal: { count: "activities", activity: "review", atLeast: 2 },
          give: { points: 9 },
        },
      ],
    } satisfies Partial<ProgramDocumentDraft>;
    const review = (key: string) => ({
      at: noon("2026-01-06"),
      type: "activity",
      member: { id: "m1" },
      activity: "review",
      key,
    });
    expect(member(replay(reviews, [review("a"), review("a")]))).toMatchObject({ earned: 0 });
    expect(member(replay(reviews, [review("a"), review("b")]))).toMatchObject({ earned: 9 });
  });
});

describe("activities of the clock", () => {
  const rules = [
    { id: "b", kind: "activity", activity: "birthday", points: 50 },
    { id: "y", kind: "activity", activity: "anniversary", points: 7 },
  ] satisfies ProgramDocumentDraft["earning"]["rules"];
  const join = { at: noon("2026-01-05"), type: "join", member: { id: "m1", birthday: "1990-02-29" } };

  it("give a birthday's points at 00:00 of the day, 29 February on the 28th", () => {
    const at = (day: string) => member(replay({ earning: { rules } }, [join], day));
    expect(at("2026-02-27T23:59:59+01:00")).toMatchObject({ earned: 0 });
    expect(at("2026-02-28T00:00:00+01:00")).toMatchObject({ earned: 50 });
  });

  it("a line of that year is the same one", () => {
    const line = { at: noon("2026-02-28"), type: "activity", member: { id: "m1" }, activity: "birthday" };
    expect(member(replay({ earning: { rules } }, [join, line, line]))).toMatchObject({ earned: 50 });
    const early = { ...line, at: noon("2026-02-01") };
    expect(member(replay({ earning: { rules } }, [join, early], noon("2026-03-01")))).toMatchObject({
      earned: 50,
    });
  });

  it("an anniversary comes a year after joining", () => {
    expect(member(replay({ earning: { rules } }, [join], noon("2027-01-04")))).toMatchObject({ earned: 50 });
    expect(member(replay({ earning: { rules } }, [join], noon("2027-01-05")))).toMatchObject({ earned: 57 });
  });
});
