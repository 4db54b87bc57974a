import type { MemberBook } from "../books/member-book.ts";
import type { PointsMean } from "./file-reading.ts";
import type { LotToCarry, MemberRow } from "./member-row.ts";

/** What a line changes of somebody. */
export interface RowChange {
  /** What their balance changes by. */
  readonly points: number;
  /** Where it rises, until when which part of that is valid. */
  readonly lots: readonly LotToCarry[];
  readonly levelId: string | null;
  readonly birthday: string | null;
}

/**
 * What a line changes of a member; null: of somebody new. Added points count once however often a file says
 * them: `carried` is what files have given so far, and only the difference is given. A balance is brought to
 * what the file says. So the same file twice adds nothing, and a corrected one just the correction.
 */
export function changeFor(
  row: MemberRow,
  member: MemberBook | null,
  { pointsMean, carried }: { readonly pointsMean: PointsMean; readonly carried: number | null },
): RowChange {
  const has = pointsMean === "added" ? carried : member === null ? null : balanceOf(member);
  const points = row.points === null ? 0 : row.points - (has ?? NOTHING);
  const isSameLevel = member !== null && row.levelId === member.tier.levelId && row.levelUntil === null;
  return {
    points,
    lots: points > 0 ? lastOf(row.lots, points) : [],
    levelId: isSameLevel || isHeld(row, member) ? null : row.levelId,
    birthday: row.birthday === (member?.birthday ?? null) ? null : row.birthday,
  };
}

const NOTHING = 0;

export function isNothing({ points, levelId, birthday }: RowChange): boolean {
  return points === 0 && levelId === null && birthday === null;
}

function balanceOf({ balance }: MemberBook): number {
  return balance.available + balance.pending - balance.debt;
}

/** A tier that was set until a day is set again only where its lock has gone. */
function isHeld(row: MemberRow, member: MemberBook | null): boolean {
  return row.levelUntil !== null && member?.tier.levelId === row.levelId && member.tier.lockedUntil !== null;
}

/** Of the lots in a line those that are valid longest, down to what is given: the others are spent first. */
function lastOf(lots: readonly LotToCarry[], points: number): LotToCarry[] {
  let left = points;
  const kept: LotToCarry[] = [];
  for (const lot of [...lots].reverse()) {
    const taken = Math.min(lot.points, left);
    if (taken > 0) kept.unshift({ ...lot, points: taken });
    left -= taken;
  }
  return left > 0 ? [...kept, { points: left }] : kept;
}
