import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { advanceMembers } from "#app/commands/advance-due-members.ts";
import { claimReward } from "#app/commands/claim-reward.ts";
import { assert } from "#app/domain/assert.ts";
import type { Books, MemberBook } from "#app/domain/books.ts";
import { advanceMember, applyEvent, createBooks } from "#app/domain/engine.ts";
import type { ShopFact } from "#app/domain/event.ts";
import { parseProgram } from "#app/domain/program/parse-program.ts";
import { applyFact } from "#app/domain/replay/apply-fact.ts";
import { createDirectory, findMember } from "#app/domain/replay/directory.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { customer, DAY, orderFact, PlainShop, refund, START } from "./plain-shop.ts";

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
      { id: "click", kind: "activity", activity: "click", points: 5, limit: { count: 2, per: "week" } },
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

const people = ["c0", "c1", "c2"];

/** A day of a shop: what it tells, or a member's wish. */
type Happening =
  | {
      readonly kind: "order";
      readonly order: number;
      readonly back: number;
      readonly cancelled: boolean;
    }
  | { readonly kind: "click"; readonly person: number; readonly key: number }
  | { readonly kind: "join"; readonly person: number }
  | { readonly kind: "claim"; readonly person: number };

const person = fc.integer({ min: 0, max: people.length - 1 });
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("order" as const),
      order: fc.integer({ min: 0, max: 8 }),
      back: fc.integer({ min: 0, max: 4 }),
      cancelled: fc.constantFrom(false, false, false, true),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("click" as const),
      person,
      key: fc.integer({ min: 0, max: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("join" as const), person }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("claim" as const), person }) },
);
const histories = fc.array(fc.record({ days: fc.integer({ min: 0, max: 20 }), happening }), {
  minLength: 8,
  maxLength: 20,
});

describe.each(databaseKinds)("on a %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  it("live books and replay agree on any history with a new program in it, with two workers at once", async () => {
    for (const history of fc.sample(histories, { seed: 20260105, numRuns: 6 })) {
      const live = await PlainShop.open(opened.database, program);
      const replay = startReplay();
      let now = START;
      for (const [index, { days, happening: what }] of history.entries()) {
        now += days * DAY;
        if (index === Math.floor(history.length / 2)) {
          await live.publish(tighter, now);
          publishReplay(replay.books, now);
        }
        await tellLive(live, what, now);
        tellReplay(replay, what, now);
      }
      await expectSame(live, replay.books, now + 5 * DAY);
      expect(await live.contradiction()).toBeNull();
    }
  });
});

function factsOf(what: Happening, now: number): ShopFact[] {
  switch (what.kind) {
    case "order": {
      const id = `o${String(what.order)}`;
      const by = customer(people[what.order % people.length] ?? "c0");
      // The price of an order is what it is; what comes back of it differs from one state to the next.
      const euros = 40 + what.order * 37;
      const refunds = what.back === 0 ? [] : [refund(`r-${id}`, Math.floor((euros * what.back) / 4), now)];
      const cancelledAt = what.cancelled ? now : null;
      const paidAt = START + what.order * DAY;
      return [
        orderFact(id, by, { euros, paidAt, placedAt: paidAt, updatedAt: now, refunds, cancelledAt }, now),
      ];
    }
    case "click": {
      const id = people[what.person] ?? "c0";
      return [
        {
          type: "activity",
          at: now,
          customer: { id, email: null },
          activity: "click",
          key: String(what.key),
        },
      ];
    }
    case "join":
      return [{ type: "customer", at: now, customer: customer(people[what.person] ?? "c0"), joined: true }];
    case "claim":
      return [];
  }
}

async function tellLive(shop: PlainShop, what: Happening, now: number): Promise<void> {
  if (what.kind === "claim") {
    const memberId = await shop.memberId(people[what.person] ?? "c0").catch(() => null);
    if (memberId === null) return;
    const key = randomUUID();
    await claimReward(shop.database, {
      shopId: shop.shopId,
      memberId,
      rewardId: "five-off",
      points: null,
      actor: null,
      key,
      now,
    });
    return;
  }
  // The same twice, read by two workers.
  const facts = factsOf(what, now);
  await Promise.all([shop.deliver(facts), shop.deliver(facts)]);
  await Promise.all([shop.settle(now), shop.settle(now)]);
  await shop.settle(now);
}

function startReplay() {
  const parsed = parseProgram(program);
  assert(parsed.ok, "the program is valid");
  let codes = 0;
  const books = createBooks([{ version: 1, effectiveAt: START - 30 * DAY, program: parsed.program }], 1, {
    codesIssuedAtOnce: false,
    effectsWanted: false,
    nextCode: () => `GIFT${String((codes += 1))}`,
  });
  const memberOfOrder = (orderId: string) =>
    [...books.members.values()].find(({ awards }) => awards.has(orderId))?.id ?? null;
  return { books, directory: createDirectory(memberOfOrder) };
}

function publishReplay(books: Books, at: number): void {
  const parsed = parseProgram(tighter);
  assert(parsed.ok, "the program is valid");
  applyEvent(books, { type: "program_published", at, version: 2, program: parsed.program });
}

function tellReplay(
  { books, directory }: ReturnType<typeof startReplay>,
  what: Happening,
  now: number,
): void {
  if (what.kind === "claim") {
    const member = findMember(books, directory, { id: people[what.person] ?? "c0", email: null });
    if (member === null) return;
    const code = `CODE-${member.id}-${String(member.sequence)}`;
    const memberId = member.id;
    applyEvent(books, {
      type: "reward_claimed",
      at: now,
      memberId,
      rewardId: "five-off",
      points: null,
      code,
    });
    return;
  }
  for (const fact of factsOf(what, now)) applyFact(books, directory, fact);
}

async function expectSame(shop: PlainShop, books: Books, end: number): Promise<void> {
  for (const id of people) {
    const replayed: MemberBook | undefined = books.members.get(id);
    const memberId = await shop.memberId(id).catch(() => null);
    expect(memberId === null).toBe(replayed === undefined);
    if (replayed === undefined || memberId === null) continue;
    await advanceMembers(shop.database, shop.shopId, [memberId], end);
    advanceMember(books, id, end);
    const live = await shop.member(id);
    const { levelId } = replayed.tier;
    expect(live).toMatchObject({ ...replayed.balance, tier_level_id: levelId });
    const limits = await shop.database.query<{ limit_key: string; count: number; points: number }>(
      "SELECT limit_key, count, points FROM limit_use WHERE shop_id = $1 AND member_id = $2 ORDER BY limit_key",
      [shop.shopId, memberId],
    );
    expect(limits).toEqual(
      [...replayed.limits.values()]
        .map(({ key: limit_key, count, points }) => ({ limit_key, count, points }))
        .sort((a, b) => (a.limit_key < b.limit_key ? -1 : 1)),
    );
    const lots = await shop.database.query<{ lot_id: string; remaining: number; expires_at: number | null }>(
      "SELECT lot_id, remaining, expires_at FROM lot WHERE shop_id = $1 AND member_id = $2 AND remaining > 0 ORDER BY lot_id",
      [shop.shopId, memberId],
    );
    const kept = [...replayed.lots.values()].filter(({ remaining }) => remaining > 0);
    expect(lots).toEqual(
      kept
        .map(({ id: lot_id, remaining, expiresAt }) => ({ lot_id, remaining, expires_at: expiresAt }))
        .sort((a, b) => (a.lot_id < b.lot_id ? -1 : 1)),
    );
  }
}
