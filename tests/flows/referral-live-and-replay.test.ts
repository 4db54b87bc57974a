import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { expectSameThrough, startReplay } from "./both-books.ts";
import { referringHistories } from "./made-up-friends.ts";
import type { Happening } from "./made-up-history.ts";
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
      { id: "join", kind: "activity", activity: "join", points: 5 },
      { id: "click", kind: "activity", activity: "link_click", points: 5 },
    ],
  },
  expiry: { kind: "perLot", months: 2 },
  refunds: { shortfall: "otherLots" },
  tiers: {
    metric: "spend",
    window: { kind: "rolling", months: 3 },
    levels: [
      { id: "bronze", name: "Bronze", from: "0" },
      { id: "gold", name: "Gold", from: "500.00" },
    ],
  },
  rewards: [
    { id: "five-off", kind: "amountOff", value: "5.00", cost: 60, validDays: 20 },
    { id: "friend-10", kind: "percentOff", percent: 10, validDays: 60 },
  ],
  referral: {
    friend: { reward: "friend-10" },
    advocate: { points: 50, limit: { count: 2, per: "month" } },
    ambassador: [
      { friends: 1, badge: "Ambassador", points: 30 },
      { friends: 2, tier: "gold" },
    ],
    qualify: { minSubtotal: "30.00", maturityDays: 9 },
    linkDays: 60,
  },
};

/** Friends who come after it are given points, and count by other terms. */
const changed = {
  ...program,
  referral: {
    ...program.referral,
    friend: { points: 7 },
    advocate: { points: 20 },
    qualify: { minSubtotal: "10.00", maturityDays: 3 },
  },
};

interface Told {
  readonly days: number;
  readonly happening: Happening;
}

function without(...kinds: readonly Happening["kind"][]) {
  return (history: readonly Told[]): readonly Told[] =>
    history.filter(({ happening }) => !kinds.includes(happening.kind));
}

describe.each(databaseKinds)("friends brought along on a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  it("bring the same live and in replay on any history, with two workers at once", async () => {
    const given = new Set<string>();
    const takenBack = new Set<string>();
    const states = new Set<string>();
    // A claim names who lives, not a merged customer: either there are merges, or people who choose.
    const chosen = fc.sample(referringHistories, { seed: 61, numRuns: 3 }).map(without("merge", "erase"));
    const merged = fc.sample(referringHistories, { seed: 52, numRuns: 3 }).map(without("claim"));
    for (const history of [...chosen, ...merged]) {
      const live = await PlainShop.install(opened.database);
      await live.publish(program, START - 30 * DAY);
      const replay = startReplay(program, { format: "regulars.segments/1", segments: [] });
      await expectSameThrough(live, replay, { history, changed, parts: 2, daysAfter: 40 });
      for (const { grants, engagement } of replay.books.members.values()) {
        for (const { of, isGiven } of grants?.values() ?? []) (isGiven ? given : takenBack).add(of.kind);
        for (const { state } of engagement?.referral.friends.values() ?? []) states.add(state);
      }
    }
    expect([...given].sort()).toEqual(["ambassador", "friend", "referred"]);
    expect([...takenBack].sort()).toEqual(["ambassador", "friend"]);
    expect(states).toContain("counted");
  });
});
