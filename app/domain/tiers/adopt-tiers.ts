import type { Books, MemberBook } from "../books.ts";
import type { Instant } from "../calendar.ts";
import type { Program } from "../program/program.ts";
import { liveProgram } from "../program/version-in-effect.ts";
import { changeTier } from "./change-tier.ts";
import { enterLevels } from "./enter-levels.ts";
import { indexOfLevel, indexReached, validityEnd } from "./levels.ts";
import { holdingAt, knownUntil } from "./metric.ts";

/** The tier of someone the books meet for the first time: the level that starts at 0, if there is one. */
export function startTier(books: Books, member: MemberBook, at: Instant): void {
  const first = liveProgram(books).tiers?.levels[0];
  const levelId = first !== undefined && first.from <= 0 ? first.id : null;
  member.tier.levelId = levelId;
  member.tier.since = levelId === null ? null : at;
  member.tier.history = [{ levelId, since: at }];
  if (levelId !== null) enterLevels(books, member, 0, 0, at);
}

/**
 * A new program version: lifts at once whoever reaches more by it, puts those whose level is gone on
 * the level they reach, and drops nobody.
 */
export function adoptTiers(books: Books, member: MemberBook, before: Program, at: Instant): void {
  const program = liveProgram(books);
  const { tiers, timezone } = program;
  const { tier } = member;
  if (tiers === null) {
    leaveTiers(member, at);
    return;
  }
  const index = indexOfLevel(tiers, tier.levelId);
  const reached = indexReached(tiers, holdingAt(member, tiers, timezone, knownUntil(member, at)));
  const isLocked = tier.lockedUntil !== null && tier.lockedUntil > at;
  if (index < 0) {
    if (reached >= 0 || tier.levelId !== null) changeTier(books, member, reached, at, at);
    tier.lockedUntil = null;
    tier.lockBarsLifts = false;
  } else if (reached > index && !(isLocked && tier.lockBarsLifts)) {
    changeTier(books, member, reached, at, at);
  } else if (!isLocked && JSON.stringify(before.tiers?.window) !== JSON.stringify(tiers.window)) {
    adoptValidity(member, program, at);
  }
}

/** Another window: what is valid stays so for as long as it was, or as long as if qualified now. */
function adoptValidity(member: MemberBook, program: Program, at: Instant): void {
  const level = program.tiers?.levels.find(({ id }) => id === member.tier.levelId);
  if (level === undefined || member.tier.graceUntil !== null) return;
  const next = validityEnd(program, level, at);
  const { until } = member.tier;
  member.tier.until = next === null || until === null ? next : Math.max(next, until);
}

function leaveTiers(member: MemberBook, at: Instant): void {
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
