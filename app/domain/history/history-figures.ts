import type { MemberBook } from "../books/member-book.ts";
import type { PointsWorth } from "../program/points-worth.ts";
import { earningRevenueMinor } from "../replay/results/reward-table.ts";

/** What orders from before the program give one person: the difference they make. */
export interface PersonGain {
  /** Nobody the program knew before. */
  readonly isNew: boolean;
  readonly earned: number;
  readonly expired: number;
  /** What can be spent now or once it matures, less what is owed. */
  readonly outstanding: number;
  /** What was paid and kept of goods that earn, in minor units. */
  readonly revenueMinor: number;
  /** The level afterwards. */
  readonly tierLevelId: string | null;
}

/** The same for everybody, and what it would cost. */
export interface HistoryFigures {
  readonly orders: number;
  readonly firstOrderAt: number | null;
  readonly lastOrderAt: number | null;
  readonly people: number;
  readonly newMembers: number;
  readonly earned: number;
  readonly expired: number;
  readonly outstanding: number;
  readonly revenueMinor: number;
  /** What points buy under the program they were judged by; null where no reward is worth money. */
  readonly worth: PointsWorth | null;
  /** The people of these orders by the level they end on, lowest first; a null name is no level. */
  readonly tiers: readonly { readonly name: string | null; readonly people: number }[];
}

type Standing = Pick<PersonGain, "earned" | "expired" | "outstanding" | "revenueMinor">;

const NOTHING: Standing = { earned: 0, expired: 0, outstanding: 0, revenueMinor: 0 };

export function standingOf(member: MemberBook): Standing {
  const { available, pending, debt, earned, expired } = member.balance;
  return {
    earned,
    expired,
    outstanding: available + pending - debt,
    revenueMinor: earningRevenueMinor(member),
  };
}

/** What came to a member since. `before`: null where there was no such member. */
export function gainOf(before: Standing | null, member: MemberBook): PersonGain {
  const from = before ?? NOTHING;
  const now = standingOf(member);
  return {
    isNew: before === null,
    earned: now.earned - from.earned,
    expired: now.expired - from.expired,
    outstanding: now.outstanding - from.outstanding,
    revenueMinor: now.revenueMinor - from.revenueMinor,
    tierLevelId: member.tier.levelId,
  };
}
