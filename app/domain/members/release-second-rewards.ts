import type { Books } from "../books/books.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { RewardCode } from "../books/codes.ts";
import type { Instant } from "../calendar.ts";
import { liveProgram } from "../program/version-in-effect.ts";
import { requestWithdrawal } from "../redemption/ask-platform.ts";
import { holdsPoints, isStanding } from "../books/codes.ts";
import { rewardOfCode } from "../redemption/code-book.ts";
import { releaseCode } from "../redemption/release-code.ts";

/**
 * One person has the rewards of a level once: where both members entered it and were given its
 * reward, the latest code that is not used yet is withdrawn. `brought` are the texts of the codes
 * that came with the other member, `levelIds` the levels both had entered.
 */
export function releaseSecondRewards(
  books: Books,
  member: MemberBook,
  { brought, levelIds }: { readonly brought: ReadonlySet<string>; readonly levelIds: readonly string[] },
  at: Instant,
): void {
  const levels = liveProgram(books).tiers?.levels.filter(({ id }) => levelIds.includes(id)) ?? [];
  for (const rewardId of levels.flatMap(({ entryRewards }) => entryRewards)) {
    const given = [...member.codes.values()].filter(
      (code) => code.origin === "tier_entry" && code.rewardId === rewardId && isStanding(code),
    );
    const isBrought = ({ code }: RewardCode) => brought.has(code);
    if (!given.some(isBrought) || given.every(isBrought)) continue;
    const second = given.sort((a, b) => a.claimedAt - b.claimedAt).findLast(holdsPoints);
    if (second === undefined) continue;
    requestWithdrawal(books, second, rewardOfCode(books, second));
    releaseCode(books, member, second, { state: "released", reason: "revoked", at, note: null });
  }
}
