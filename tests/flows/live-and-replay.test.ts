import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeSegments } from "#app/db/customers/shop-segments.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { expectSameThrough, startReplay } from "./both-books.ts";
import { histories } from "./made-up-history.ts";
import { DAY, PlainShop, START } from "./plain-shop.ts";

const program = {
  format: "regulars.program/1",
  name: "Club",
  currency: "EUR",
  timezone: "Europe/Berlin",
  earning: {
    maturity: { kind: "afterPaid", days: 3 },
    rules: [
      { id: "spend", kind: "spend", points: 1, per: "1.00" },
      { id: "first", kind: "order", points: 50, order: { first: true } },
      { id: "join", kind: "activity", activity: "join", points: 20 },
      { id: "click", kind: "activity", activity: "link_click", points: 5, limit: { count: 2, per: "week" } },
    ],
    caps: [{ points: 900, per: "month" }],
  },
  expiry: { kind: "perLot", months: 2 },
  tiers: {
    metric: "spend",
    window: { kind: "rolling", months: 3 },
    graceDays: 10,
    levels: [
      { id: "bronze", name: "Bronze", from: "0" },
      { id: "silver", name: "Silber", from: "200.00", multiplier: 1.5, entryPoints: 30 },
      { id: "gold", name: "Gold", from: "600.00", multiplier: 2 },
    ],
  },
  rewards: [{ id: "five-off", kind: "amountOff", value: "5.00", cost: 60, validDays: 20 }],
};

/** What is published half way: limits that must know what was earned before them. */
const tighter = {
  ...program,
  earning: {
    ...program.earning,
    rules: program.earning.rules.map((rule) =>
      rule.id === "spend"
        ? { ...rule, limit: { points: 450, per: "month" } }
        : rule.id === "click"
          ? { ...rule, limit: { count: 3, per: "month", cooldownMinutes: 1_440 } }
          : rule,
    ),
    caps: [{ points: 600, per: "year" }],
  },
};

/** Rules of every kind that ask for segments: by purchases, returns, points, tier, and by all customers. */
const segments = {
  format: "regulars.segments/1",
  segments: [
    { id: "returning", where: { fact: "purchases.count", atLeast: 1 } },
    { id: "giving-back", where: { fact: "returns.share", atLeast: 0.1 } },
    {
      id: "lively",
      where: {
        all: [{ segment: "returning" }, { fact: "purchases.value", within: { days: 5 }, atLeast: "60" }],
      },
    },
    { id: "rich", where: { fact: "points.available", atLeast: 120 } },
    {
      id: "silver",
      where: {
        any: [
          { fact: "tier.id", is: "silver" },
          { fact: "tier.id", is: "gold" },
        ],
      },
    },
    { id: "worthy", where: { fact: "rfm.monetary", atLeast: 4 } },
    { id: "above", where: { fact: "purchases.averageToShop", atLeast: 1.1 } },
  ],
};

const ids = segments.segments.map(({ id }) => id);

function segmented(base: typeof program, named: readonly string[]) {
  const more = named.map((id, index) => ({
    id: `for-${id}`,
    kind: "order",
    points: 3 ** index,
    member: { segments: [id] },
  }));
  const clicks = base.earning.rules.map((rule) =>
    rule.id === "click" ? { ...rule, member: { segments: ["returning", "above"] } } : rule,
  );
  return { ...base, earning: { ...base.earning, caps: [], rules: [...clicks, ...more] } };
}

describe.each(databaseKinds)("on a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  it("live books and replay agree on any history with a new program in it, with two workers at once", async () => {
    for (const history of fc.sample(histories, { seed: 20260105, numRuns: 8 })) {
      const live = await PlainShop.open(opened.database, program);
      const replay = startReplay(program, segments);
      await expectSameThrough(live, replay, { history, changed: tighter, parts: 2, daysAfter: 5 });
    }
  });

  it("rules that ask for segments give the same live and in replay: late deliveries, returns and merges with them", async () => {
    // Who was erased and comes back is somebody new in the books; a claim names who lives, not a merged customer.
    const known = histories.filter((history) => {
      const kinds = new Set(history.map(({ happening: { kind } }) => kind));
      return !kinds.has("erase") && !(kinds.has("claim") && kinds.has("merge"));
    });
    const met = new Set<string>();
    for (const history of fc.sample(known, { seed: 6, numRuns: 4 })) {
      const live = await PlainShop.install(opened.database);
      const kept = { document: segments, expectedRevision: 0, actor: "test", now: START };
      await writeSegments(live.database, live.shopId, kept);
      await live.publish(segmented(program, ids.slice(0, 4)), START - 30 * DAY);
      const replay = startReplay(segmented(program, ids.slice(0, 4)), segments);
      await expectSameThrough(live, replay, {
        history,
        changed: segmented(program, ids),
        parts: 3,
        daysAfter: 5,
      });
      for (const { awards } of replay.books.members.values())
        for (const { frozen } of awards.values())
          if (frozen.excluded === null) for (const id of frozen.segments ?? []) met.add(id);
    }
    expect([...met].sort()).toEqual([...ids].sort());
  });
});
