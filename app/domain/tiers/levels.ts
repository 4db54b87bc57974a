import { assert } from "../assert.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { Instant } from "../calendar.ts";
import type { Program, TierLevel, Tiers } from "../program/program.ts";

/** The highest level a metric reaches; -1 for none. */
export function indexReached(tiers: Tiers, metric: number): number {
  let reached = -1;
  tiers.levels.forEach((level, index) => {
    if (reaches(level, metric)) reached = index;
  });
  return reached;
}

/** A level from 0 asks for nothing: it is held also where refunds and corrections leave less than nothing. */
export function reaches(level: TierLevel, metric: number): boolean {
  return level.from <= 0 || metric >= level.from;
}

/** Where a level stands among the program's; -1 for none. */
export function indexOfLevel(tiers: Tiers, levelId: string | null): number {
  return tiers.levels.findIndex(({ id }) => id === levelId);
}

export function levelAt(tiers: Tiers, index: number): TierLevel {
  const level = tiers.levels[index];
  assert(level !== undefined, "a level's index is one of the program's");
  return level;
}

/** The level after the member's; null at the top or without tiers. */
export function nextLevel(member: MemberBook, program: Program): TierLevel | null {
  const { tiers } = program;
  return tiers?.levels[indexOfLevel(tiers, member.tier.levelId) + 1] ?? null;
}

/** The tier a member had at an instant, so that a late order is judged by the tier of its instant. */
export function tierAt(member: MemberBook, instant: Instant): string | null {
  const { history } = member.tier;
  for (let index = history.length - 1; index > 0; index -= 1) {
    const entry = history[index];
    if (entry !== undefined && entry.since <= instant) return entry.levelId;
  }
  return history[0]?.levelId ?? null;
}
