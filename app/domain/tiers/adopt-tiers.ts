import type { Books } from "../books/books.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { Instant } from "../calendar.ts";
import type { Program } from "../program/program.ts";
import { liveProgram } from "../program/version-in-effect.ts";
import { changeTier } from "./change-tier.ts";
import { enterLevels } from "./enter-levels.ts";
import { indexOfLevel, indexReached } from "./levels.ts";
import { requalify, validityEnd } from "./validity.ts";
import { holdingAt, knownUntil, lastReachedAt, metricAt } from "./metric.ts";

/** The tier of someone the books meet for the first time: the level that starts at 0, if there is one. */
export function startTier(books: Books, member: MemberBook, at: Instant): void {
  const first = liveProgram(books).tiers?.levels[0];
  const levelId = first !== undefined && first.from <= 0 ? first.id : null;
  member.tier.levelId = levelId;
  member.tier.since = levelId === null ? null : at;
  member.tier.history = [{ levelId, since: at }];
  if (levelId !== null) enterLevels(books, member, { fromIndex: 0, toIndex: 0 }, at);
}

/**
 * A new program version: lifts at once whoever reaches more by it, puts those whose level is gone on
 * the level they reach, and drops nobody.
 */
export function adoptTiers(books: Books, member: MemberBook, before: Program, at: Instant): void {
  const steps = member.tier.history.length;
  adopt(books, member, before, at);
  const { history } = member.tier;
  const last = history.at(-1);
  if (last === undefined || history.length === steps) return;
  history[history.length - 1] = { ...last, publishedAs: books.liveVersion };
}

function adopt(books: Books, member: MemberBook, before: Program, at: Instant): void {
  const program = liveProgram(books);
  const { tiers, timezone } = program;
  const { tier } = member;
  if (tiers === null) {
    leaveTiers(member, at);
    return;
  }
  const index = indexOfLevel(tiers, tier.levelId);
  const end = knownUntil(member, at);
  const reached = indexReached(tiers, metricAt(member, tiers, timezone, end));
  const isLocked = tier.lockedUntil !== null && tier.lockedUntil > at;
  if (index < 0) {
    if (tier.levelId !== null)
      replaceLevel(books, member, indexReached(tiers, holdingAt(member, tiers, timezone, end)), at);
    else if (reached >= 0) changeTier(books, member, reached, { since: at, at });
    tier.lockedUntil = null;
    tier.lockBarsLifts = false;
  } else if (reached > index && !(isLocked && tier.lockBarsLifts)) {
    changeTier(books, member, reached, { since: at, at });
  } else if (!isLocked && JSON.stringify(before.tiers?.window) !== JSON.stringify(tiers.window)) {
    adoptValidity(member, program, at);
  }
}

/** The level is gone: what it rested on carries the one that takes its place, for as long. */
function replaceLevel(books: Books, member: MemberBook, toIndex: number, at: Instant): void {
  const program = liveProgram(books);
  changeTier(books, member, toIndex, { since: at, at });
  const level = program.tiers?.levels[toIndex];
  if (level === undefined) return;
  const reachedAt = lastReachedAt(member, program, level.from, knownUntil(member, at));
  if (reachedAt !== null) requalify(books, member, Math.min(reachedAt, at));
}

/** Another window: what is valid stays so for as long as it was, or as long as if qualified now. */
function adoptValidity(member: MemberBook, program: Program, at: Instant): void {
  const level = program.tiers?.levels.find(({ id }) => id === member.tier.levelId);
  if (level === undefined || member.tier.graceUntil !== null) return;
  const next = validityEnd(program, level, at);
  const { until } = member.tier;
  member.tier.until = next === null || until === null ? next : Math.max(next, until);
}

export function leaveTiers(member: MemberBook, at: Instant): void {
  const { tier } = member;
  if (tier.levelId !== null) tier.history.push({ levelId: null, since: at });
  tier.levelId = null;
  tier.since = null;
  tier.until = null;
  tier.graceUntil = null;
  tier.graceNoticesSent = 0;
  tier.lockedUntil = null;
  tier.lockBarsLifts = false;
}
