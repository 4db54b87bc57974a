import type { Books } from "../books/books.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { Instant } from "../calendar.ts";
import type { Program, Tiers } from "../program/program.ts";
import { liveProgram } from "../program/version-in-effect.ts";
import { changeTier } from "./change-tier.ts";
import { requalify, startGrace } from "./validity.ts";
import { indexOfLevel, indexReached, levelAt, reaches } from "./levels.ts";
import { countOf } from "../books/qualifying-ledger.ts";
import type { Qualifying } from "../books/qualifying-ledger.ts";
import { risesFrom } from "./metric-rises.ts";
import { holdingAt, knownUntil, lastReachedAt, metricAt } from "./metric.ts";

/**
 * Writes an entry of the qualifying ledger, dated `entryAt`, and draws the consequences: more may
 * lift the member or end a grace; less may start one, but never drops anybody at once.
 */
export function setQualifying(
  books: Books,
  member: MemberBook,
  { id, entryAt, value }: { readonly id: string; readonly entryAt: Instant; readonly value: Qualifying },
  at: Instant,
): void {
  const program = liveProgram(books);
  const { tiers } = program;
  if (tiers === null) {
    write(member, id, entryAt, value);
    return;
  }
  const metric = tiers.metric;
  const change = countOf(value, metric) - member.qualifying.countOf(id, metric);
  if (change >= 0) {
    write(member, id, entryAt, value);
    if (change > 0) riseAfter(books, member, entryAt, at);
    return;
  }
  const before = holdingAt(member, tiers, program.timezone, knownUntil(member, at));
  write(member, id, entryAt, value);
  loseGround(books, member, { tiers, program, before, at });
}

/**
 * Lifts the member to the level reached at the entry's date or at a later entry's (a late order may
 * complete one of them), as of that instant or of the release of the points that made it; in a grace, reaching the level again keeps it.
 */
function riseAfter(books: Books, member: MemberBook, entryAt: Instant, at: Instant): void {
  const program = liveProgram(books);
  const { tiers, timezone } = program;
  if (tiers === null) return;
  if (!(member.tier.lockBarsLifts && isLocked(member, at))) {
    for (const { date, since } of risesFrom(member, program, entryAt)) {
      const reached = indexReached(tiers, metricAt(member, tiers, timezone, date));
      if (reached > indexOfLevel(tiers, member.tier.levelId)) {
        liftTo(books, member, reached, { since: Math.min(since, at), at });
      }
    }
  }
  if (member.tier.graceUntil === null) return;
  const level = levelAt(tiers, indexOfLevel(tiers, member.tier.levelId));
  const reachedAt = lastReachedAt(member, program, level.from, knownUntil(member, at));
  if (reachedAt !== null) requalify(books, member, Math.min(reachedAt, at));
}

/** A lift out of a lock keeps the lock: until it ends the new level is not taken away either. */
function liftTo(
  books: Books,
  member: MemberBook,
  index: number,
  { since, at }: { readonly since: Instant; readonly at: Instant },
): void {
  changeTier(books, member, index, { since, at });
  const { tier } = member;
  if (!isLocked(member, at) || tier.lockedUntil === null || tier.until === null) return;
  tier.until = Math.max(tier.until, tier.lockedUntil);
}

function isLocked(member: MemberBook, at: Instant): boolean {
  return member.tier.lockedUntil !== null && member.tier.lockedUntil > at;
}

function loseGround(
  books: Books,
  member: MemberBook,
  change: { readonly tiers: Tiers; readonly program: Program; readonly before: number; readonly at: Instant },
): void {
  const { tiers, program, before, at } = change;
  const index = indexOfLevel(tiers, member.tier.levelId);
  if (index < 0 || isLocked(member, at) || member.tier.graceUntil !== null) return;
  const level = levelAt(tiers, index);
  const left = holdingAt(member, tiers, program.timezone, knownUntil(member, at));
  if (!reaches(level, before) || reaches(level, left)) return;
  startGrace(books, member, at);
}

function write(member: MemberBook, id: string, at: Instant, value: Qualifying): void {
  const isNothing = value.spendMinor === 0 && value.points === 0 && value.orders === 0;
  if (isNothing && !member.qualifying.has(id)) return;
  member.qualifying.write(id, at, value);
}
