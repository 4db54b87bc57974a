import { describe, expect, test } from "vitest";
import type { ProgramDocumentDraft } from "#app/domain/program/document/document.ts";
import { bought, onDay, tellCustomers } from "#tests/support/customer-story.ts";
import { answer, program, run } from "#tests/support/replay-story.ts";
import readyMade from "./ready-made.json" with { type: "json" };
import { parseSegments } from "./segments.ts";

const document = (...segments: readonly object[]) => ({ format: "regulars.segments/1", segments });
const joined = { at: onDay(0), type: "join", member: { id: "m1", tags: ["VIP"], country: "DE" } };
const two = [
  joined,
  bought(0, "5.00", { channel: "pos" }),
  bought(10, "7.50", { orderDiscount: "1.00" }, { kind: "Coffee", tags: ["New"] }),
];

/** Whether a customer of `two` is in a segment with this condition. */
function isIn(where: object, lines: readonly object[] = two): boolean {
  const { customers } = tellCustomers(lines, { segments: [{ id: "s", where }] });
  return customers.some(({ id, segments }) => id === "m1" && segments.includes("s"));
}

describe("a condition", () => {
  test.each([
    ["at least as many", { fact: "purchases.count", atLeast: 2 }, true],
    ["at least more", { fact: "purchases.count", atLeast: 3 }, false],
    ["at most as many", { fact: "purchases.count", atMost: 2 }, true],
    ["is", { fact: "purchases.count", is: 2 }, true],
    ["is not", { fact: "purchases.count", isNot: 2 }, false],
    ["any of", { fact: "purchases.count", anyOf: [1, 2] }, true],
    ["money by value, whatever its decimals", { fact: "purchases.value", is: "24" }, true],
    ["money between two minor units, at least", { fact: "purchases.value", atLeast: "24.001" }, false],
    ["money between two minor units, at most", { fact: "purchases.value", atMost: "24.001" }, true],
    ["money between two minor units is no amount", { fact: "purchases.value", is: "24.001" }, false],
    ["a tag in another case", { fact: "member.tags", is: "vip" }, true],
    ["a tag that is not there", { fact: "member.tags", isNot: "staff" }, true],
    ["one of several tags", { fact: "member.tags", anyOf: ["staff", "Vip"] }, true],
    ["an interest in a type", { fact: "interests", is: "Coffee" }, true],
    ["an interest in a tag, without case", { fact: "interests", is: "new" }, true],
    ["known", { fact: "country", known: true }, true],
    ["not known", { fact: "language", known: false }, true],
    ["a comparison with what is not known", { fact: "language", isNot: "de" }, false],
    ["and not of it", { not: { fact: "language", isNot: "de" } }, true],
    ["all of nothing", { all: [] }, true],
    ["any of nothing", { any: [] }, false],
    ["a channel", { fact: "purchases.count", channels: ["pos"], is: 1 }, true],
    ["with a discount", { fact: "purchases.value", discounted: true, is: "14.00" }, true],
    ["without a discount", { fact: "purchases.value", discounted: false, is: "10.00" }, true],
    ["with these lines alone", { fact: "purchases.count", lines: { types: ["Coffee"] }, is: 1 }, true],
    ["days, today in and the first one in", { fact: "purchases.count", within: { days: 10 }, is: 2 }, true],
    ["days, the one before out", { fact: "purchases.count", within: { days: 9 }, is: 1 }, true],
    ["months", { fact: "purchases.count", within: { months: 1 }, is: 2 }, true],
  ])("%s", (_, where, expected) => {
    expect(isIn(where)).toBe(expected);
  });

  test("returned orders by themselves, and the others", () => {
    const back = { refunds: [{ id: "r", at: onDay(1), lines: [{ line: "1", quantity: 1 }] }] };
    const lines = [bought(0, "5.00", back), bought(1, "5.00")];
    expect(isIn({ fact: "purchases.count", returned: true, is: 1 }, lines)).toBe(true);
    expect(isIn({ fact: "purchases.value", returned: false, is: "10.00" }, lines)).toBe(true);
  });

  test("with lines an order is looked at as if it had only these", () => {
    const lines = [
      { id: "1", quantity: 1, unitPrice: "10.00", kind: "Coffee" },
      { id: "2", quantity: 1, unitPrice: "5.00", kind: "Mug" },
    ];
    const refunds = [{ id: "r", at: onDay(0), lines: [{ line: "1", quantity: 1 }] }];
    const told = [bought(0, "0.00", { lines, refunds })];
    expect(isIn({ fact: "purchases.count", lines: { types: ["Coffee"] }, is: 0 }, told)).toBe(true);
    expect(isIn({ fact: "returns.count", lines: { types: ["Mug"] }, is: 0 }, told)).toBe(true);
    expect(isIn({ fact: "purchases.count", is: 1 }, told)).toBe(true);
  });
});

