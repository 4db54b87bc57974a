import type { Books, MemberBook } from "../books.ts";
import type { Instant } from "../calendar.ts";
import { liveProgram } from "../program/version-in-effect.ts";
import { DONE, refused } from "../redemption/refusal.ts";
import type { Outcome } from "../redemption/refusal.ts";
import { changeTier } from "./change-tier.ts";
import { indexOfLevel } from "./levels.ts";

/**
 * A tier by hand, up or down. With a lock nothing automatic happens before it ends, except lifts
 * above a level that was given upwards; then the metric decides. Without, it is valid as if qualified now.
 */
export function decideTier(
  books: Books,
  member: MemberBook,
  decision: { readonly levelId: string; readonly lockedUntil: Instant | null; readonly at: Instant },
): Outcome {
  const { tiers } = liveProgram(books);
  const index = tiers === null ? -1 : indexOfLevel(tiers, decision.levelId);
  if (tiers === null || index < 0) return refused("level_unknown", `unknown tier: ${decision.levelId}`);
  const { tier } = member;
  const isDown = index < indexOfLevel(tiers, tier.levelId);
  changeTier(books, member, index, decision.at, decision.at);
  tier.since = decision.at;
  tier.lockedUntil = decision.lockedUntil;
  tier.lockBarsLifts = decision.lockedUntil !== null && isDown;
  if (decision.lockedUntil !== null) tier.until = decision.lockedUntil;
  return DONE;
}
