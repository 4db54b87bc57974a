import { viewBooks } from "#app/db/books/view-books.ts";
import type { Database } from "#app/db/client.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { Text } from "#app/domain/program/texts/text.ts";
import { liveProgram } from "#app/domain/program/version-in-effect.ts";
import { refusalOfClaim } from "#app/domain/redemption/claim-reward.ts";
import type { Refusal } from "#app/domain/refusal.ts";

export interface ClaimableReward {
  readonly rewardId: string;
  readonly name: Text;
  /** Points; null where the member chooses how many. */
  readonly cost: number | null;
  /** The least and the step of what may be chosen. */
  readonly choice: { readonly min: number; readonly step: number } | null;
  /** Why it cannot be claimed now; null: it can. */
  readonly refusal: Refusal | null;
}

/** What a member may spend points on, with the reason where one cannot be had now. */
export async function claimableRewards(
  database: Database,
  shopId: number,
  memberId: MemberId,
  now: Instant,
): Promise<ClaimableReward[]> {
  const books = await viewBooks(database, shopId, [memberId], now);
  const member = books.members.get(memberId);
  if (member?.status !== "active") return [];
  return liveProgram(books).rewards.flatMap(({ id, name, cost, variable }) => {
    const points = variable === null ? null : variable.min;
    const outcome = refusalOfClaim(books, member, { rewardId: id, points, at: now });
    const refusal = outcome === null || outcome.ok ? null : outcome.refusal;
    if (refusal !== null && NOT_OFFERED.has(refusal)) return [];
    const choice = variable === null ? null : { min: variable.min, step: variable.step };
    return [{ rewardId: id, name, cost, choice, refusal }];
  });
}

/** Nobody claims these, whoever they are. */
const NOT_OFFERED: ReadonlySet<Refusal> = new Set(["reward_disabled", "reward_only_given"]);
