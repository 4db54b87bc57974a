import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { joinChallenge } from "#app/commands/challenges/join-challenge.ts";
import { claimReward } from "#app/commands/codes/claim-reward.ts";
import { advanceMembers } from "#app/commands/members/advance-due-members.ts";
import { assert } from "#app/domain/assert.ts";
import type { Books } from "#app/domain/books/books.ts";
import { createBooks } from "#app/domain/books/create-books.ts";
import { SegmentAsker } from "#app/domain/customers/segments/segment-asker.ts";
import { parseSegments } from "#app/domain/customers/segments/segments.ts";
import { advanceMember, applyEvent } from "#app/domain/engine.ts";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import { liveProgram } from "#app/domain/program/version-in-effect.ts";
import { findMember, nobodyYet, tellEngineInParts } from "#app/domain/replay/tell-engine.ts";
import { rowsOf } from "#tests/support/rows-of.ts";
import { customers, factsOf, type Happening } from "./made-up-history.ts";
import { DAY, type PlainShop, START } from "./plain-shop.ts";
import { keptInReplay, keptLive } from "./what-is-kept.ts";

/** What happens told to a shop that lives: the same twice, read by two workers. */
async function tellLive(shop: PlainShop, what: Happening, now: number): Promise<void> {
  if (what.kind === "claim" || what.kind === "optIn") {
    const memberId = await shop.memberId(customers[what.person] ?? "c0").catch(() => null);
    if (memberId === null) return;
    if (what.kind === "optIn") {
      const wish = { shopId: shop.shopId, memberId, challengeId: what.challengeId, now };
      await Promise.all([joinChallenge(shop.database, wish), joinChallenge(shop.database, wish)]);
      return;
    }
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
  const facts = factsOf(what, now);
  await Promise.all([shop.deliver(facts), shop.deliver(facts)]);
  await Promise.all([shop.settle(now), shop.settle(now)]);
  await shop.settle(now);
}

export type Replayed = ReturnType<typeof startReplay>;

/** The books of a replay that begins with a program. */
export function startReplay(document: unknown, segments: unknown) {
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
      zone: parsed.program.timezone,
      currency: "EUR",
      stopAt: null,
      readFacts: () => ({ ok: false, reason: "told as facts" }),
    },
  );
  return { books, people, asker };
}

function publishReplay(books: Books, at: number, document: unknown): void {
  const parsed = parseProgram(document);
  assert(parsed.ok, "the program is valid");
  applyEvent(books, { type: "program_published", at, version: 2, program: parsed.program });
}

/** The same told to a replay. */
function tellReplay({ books, people, asker }: Replayed, what: Happening, now: number): void {
  // What was posted before is a fact by now.
  for (const transaction of books.journal.transactions.splice(0)) asker.add(transaction);
  if (what.kind === "optIn") {
    const member = findMember(books, people, { id: customers[what.person] ?? "c0", email: null });
    if (member === null) return;
    const { challengeId } = what;
    applyEvent(books, { type: "challenge_joined", at: now, memberId: member.id, challengeId });
    return;
  }
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

interface HistoryOfBoth {
  readonly history: readonly { readonly days: number; readonly happening: Happening }[];
  /** Published after the first of so many parts of it. */
  readonly changed: Record<string, unknown>;
  readonly parts: number;
  /** So long after the last of it the books are compared. */
  readonly daysAfter: number;
}

/** A history is told to both, with a new program in it; then both have the same, and the live books contradict nothing. */
export async function expectSameThrough(
  live: PlainShop,
  replay: Replayed,
  { history, changed, parts, daysAfter }: HistoryOfBoth,
): Promise<void> {
  let now = START;
  for (const [index, { days, happening: what }] of history.entries()) {
    now += days * DAY;
    if (index === Math.floor(history.length / parts)) {
      await live.publish(changed, now);
      publishReplay(replay.books, now, changed);
    }
    await tellLive(live, what, now);
    tellReplay(replay, what, now);
  }
  await expectSame(live, replay, now + daysAfter * DAY);
  expect(await live.contradiction()).toBeNull();
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
  expect(live.sort().join("\n\n")).toBe(replayed.map(keptInReplay).sort().join("\n\n"));
}
