import { assert } from "../assert.ts";
import type { Books } from "../books/books.ts";
import type { Lot } from "../books/lots.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { Transfer } from "../books/transaction.ts";
import type { Instant } from "../calendar.ts";
import { creditLot, openLot } from "../ledger/credit.ts";
import { drawsFor, lotsToSpend } from "../ledger/draws.ts";
import { post } from "../ledger/post.ts";
import { DONE, type Outcome, refused } from "../refusal.ts";
import { decideTier } from "../tiers/decide-tier.ts";
import { giveWaitingRewards } from "../tiers/enter-levels.ts";
import type { BeforeOpening, OpeningEvent } from "./opening-event.ts";
import { putTierBack, tierBefore } from "./put-tier-back.ts";

type Booked = Extract<OpeningEvent, { type: "opening_booked" }>;
type Undone = Extract<OpeningEvent, { type: "opening_undone" }>;

/**
 * A member brings points, a tier and a birthday along from another program. A customer the shop knows by number
 * joins by it, without the points for joining. Nothing comes with entering the tier.
 */
export function bookOpening(books: Books, member: MemberBook, event: Booked): Outcome {
  if (member.status === "left" || member.status === "erased") {
    return refused("member_left", "who has left is not carried over");
  }
  const { at, id, points, lots, level, birthday } = event;
  if (level !== null) {
    const decision = {
      type: "tier_decided",
      at,
      memberId: member.id,
      levelId: level.levelId,
      lockedUntil: level.lockedUntil,
      reason: "",
      withoutEntry: true,
    } as const;
    const outcome = decideTier(books, member, decision);
    if (!outcome.ok) return outcome;
  }
  if (event.joins) joinWithoutPoints(books, member, at);
  if (birthday !== null) member.birthday = birthday;
  if (points > 0) credit(books, member, { id, lots, at });
  if (points < 0)
    take(books, member, { key: `opening:${id}`, points: -points, lots: lotsToSpend(member), at });
  return DONE;
}

/**
 * Takes back what is left of the points that were carried over; what was spent of them stays spent, and nobody
 * owes anything. Tier and birthday are put back where nothing has changed them since.
 */
export function undoOpening(books: Books, member: MemberBook, event: Undone): Outcome {
  const { at, id, points, before } = event;
  const key = `opening:${id}:undone`;
  const own = lotsToSpend(member).filter((lot) => lot.cause === causeOf(id));
  if (points > 0) take(books, member, { key, points, lots: own, at });
  if (before === null || member.status === "erased") return DONE;
  if (event.birthday !== null && member.birthday === event.birthday) member.birthday = before.birthday;
  if (event.levelId !== null && member.tier.levelId === event.levelId)
    putTierBack(books, member, before.tier, at);
  return DONE;
}

/** What stands before an opening is booked. */
export function beforeOpening(member: MemberBook): BeforeOpening {
  return { tier: tierBefore(member), birthday: member.birthday };
}

/** Whoever took part before has had the points for joining. */
function joinWithoutPoints(books: Books, member: MemberBook, at: Instant): void {
  member.activityKeys.add("join\njoin");
  if (member.status !== "shadow") return;
  member.status = "active";
  giveWaitingRewards(books, member, member.tier.entered, at);
}

function causeOf(id: string): string {
  return `opening:${id}`;
}

function credit(
  books: Books,
  member: MemberBook,
  { id, lots, at }: { readonly id: string; readonly lots: Booked["lots"]; readonly at: Instant },
): void {
  lots.forEach(({ points, expiresAt }, index) => {
    if (points === 0) return;
    const lotId = index === 0 ? causeOf(id) : `${causeOf(id)}:${String(index + 1)}`;
    assert(!member.lots.has(lotId), "an opening is booked once");
    const lot = openLot(books, member, {
      id: lotId,
      cause: causeOf(id),
      kind: "opening",
      programVersion: books.liveVersion,
      createdAt: at,
      availableAt: at,
      isOpen: true,
    });
    if (expiresAt !== undefined) lot.expiresAt = expiresAt;
    creditLot(books, member, lot, {
      key: lotId,
      kind: "opening",
      at,
      points,
      explain: () => ({ kind: "opening", points, expiresAt: lot.expiresAt }),
    });
  });
}

interface Taking {
  readonly key: string;
  readonly points: number;
  readonly lots: readonly Lot[];
  readonly at: Instant;
}

/** Takes from these lots, and no more than they have. */
function take(books: Books, member: MemberBook, { key, points, lots, at }: Taking): void {
  const draws = drawsFor(lots, points);
  const taken = draws.reduce((sum, draw) => sum + draw.points, 0);
  if (taken === 0) return;
  post(books, member, {
    key,
    kind: "opening",
    at,
    programVersion: books.liveVersion,
    transfers: draws.map((draw): Transfer => ({
      from: "available",
      to: "issued",
      points: draw.points,
      lotId: draw.lotId,
    })),
    explanation: { kind: "opening", points: -taken, expiresAt: null },
  });
}
