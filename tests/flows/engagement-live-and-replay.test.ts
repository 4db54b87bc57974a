import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeSegments } from "#app/db/customers/shop-segments.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { expectSameThrough, startReplay } from "./both-books.ts";
import { engagedHistories, type Happening } from "./made-up-history.ts";
import { DAY, PlainShop, START } from "./plain-shop.ts";

const segments = {
  format: "regulars.segments/1",
  segments: [{ id: "returning", where: { fact: "purchases.count", atLeast: 1 } }],
};

const program = {
  format: "regulars.program/1",
  name: "Club",
  currency: "EUR",
  timezone: "Europe/Berlin",
  earning: {
    maturity: { kind: "afterPaid", days: 3 },
    rules: [
      { id: "spend", kind: "spend", points: 1, per: "1.00" },
      { id: "click", kind: "activity", activity: "link_click", points: 5 },
    ],
  },
  expiry: { kind: "perLot", months: 1 },
  refunds: { shortfall: "otherLots" },
  tiers: {
    metric: "spend",
    window: { kind: "rolling", months: 3 },
    levels: [
      { id: "bronze", name: "Bronze", from: "0" },
      { id: "silver", name: "Silber", from: "200.00", multiplier: 1.5 },
    ],
  },
  rewards: [
    { id: "five-off", kind: "amountOff", value: "5.00", cost: 60, validDays: 20 },
    { id: "mug", kind: "freeProduct", products: ["mug"], cost: 500, validDays: 30 },
    { id: "ship", kind: "freeShipping", cost: 300, validDays: 10 },
  ],
  challenges: [
    {
      id: "twice",
      every: "week",
      goal: { count: "purchases", atLeast: 2 },
      give: { points: 25 },
      repeat: true,
    },
    {
      id: "kinds",
      every: "month",
      goal: { count: "types", atLeast: 3 },
      steps: [{ at: 2, points: 7 }],
      give: { reward: "mug" },
      badge: "Entdecker",
    },
    {
      ...{ id: "spent", every: "year", goal: { count: "value", atLeast: "30.00" } },
      ...{ member: { tiers: ["silver"] }, give: { points: 40 } },
    },
    {
      ...{ id: "again", every: "day", goal: { count: "products", atLeast: 1 } },
      ...{ member: { segments: ["returning"] }, give: { points: 3 } },
    },
    {
      id: "clicks",
      every: "month",
      goal: { count: "activities", atLeast: 1, activity: "link_click" },
      give: { points: 9 },
    },
    {
      ...{ id: "chosen", every: { from: "2026-01-08T00:00:00+01:00", to: "2026-06-01T00:00:00+02:00" } },
      ...{ goal: { count: "units", atLeast: 1 }, give: { points: 31 }, optIn: true },
    },
    {
      ...{ id: "streak", kind: "streak", every: "week", length: 2, repeat: true },
      ...{ goal: { count: "purchases", atLeast: 1 }, give: { points: 13 } },
    },
    {
      ...{
        id: "card",
        kind: "stamps",
        per: 3,
        lines: { types: ["coffee"] },
        stampsPerOrder: 2,
        repeat: true,
      },
      give: { reward: "ship" },
    },
    {
      ...{ id: "surprise", kind: "surprise", everyWeeks: 2, from: "2026-01-05" },
      goal: { count: "units", atLeast: 1 },
      oneOf: [
        { points: 17, weight: 3 },
        { points: 19, weight: 1 },
        { reward: "ship", weight: 2 },
      ],
    },
  ],
  memberships: [
    {
      ...{ id: "vip", name: "VIP", products: ["p-vip"], months: 1, graceDays: 3 },
      benefits: { multiplier: 2, entryPoints: 100, monthly: { reward: "ship" }, rewards: ["mug"] },
    },
  ],
};

/** What is published half way: goals and gifts are others, one is gone, a membership gives points. */
const changed = {
  ...program,
  challenges: program.challenges
    .filter(({ id }) => id !== "again")
    .map((challenge) => (challenge.id === "twice" ? { ...challenge, give: { points: 50 } } : challenge))
    .map((challenge) => (challenge.id === "card" ? { ...challenge, per: 4 } : challenge)),
  memberships: program.memberships.map((membership) => ({
    ...membership,
    benefits: { ...membership.benefits, multiplier: 3, monthly: { points: 11 } },
  })),
};

/** Every kind of what gives, so that none is compared that never gave. */
const GIVING = [
  ...program.challenges.map(({ id }) => id),
  ...["membership_entry", "membership_month"],
].sort();

function without(...kinds: readonly Happening["kind"][]) {
  return (history: readonly Told[]): readonly Told[] =>
    history.filter(({ happening }) => !kinds.includes(happening.kind));
}

interface Told {
  readonly days: number;
  readonly happening: Happening;
}

describe.each(databaseKinds)("challenges and memberships on a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  it("give the same live and in replay on any history, with two workers at once", async () => {
    const given = new Set<string>();
    const takenBack = new Set<string>();
    // A claim names who lives, not a merged customer: either there are merges, or people who choose.
    const chosen = fc.sample(engagedHistories, { seed: 11, numRuns: 4 }).map(without("merge", "erase"));
    const merged = fc.sample(engagedHistories, { seed: 12, numRuns: 3 }).map(without("claim", "optIn"));
    for (const history of [...chosen, ...merged]) {
      const live = await PlainShop.install(opened.database);
      const kept = { document: segments, expectedRevision: 0, actor: "test", now: START };
      await writeSegments(live.database, live.shopId, kept);
      await live.publish(program, START - 30 * DAY);
      const replay = startReplay(program, segments);
      await expectSameThrough(live, replay, { history, changed: changed, parts: 2, daysAfter: 40 });
      for (const { grants } of replay.books.members.values())
        for (const { of, isGiven } of grants?.values() ?? [])
          (isGiven ? given : takenBack).add(of.kind === "challenge" ? of.challengeId : of.kind);
    }
    expect([...new Set([...given, ...takenBack])].sort()).toEqual(GIVING);
    expect(takenBack.size).toBeGreaterThan(3);
  });
});