describe("a segments document is refused, with the place", () => {
  test.each([
    ["an unknown fact", { fact: "purchases.cuont", is: 1 }, "segments[0].where.fact"],
    ["an unknown field", { fact: "purchases.count", wihtin: {}, is: 1 }, "segments[0].where.wihtin"],
    ["a field of other facts", { fact: "age", within: { days: 3 }, is: 1 }, "segments[0].where.within"],
    ["no comparison", { fact: "age" }, "segments[0].where"],
    ["two comparisons", { fact: "age", is: 1, atLeast: 1 }, "segments[0].where"],
    ["an unknown segment", { all: [{ any: [{ segment: "b" }] }] }, "segments[0].where.all[0].any[0].segment"],
    ["a segment of itself", { not: { segment: "s" } }, "segments[0].where.not.segment"],
    ["money that is a number", { fact: "purchases.value", is: 5 }, "segments[0].where.is"],
    ["an order among what has none", { fact: "country", atLeast: "DE" }, "segments[0].where.atLeast"],
    [
      "a time of neither days nor months",
      { fact: "purchases.count", within: { weeks: 1 }, is: 1 },
      "segments[0].where.within.weeks",
    ],
    [
      "an unknown field of lines",
      { fact: "purchases.count", lines: { sku: ["a"] }, is: 1 },
      "segments[0].where.lines.sku",
    ],
    ["an empty list", { fact: "age", anyOf: [] }, "segments[0].where.anyOf"],
    ["what is no condition", [], "segments[0].where"],
    ["an unknown form", { none: [] }, "segments[0].where.none"],
  ])("%s", (_, where, path) => {
    const parsed = parseSegments(document({ id: "s", where }), 2);
    expect(parsed.ok ? [] : parsed.errors.map((error) => error.path)).toEqual([path]);
  });

  test("a circle by way of others", () => {
    const parsed = parseSegments(
      document({ id: "a", where: { segment: "b" } }, { id: "b", where: { all: [{ segment: "a" }] } }),
      2,
    );
    expect(parsed.ok ? [] : parsed.errors.map((error) => error.path)).toEqual([
      "segments[0].where.segment",
      "segments[1].where.all[0].segment",
    ]);
  });

  test("two of one id, a wrong format, a field too many", () => {
    const all = { all: [] };
    const parsed = parseSegments(
      {
        format: "x",
        segments: [
          { id: "a", where: all },
          { id: "a", where: all },
        ],
        more: 1,
      },
      2,
    );
    expect(parsed.ok ? [] : parsed.errors.map((error) => error.path)).toEqual([
      "more",
      "format",
      "segments[1].id",
    ]);
  });
});

describe("ready-made segments", () => {
  test("are a valid document, each with a sentence in both languages", () => {
    expect(parseSegments(readyMade, 2)).toMatchObject({ ok: true });
    expect(readyMade.segments.map(({ id }) => id)).toEqual([
      ...["new", "active", "inactive", "dormant", "premium", "high_value", "cyclic", "repeated"],
      ...["members_without_purchase", "bought_and_returned", "big_first_order", "interested"],
      ...["many_interests", "ambassadors", "losing_tier", "near_tier"],
    ]);
    for (const { means } of readyMade.segments) expect(Object.keys(means)).toEqual(["en", "de"]);
  });

  const isNow = (day: number) => ({ at: onDay(day), type: "activity", member: { id: "m9" }, activity: "x" });
  const looks = (day: number) => ({
    ...{ at: onDay(day), type: "activity", member: { id: "m1" }, activity: "product_view" },
    line: { kind: "Mug" },
  });
  const back = (day: number) =>
    bought(day, "5.00", { refunds: [{ id: "r", at: onDay(day), lines: [{ line: "1", quantity: 1 }] }] });
  test.each([
    ["new", [bought(0, "5.00"), isNow(30)], [bought(0, "5.00"), isNow(31)]],
    ["active", [bought(0, "5.00"), isNow(90)], [bought(0, "5.00"), isNow(91)]],
    ["inactive", [bought(0, "5.00"), isNow(91)], [bought(0, "5.00"), isNow(366)]],
    ["dormant", [bought(0, "5.00"), isNow(120)], [joined, isNow(200)]],
    [
      "cyclic",
      [0, 50, 100, 151].map((day) => bought(day, "5.00")),
      [0, 50, 100].map((day) => bought(day, "5.00")),
    ],
    ["repeated", [0, 1, 2].map((day) => bought(day, "5.00")), [0, 1, 200].map((day) => bought(day, "5.00"))],
    ["members_without_purchase", [joined], two],
    ["bought_and_returned", [0, 1, 2].map(back), two],
    [
      "big_first_order",
      [
        bought(0, "50.00"),
        bought(0, "5.00", { member: { id: "m2" } }),
        bought(1, "5.00", { member: { id: "m2" } }),
      ],
      two,
    ],
    ["interested", [looks(0), looks(1)], [looks(0), isNow(1)]],
  ])("%s holds and does not", (id, inside, outside) => {
    const segmentsIn = (lines: readonly object[]) =>
      tellCustomers(lines, { segments: readyMade.segments }).customers.find((one) => one.id === "m1")
        ?.segments;
    expect(segmentsIn(inside)).toContain(id);
    expect(segmentsIn(outside) ?? []).not.toContain(id);
  });
});

