import { assert } from "../assert.ts";
import type { MemberBook } from "../books.ts";
import { addMonthsEndOfDay, endOfYear } from "../calendar.ts";
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

/** How long a level is valid that is (re)qualified at an instant; null = without end, as for a level from 0. */
export function validityEnd(program: Program, level: TierLevel, qualifiedAt: Instant): Instant | null {
  const { tiers, timezone } = program;
  if (tiers === null || level.from <= 0) return null;
  switch (tiers.window.kind) {
    case "lifetime":
      return null;
    case "rolling":
      return addMonthsEndOfDay(qualifiedAt, tiers.window.months, timezone);
    case "calendarYear":
      return endOfYear(qualifiedAt, timezone, 1);
  }
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
