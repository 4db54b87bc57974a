import { describe, expect, test } from "vitest";
import { bought, factsOf, onDay } from "#tests/support/customer-story.ts";
import { program } from "#tests/support/replay-story.ts";
import { FACTS } from "./facts.ts";

const refund = (day: number, more: object) => ({ refunds: [{ id: "r", at: onDay(day), ...more }] });
const back = (quantity: number, amount?: string) => ({
  lines: [{ line: "1", quantity, ...(amount && { amount }) }],
});
const goods = (line: object, ...more: object[]) => ({
  lines: [{ id: "1", quantity: 1, unitPrice: "10.00", ...line }, ...more],
});
const does = (day: number, activity: string, more: object = {}) => ({
  at: onDay(day),
  type: "activity",
  member: { id: "m1" },
  activity,
  ...more,
});
const joins = (more: object) => ({ at: onDay(0), type: "join", member: { id: "m1", ...more } });
const looks = (day: number, kind: string) => does(day, "product_view", { line: { product: "p", kind } });
const other = { member: { id: "m2" } };
const three = [bought(0, "5.00"), bought(10, "5.00"), bought(30, "5.00")];

const tiered = {
  ...program,
  timezone: "UTC",
  tiers: {
    window: { kind: "rolling" as const, months: 12 },
    levels: [
      { id: "bronze", from: "0" },
      { id: "silver", from: "100.00" },
      { id: "gold", from: "300.00" },
    ],
  },
};

