import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { advanceMembers } from "#app/commands/members/advance-due-members.ts";
import { claimReward } from "#app/commands/codes/claim-reward.ts";
import { writeSegments } from "#app/db/customers/shop-segments.ts";
import { assert } from "#app/domain/assert.ts";
import type { Books } from "#app/domain/books/books.ts";
import { advanceMember, applyEvent } from "#app/domain/engine.ts";
import { createBooks } from "#app/domain/books/create-books.ts";
import { SegmentAsker } from "#app/domain/customers/segments/segment-asker.ts";
import { parseSegments } from "#app/domain/customers/segments/segments.ts";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import { tellEngineInParts, findMember, nobodyYet } from "#app/domain/replay/tell-engine.ts";
import { liveProgram } from "#app/domain/program/version-in-effect.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { customers, factsOf, histories, type Happening } from "./made-up-history.ts";
import { DAY, PlainShop, START } from "./plain-shop.ts";
import { keptInReplay, keptLive } from "./what-is-kept.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

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
      await expectSame(live, replay, now + 5 * DAY);
      expect(await live.contradiction()).toBeNull();
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
      const replay = startReplay(segmented(program, ids.slice(0, 4)));
      let now = START;
      for (const [index, { days, happening: what }] of history.entries()) {
        now += days * DAY;
        if (index === Math.floor(history.length / 3)) {
          await live.publish(segmented(program, ids), now);
          publishReplay(replay.books, now, segmented(program, ids));
        }
        await tellLive(live, what, now);
        tellReplay(replay, what, now);
      }
      await expectSame(live, replay, now + 5 * DAY);
      expect(await live.contradiction()).toBeNull();
      for (const { awards } of replay.books.members.values())
        for (const { frozen } of awards.values())
          if (frozen.excluded === null) for (const id of frozen.segments ?? []) met.add(id);
    }
    expect([...met].sort()).toEqual([...ids].sort());
  });
});

async function tellLive(shop: PlainShop, what: Happening, now: number): Promise<void> {
  if (what.kind === "claim") {
    const memberId = await shop.memberId(customers[what.person] ?? "c0").catch(() => null);
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

type Replayed = ReturnType<typeof startReplay>;

function startReplay(document: unknown = program) {
  const parsed = parseProgram(document);
  assert(parsed.ok, "the program is valid");
  const read = parseSegments(segments, 2);
  assert(read.ok, "the segments are sound");
  let codes = 0;
  const people = nobodyYet("everyoneWhoOrders");
  const books = createBooks([{ version: 1, effectiveAt: START - 30 * DAY, program: parsed.program }], 1, {
    codesIssuedAtOnce: false,
    effectsWanted: false,
    nextCode: () => `GIFT${String((codes += 1))}`,
    segmentsAt: (member, at) => asker.segmentsAt(member, at),
  });
  const asker = new SegmentAsker(
    read.segments,
    {
      member: (memberId) => books.members.get(memberId) ?? null,
      program: () => liveProgram(books),
      directory: people.directory,
    },
    {
      zone: program.timezone,
      currency: "EUR",
      stopAt: null,
      readFacts: () => ({ ok: false, reason: "told as facts" }),
    },
  );
  return { books, people, asker };
}

function publishReplay(books: Books, at: number, document: unknown = tighter): void {
  const parsed = parseProgram(document);
  assert(parsed.ok, "the program is valid");
  applyEvent(books, { type: "program_published", at, version: 2, program: parsed.program });
}

function tellReplay({ books, people, asker }: Replayed, what: Happening, now: number): void {
  // What was posted before is a fact by now.
  for (const transaction of books.journal.transactions.splice(0)) asker.add(transaction);
  if (what.kind === "claim") {
    const member = findMember(books, people, { id: customers[what.person] ?? "c0", email: null });
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
  for (const fact of factsOf(what, now)) {
    asker.tell({ type: "fact", at: now, fact, person: null, seen: null, cart: null });
    tellEngineInParts(books, people, fact, now);
  }
}

/** Who there is at the end, with all that they have: whatever they are called, as nobody may be after an erasure. */
async function expectSame(shop: PlainShop, { books, people }: Replayed, end: number): Promise<void> {
  const rows = await rowsOf<{ member_id: number }>(
    shop.database,
    "SELECT member_id FROM member WHERE shop_id = $1 AND merged_into IS NULL",
    [shop.shopId],
  );
  const ids = rows.map(({ member_id }) => String(member_id));
  await advanceMembers(shop.database, shop.shopId, ids, end);
  const replayed = [...books.members.values()].filter(({ id }) => !people.ended.has(id));
  for (const { id } of replayed) advanceMember(books, id, end);
  const live = await Promise.all(ids.map((id) => keptLive(shop, id)));
  expect(live.sort()).toEqual(replayed.map(keptInReplay).sort());
}