describe("rules that ask for segments", () => {
  const segments = parseSegments(
    document(
      { id: "returning", where: { fact: "purchases.count", atLeast: 1 } },
      { id: "scored", where: { fact: "rfm.frequency", atLeast: 1 } },
      { id: "active", where: { fact: "activity.count", activity: "review", atLeast: 2 } },
    ),
    2,
  );
  type Rule = ProgramDocumentDraft["earning"]["rules"][number];
  const withRule = (rule: Rule): ProgramDocumentDraft => ({
    ...program,
    timezone: "UTC",
    earning: { rules: [rule] },
  });
  const thanks = { id: "thanks", points: 100 };
  const pointsOf = (lines: readonly object[], rule: Rule) => {
    if (!segments.ok) throw new Error("the test's own segments are wrong");
    const { members } = answer(run(lines, withRule(rule), { segments: segments.segments }));
    return members.find(({ id }) => id === "m1")?.["available"];
  };
  const forReturning: Rule = { ...thanks, kind: "order", member: { segments: ["returning"] } };

  test("are answered by the facts of the instant just before the order", () => {
    expect(pointsOf([bought(0, "5.00")], forReturning)).toBe(0);
    expect(pointsOf([bought(0, "5.00"), bought(1, "5.00")], forReturning)).toBe(100);
  });

  test("are answered once: a later refund of the ground changes nothing", () => {
    const first = bought(0, "5.00");
    const second = bought(1, "5.00");
    const refunds = [{ id: "r", at: onDay(2), amount: "10.00", lines: [{ line: "1", quantity: 2 }] }];
    const returned = { ...first, at: onDay(2), order: { ...first.order, refunds } };
    const more = { ...second.order.lines[0], id: "2", quantity: 1 };
    const grown = {
      ...second,
      at: onDay(3),
      order: { ...second.order, lines: [...second.order.lines, more] },
    };
    expect(pointsOf([first, second, returned, grown], forReturning)).toBe(100);
  });

  test("ask for scores of the last midnight", () => {
    const rule: Rule = { ...thanks, kind: "order", member: { segments: ["scored"] } };
    const early = bought(1, "5.00", { paidAt: "2026-01-02T08:00:00Z" });
    expect(pointsOf([early, bought(1, "5.00")], rule)).toBe(0);
    expect(pointsOf([bought(0, "5.00"), bought(1, "5.00")], rule)).toBe(100);
  });

  test("of an activity are answered by the facts of its instant, itself included", () => {
    const review = (day: number) => ({
      at: onDay(day),
      type: "activity",
      member: { id: "m1" },
      activity: "review",
    });
    const rule: Rule = { ...thanks, kind: "activity", activity: "review", member: { segments: ["active"] } };
    expect(pointsOf([review(0)], rule)).toBe(0);
    expect(pointsOf([review(0), review(1)], rule)).toBe(100);
  });

  test("without segments nobody is in any", () => {
    const { members } = answer(run([bought(0, "5.00"), bought(1, "5.00")], withRule(forReturning)));
    expect(members[0]?.["available"]).toBe(0);
  });
});
