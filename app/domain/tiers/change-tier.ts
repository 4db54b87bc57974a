import type { Books } from "../books/books.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { Instant } from "../calendar.ts";
import { request } from "../effect-queue.ts";
import { liveProgram } from "../program/version-in-effect.ts";
import { enterLevels } from "./enter-levels.ts";
import { indexOfLevel } from "./levels.ts";
import { endGrace, validityEnd } from "./validity.ts";

/**
 * Puts a member on a level (-1 = none) as qualified at `since`, and gives what comes with every
 * level passed upwards. `at` is the clock.
 */
export function changeTier(
  books: Books,
  member: MemberBook,
  toIndex: number,
  { since, at }: { readonly since: Instant; readonly at: Instant },
): void {
  const { tiers } = liveProgram(books);
  if (tiers === null) return;
  const fromIndex = indexOfLevel(tiers, member.tier.levelId);
  putOnLevel(books, member, toIndex, since);
  if (toIndex > fromIndex) enterLevels(books, member, { fromIndex: fromIndex + 1, toIndex }, at);
}

/** The same, and what comes with entering levels is not given. */
export function putOnLevel(books: Books, member: MemberBook, toIndex: number, since: Instant): void {
  const program = liveProgram(books);
  const { tiers } = program;
  if (tiers === null) return;
  const { tier } = member;
  const from = tier.levelId;
  const level = tiers.levels[toIndex] ?? null;
  const reachedAt = Math.max(since, lastChangeOf(member) ?? since);
  tier.levelId = level === null ? null : level.id;
  tier.since = level === null ? null : reachedAt;
  tier.until = level === null ? null : validityEnd(program, level, since);
  endGrace(member);
  if (tier.levelId === from) return;
  tier.history.push({ levelId: tier.levelId, since: reachedAt });
  request(books, { type: "notify_tier_changed", memberId: member.id, from, to: tier.levelId });
}

/** History goes forward only. Its beginning is no change: an order may have been paid before the member was known. */
function lastChangeOf({ tier }: MemberBook): Instant | null {
  return tier.history.length < 2 ? null : (tier.history.at(-1)?.since ?? null);
}
