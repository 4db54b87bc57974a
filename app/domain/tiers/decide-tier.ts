import type { Books } from "../books/books.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { MemberEvent } from "../event.ts";
import { liveProgram } from "../program/version-in-effect.ts";
import { DONE, refused } from "../refusal.ts";
import type { Outcome } from "../refusal.ts";
import { changeTier, putOnLevel } from "./change-tier.ts";
import { indexOfLevel } from "./levels.ts";

/**
 * A tier by hand, up or down. With a lock nothing automatic happens before it ends, except lifts
 * above a level that was given upwards; then the metric decides. Without, it is valid as if qualified now.
 * What comes with entering a level may be declined; who comes to it again by themselves is given it then.
 */
export function decideTier(
  books: Books,
  member: MemberBook,
  decision: MemberEvent & { type: "tier_decided" },
): Outcome {
  const { tiers } = liveProgram(books);
  const index = tiers === null ? -1 : indexOfLevel(tiers, decision.levelId);
  if (tiers === null || index < 0) return refused("level_unknown", `unknown tier: ${decision.levelId}`);
  const { tier } = member;
  const isDown = index < indexOfLevel(tiers, tier.levelId);
  if (decision.withoutEntry === true) putOnLevel(books, member, index, decision.at);
  else changeTier(books, member, index, { since: decision.at, at: decision.at });
  tier.since = decision.at;
  tier.lockedUntil = decision.lockedUntil;
  tier.lockBarsLifts = decision.lockedUntil !== null && isDown;
  if (decision.lockedUntil !== null) tier.until = decision.lockedUntil;
  return DONE;
}
