import type { Books } from "../books/books.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { Instant } from "../calendar.ts";
import { creditNewLot } from "../ledger/credit.ts";
import type { TierLevel } from "../program/program.ts";
import { liveProgram } from "../program/version-in-effect.ts";
import { giveReward } from "../redemption/claim-reward.ts";

/** Gives what comes with entering each of these levels: once per member, ever. */
export function enterLevels(
  books: Books,
  member: MemberBook,
  { fromIndex, toIndex }: { readonly fromIndex: number; readonly toIndex: number },
  at: Instant,
): void {
  const levels = liveProgram(books).tiers?.levels.slice(fromIndex, toIndex + 1) ?? [];
  for (const level of levels) {
    if (member.tier.entered.includes(level.id)) continue;
    member.tier.entered.push(level.id);
    if (level.entryPoints > 0) giveEntryPoints(books, member, level, at);
    if (member.status === "active") giveEntryRewards(books, member, level, at);
  }
}

/** A guest's codes wait until the address is proven: they are given then, for the levels entered before. */
export function giveWaitingRewards(
  books: Books,
  member: MemberBook,
  levelIds: readonly string[],
  at: Instant,
): void {
  for (const level of liveProgram(books).tiers?.levels ?? []) {
    if (levelIds.includes(level.id)) giveEntryRewards(books, member, level, at);
  }
}

function giveEntryPoints(books: Books, member: MemberBook, level: TierLevel, at: Instant): void {
  const cause = `tier_entry:${level.id}`;
  // Whose merge was undone may have had the points of a level before, and given them back.
  const id = member.lots.has(cause) ? `${cause}:${String(member.sequence + 1)}` : cause;
  creditNewLot(
    books,
    member,
    { id, cause, kind: "tier_entry" },
    {
      key: `${id}:${member.id}`,
      kind: "tier_entry",
      at,
      points: level.entryPoints,
      explain: () => ({ kind: "tier_entry", levelId: level.id, points: level.entryPoints }),
    },
  );
}

function giveEntryRewards(books: Books, member: MemberBook, level: TierLevel, at: Instant): void {
  for (const rewardId of level.entryRewards) {
    const reward = liveProgram(books).rewards.find(({ id }) => id === rewardId);
    if (reward !== undefined) giveReward(books, member, reward, { at, origin: "tier_entry" });
  }
}