/** What a customer did, the fact, and what it is then. */
const TABLE: readonly (readonly [string, string, readonly object[], unknown])[] = [
  ["two purchases", "purchases.count", [bought(0, "5.00"), bought(1, "5.00")], 2],
  [
    "a cancelled one is none",
    "purchases.count",
    [bought(0, "5.00", { cancelledAt: onDay(0) }), bought(1, "5.00")],
    1,
  ],
  ["a test is none", "purchases.count", [bought(0, "5.00", { test: true })], 0],
  ["an unpaid one is none", "purchases.count", [bought(0, "5.00", { paidAt: null })], 0],
  ["a gift card alone is none", "purchases.count", [bought(0, "5.00", {}, { giftCard: true })], 0],
  ["one of two units back is one still", "purchases.count", [bought(0, "5.00", refund(0, back(1)))], 1],
  ["both units back is none", "purchases.count", [bought(0, "5.00", refund(0, back(2)))], 0],
  ["all money back is none", "purchases.count", [bought(0, "5.00", refund(0, { amount: "10.00" }))], 0],
  ["goods for nothing are one", "purchases.count", [bought(0, "0.00")], 1],
  ["two units of 5.00", "purchases.value", [bought(0, "5.00")], "10.00"],
  ["less a discount of the line", "purchases.value", [bought(0, "5.00", {}, { discount: "1.50" })], "8.50"],
  ["less a discount of the order", "purchases.value", [bought(0, "5.00", { orderDiscount: "3.00" })], "7.00"],
  [
    "less what was refunded for the line",
    "purchases.value",
    [bought(0, "5.00", refund(0, back(0, "2.50")))],
    "7.50",
  ],
  [
    "a third of 10.00 back without amount, floored",
    "purchases.value",
    [
      bought(0, "0.00", {
        ...goods({ quantity: 3, unitPrice: "3.34", discount: "0.02" }),
        ...refund(0, back(1)),
      }),
    ],
    "6.66",
  ],
  [
    "less a mere amount but for its shipping",
    "purchases.value",
    [bought(0, "5.00", refund(0, { amount: "7.00", shipping: "4.00" }))],
    "7.00",
  ],
  [
    "a mere amount beyond the goods takes them all",
    "purchases.value",
    [bought(0, "5.00", refund(0, { amount: "70.00" })), bought(1, "1.00")],
    "2.00",
  ],
  [
    "floored to minor units",
    "purchases.average",
    [bought(0, "5.00"), bought(1, "2.50"), bought(2, "2.50")],
    "6.66",
  ],
  ["nothing is no average", "purchases.average", [bought(0, "5.00", { test: true })], undefined],
  ["units kept", "purchases.units", [bought(0, "5.00", refund(0, back(1))), bought(1, "5.00")], 3],
  [
    "twice the others' and mine together",
    "purchases.averageToShop",
    [bought(0, "15.00"), bought(0, "2.50", other)],
    30 / 17.5,
  ],
  ["days with a purchase", "purchases.days", [bought(0, "5.00"), bought(0, "5.00"), bought(3, "5.00")], 2],
  ["a unit back", "returns.count", [bought(0, "5.00", refund(0, back(1))), bought(1, "5.00")], 1],
  ["all money back", "returns.count", [bought(0, "5.00", refund(0, { amount: "10.00" }))], 1],
  [
    "a cancelled one is no return",
    "returns.count",
    [bought(0, "5.00", { ...refund(0, back(1)), cancelledAt: onDay(0) })],
    0,
  ],
  [
    "half of one, all of the other",
    "returns.share",
    [bought(0, "5.00", refund(0, back(1))), bought(1, "5.00")],
    0.25,
  ],
  ["local days", "first.days", [bought(0, "5.00"), bought(7, "5.00")], 7],
  ["local days", "lapse.days", [bought(0, "5.00"), bought(7, "5.00"), does(9, "review")], 2],
  ["gaps of 10 and 20 days", "rhythm.gaps", three, 2],
  ["their median", "rhythm.medianDays", three, 15],
  ["one purchase has none", "rhythm.medianDays", [bought(0, "5.00")], undefined],
  ["under three gaps", "rhythm.spread", three, undefined],
  [
    "gaps of 10, 20, 30 and 40: 10 ÷ 25",
    "rhythm.spread",
    [...three, bought(60, "5.00"), bought(100, "5.00")],
    0.4,
  ],
  [
    "half up per line, kept units",
    "margin.value",
    [bought(0, "5.00", refund(0, back(1)), { tax: "1.60", cost: "2.00" })],
    "2.20",
  ],
  [
    "of what is known without tax",
    "margin.share",
    [bought(0, "5.00", {}, { tax: "2.00", cost: "2.00" }), bought(1, "9.00")],
    0.5,
  ],
  ["unknown cost has no margin", "margin.share", [bought(0, "5.00")], undefined],
  ["unknown cost", "margin.value", [bought(0, "5.00")], "0.00"],
  ["alone one is at every cut", "rfm.recency", [bought(0, "5.00"), does(1, "review")], 5],
  ["alone one is at every cut", "rfm.frequency", [bought(0, "5.00"), does(1, "review")], 1],
  ["alone one is at every cut", "rfm.monetary", [bought(0, "5.00"), does(1, "review")], 1],
  ["one purchase, just now", "rfm.name", [bought(0, "5.00"), does(1, "review")], "new"],
  ["what was bought today is not scored yet", "rfm.name", [bought(0, "5.00")], undefined],
  ["too few customers for a model", "clv.alive", three, undefined],
  ["too few customers for a model", "clv.purchases", three, undefined],
  ["too few customers for a model", "clv.average", three, undefined],
  ["too few customers for a model", "clv.value", three, undefined],
  ["too few customers for a model", "clv.top", three, undefined],
  [
    "bought and looked at",
    "interests",
    [
      bought(0, "5.00", {}, { kind: "Coffee", tags: ["new"], collections: ["summer"] }),
      looks(1, "Coffee"),
      looks(1, "Mug"),
    ],
    { types: { Coffee: 2, Mug: 1 }, collections: { summer: 1 }, tags: { new: 1 } },
  ],
  [
    "types bought",
    "types.count",
    [bought(0, "5.00", goods({ kind: "Coffee" }, { id: "2", quantity: 1, unitPrice: "1.00", kind: "Mug" }))],
    2,
  ],
  [
    "what came back was not bought",
    "types.count",
    [bought(0, "5.00", refund(0, back(2)), { kind: "Coffee" })],
    0,
  ],
  [
    "looked at and never bought",
    "types.lookedUnbought",
    [looks(0, "Mug"), looks(0, "Coffee"), bought(1, "5.00", {}, { kind: "Coffee" })],
    1,
  ],
  [
    "each name by itself",
    "activity.count",
    [does(0, "review"), does(1, "review"), does(1, "click")],
    { click: 1, review: 2 },
  ],
  [
    "a key counts once",
    "activity.count",
    [does(0, "review", { key: "a" }), does(1, "review", { key: "a" })],
    { review: 1 },
  ],
  ["no source yet", "mail.sent", three, 0],
  ["no source yet", "mail.opened", three, 0],
  ["no source yet", "mail.clicked", three, 0],
  ["nothing sent, no rate", "mail.clickRate", three, undefined],
  [
    "answered",
    "survey.count",
    [
      { ...does(0, ""), type: "survey", activity: undefined, survey: "s", score: 9 },
      { ...does(1, ""), type: "survey", activity: undefined, survey: "t" },
    ],
    1,
  ],
  [
    "the last one",
    "survey.score",
    [
      { ...does(1, ""), type: "survey", activity: undefined, survey: "s", score: 7 },
      { ...does(0, ""), type: "survey", activity: undefined, survey: "t", score: 9 },
    ],
    7,
  ],
  ["without a program", "referrals.count", three, 0],
  ["without a program", "points.available", three, 0],
  ["without a program", "points.pending", three, 0],
  ["without a program", "points.earned", three, 0],
  ["without a program", "points.spent", three, 0],
  ["without a program", "tier.id", three, undefined],
  ["local days since the first line", "member.days", [joins({}), does(4, "review")], 4],
  ["an id", "member.isMember", [joins({})], true],
  ["as told", "member.tags", [joins({ tags: ["VIP", "staff"] })], ["VIP", "staff"]],
  ["to 3 January", "birthday.inDays", [joins({ birthday: "1990-01-03" })], 2],
  ["on the day", "birthday.inDays", [joins({ birthday: "1990-01-01" })], 0],
  ["29 February is the 28th in 2026", "birthday.inDays", [joins({ birthday: "1992-02-29" })], 58],
  ["full years", "age", [joins({ birthday: "1990-01-02" })], 35],
  ["as told", "country", [joins({ country: "DE" })], "DE"],
  ["as told", "region", [joins({ region: "BE" })], "BE"],
  ["as told", "language", [joins({ language: "de" })], "de"],
  [
    "as last said",
    "consent.email",
    [
      joins({ consent: { email: false } }),
      { at: onDay(1), type: "consent", member: { id: "m1" }, email: true },
    ],
    true,
  ],
  ["never said", "consent.sms", [joins({ consent: { email: false } })], undefined],
];

