import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { joinChallenge } from "#app/commands/challenges/join-challenge.ts";
import { claimReward } from "#app/commands/codes/claim-reward.ts";
import { referFriend } from "#app/commands/referral/refer-friend.ts";
import { reviewFriend } from "#app/commands/referral/review-friend.ts";
import { advanceMembers } from "#app/commands/members/advance-due-members.ts";
import { assert } from "#app/domain/assert.ts";
import type { Books } from "#app/domain/books/books.ts";
import { createBooks } from "#app/domain/books/create-books.ts";
import { SegmentAsker } from "#app/domain/customers/segments/segment-asker.ts";
import { parseSegments } from "#app/domain/customers/segments/segments.ts";
import { advanceMember, applyEvent } from "#app/domain/engine.ts";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import { refusalOfFriend } from "#app/domain/referral/refer-friend.ts";
import { findMember, nobodyYet, proveMember, tellEngineInParts } from "#app/domain/replay/tell-engine.ts";
import { rowsOf } from "#tests/support/rows-of.ts";
import { customers, factsOf, friendAddress, type Happening } from "./made-up-history.ts";
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
  if (what.kind === "refer" || what.kind === "review") {
    await tellOfFriend(shop, what, now);
    return;
  }
  const facts = factsOf(what, now);
  await Promise.all([shop.deliver(facts), shop.deliver(facts)]);
  await Promise.all([shop.settle(now), shop.settle(now)]);
  await shop.settle(now);
}

async function tellOfFriend(
  { database, shopId }: PlainShop,
  what: Extract<Happening, { kind: "refer" | "review" }>,
  now: number,
): Promise<void> {
  const living = async (name: string, value: string): Promise<string | null> => {
    const rows = await rowsOf<{ id: string }>(
      database,
      `SELECT coalesce(merged_into, member_id)::text AS id FROM member WHERE shop_id = $1 AND ${name} = $2
       ORDER BY merged_into NULLS FIRST LIMIT 1`,
      [shopId, value],
    );
    return rows[0]?.id ?? null;
  };
  if (what.kind === "review") {
    const friendId = await living("email", friendAddress(what.friend).trim().toLowerCase());
    if (friendId === null) return;
    const review = { shopId, friendId, approve: what.approve, reason: "looked at", actor: "test", now };
    await Promise.all([reviewFriend(database, review), reviewFriend(database, review)]);
    return;
  }
  const advocateId = await living("customer_id", customers[what.person] ?? "c0");
  if (advocateId === null) return;
  const proven = { shopId, advocateId, address: friendAddress(what.friend), now };
  await Promise.all([referFriend(database, proven), referFriend(database, proven)]);
}

/** The same told to a replay. */
function replayFriend(
  { books, people }: Replayed,
  what: Extract<Happening, { kind: "refer" | "review" }>,
  now: number,
): void {
  const email = friendAddress(what.friend);
  const known = people.directory.findByMail(email)?.memberId ?? null;
  const friend = known === null ? null : (books.members.get(known) ?? null);
  if (what.kind === "review") {
    if (friend === null) return;
    applyEvent(books, { type: "referral_reviewed", at: now, memberId: friend.id, approve: what.approve });
    return;
  }
  const advocate = findMember(books, people, { id: customers[what.person] ?? "c0", email: null });
  if (advocate === null) return;
  const introduction = { at: now, isThrowAway: false, sharesContact: false };
  if (refusalOfFriend(books, advocate, { member: friend, email }, introduction) !== null) return;
  const proven = proveMember(books, people, email, now);
  assert(proven !== null, "an address names somebody");
  const of = { memberId: advocate.id, friendId: proven.id };
  applyEvent(books, { type: "friend_referred", ...of, ...introduction });
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
      versions: books,
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
  if (what.kind === "refer" || what.kind === "review") {
    replayFriend({ books, people, asker }, what, now);
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
