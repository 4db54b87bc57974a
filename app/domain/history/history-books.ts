import type { Books, ProgramVersion } from "../books/books.ts";
import type { MemberBook } from "../books/member-book.ts";
import { causeOfOrder } from "../books/ids.ts";
import type { OrderId } from "../books/ids.ts";
import type { Instant } from "../calendar.ts";
import { nothingEarned } from "../books/frozen-award.ts";
import type { Program } from "../program/program.ts";
import { programOf } from "../program/version-in-effect.ts";
import { startTier } from "../tiers/adopt-tiers.ts";

/** The program was live before the first order, however early that was. */
const BEFORE_ALL: Instant = -8_640_000_000_000_000;

/** A program nobody can earn by: what a shop begins with. */
export function isQuiet(program: Program): boolean {
  return program.rules.length === 0;
}

/**
 * Books in which one version judges all that was before it, too. Levels reached in the past give their
 * points, but no presents: those were for the day somebody rose, and nobody waits for them.
 */
export function judgePastBy(books: Books, version: number): void {
  for (const one of inEffectAllAlong([...books.programs.values()], version)) {
    books.programs.set(one.version, { ...one, program: withoutPresents(one.program) });
  }
}

/** Versions of which one was there before the first order. */
export function inEffectAllAlong(versions: readonly ProgramVersion[], version: number): ProgramVersion[] {
  return versions.map((one) => (one.version === version ? { ...one, effectiveAt: BEFORE_ALL } : one));
}

function withoutPresents(program: Program): Program {
  const { tiers } = program;
  if (tiers === null) return program;
  return {
    ...program,
    tiers: { ...tiers, levels: tiers.levels.map((level) => ({ ...level, entryRewards: [] })) },
  };
}

/**
 * Makes a member ready to be told of their past from `at` on. Orders that were seen while nobody could
 * earn are judged as if seen for the first time. Who has earned nothing yet begins with the first of
 * these orders, as somebody does who was not known at all: so it comes to the same whether a delivery
 * of one of them was there first. What came with a level they entered meanwhile stays, and comes once.
 */
export function openPast(
  books: Books,
  member: MemberBook,
  orderIds: Iterable<OrderId>,
  at: Instant,
): MemberBook {
  for (const orderId of orderIds) {
    const award = member.awards.get(orderId);
    if (award === undefined || award.frozen.excluded !== null || award.postings > 0) continue;
    if (!isQuiet(programOf(books, award.programVersion))) continue;
    award.frozen = nothingEarned("not_paid");
    const entry = member.qualifying.get(causeOfOrder(orderId));
    if (entry !== undefined)
      member.qualifying.write(entry.id, entry.at, { spendMinor: 0, points: 0, orders: 0 });
  }
  const { tier } = member;
  if (member.enrolledAt <= at || tier.lockedUntil !== null || hasEarned(member)) return member;
  const begun: MemberBook = {
    ...member,
    enrolledAt: at,
    lastActivityAt: null,
    tier: { ...tier, levelId: null, since: null, until: null, graceUntil: null, history: [] },
  };
  books.members.set(begun.id, begun);
  books.changed.add(begun.id);
  startTier(books, begun, at);
  return begun;
}

function hasEarned(member: MemberBook): boolean {
  if ([...member.awards.values()].some(({ postings }) => postings > 0)) return true;
  return [...member.lots.values()].some(({ kind }) => kind !== "tier_entry");
}