/** The same where a program runs. */
const WITH_PROGRAM: readonly (readonly [string, string, readonly object[], unknown])[] = [
  ["what can be spent", "points.available", [bought(0, "60.00")], 120],
  ["nothing pending", "points.pending", [bought(0, "60.00")], 0],
  ["less what went back", "points.earned", [bought(0, "60.00", refund(0, back(1)))], 60],
  [
    "held for a code",
    "points.spent",
    [
      bought(0, "300.00"),
      { at: onDay(1), type: "redeem", member: { id: "m1" }, reward: "five-off", as: "C" },
    ],
    500,
  ],
  ["the level held", "tier.id", [bought(0, "60.00")], "silver"],
  ["180 of 200 are missing", "tier.missingShare", [bought(0, "60.00")], 0.9],
  ["nothing above the highest", "tier.missingShare", [bought(0, "600.00")], undefined],
  ["in good standing", "tier.inGrace", [bought(0, "60.00")], false],
  ["a year less the days since", "tier.endsInDays", [bought(0, "60.00"), does(5, "review")], 360],
  ["never lost", "tier.lostDays", [bought(0, "60.00")], undefined],
  ["since it rose", "tier.gainedDays", [bought(0, "60.00"), does(5, "review")], 5],
  ["the level one begins with was not gained", "tier.gainedDays", [bought(0, "6.00")], undefined],
];

describe("facts of a customer", () => {
  test.each(TABLE)("%s: %s", (_, fact, lines, expected) => {
    const value = factsOf("m1", lines)[fact];
    if (typeof expected === "number") expect(value).toBeCloseTo(expected, 12);
    else expect(value).toEqual(expected);
  });

  test.each(WITH_PROGRAM)("where a program runs, %s: %s", (_, fact, lines, expected) => {
    const value = factsOf("m1", lines, { program: tiered })[fact];
    if (typeof expected === "number") expect(value).toBeCloseTo(expected, 12);
    else expect(value).toEqual(expected);
  });

  test("every fact has its line in one of the tables", () => {
    const tried = new Set([...TABLE, ...WITH_PROGRAM].map(([, fact]) => fact));
    expect(FACTS.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
  });
});
