import { deferredMinor, expectedCostMinor, releasedMinor, usedShare } from "../insight/liability.ts";
import type { UsedShare } from "../insight/liability.ts";
import type { KnownShop } from "./known-shop.ts";
import type { ChosenInsight } from "./report.ts";

/** What points oblige a shop to, by both ways of looking at it; minor units. */
export interface Liability {
  readonly deferredMinor: number;
  /** What of it is earned already, as points were used. */
  readonly releasedMinor: number;
  readonly costMinor: number;
  readonly pointsEarned: number;
  readonly used: UsedShare;
}

/**
 * When the days of an insight ended, of everybody. Null before points were used and the time of the oldest was over:
 * nothing could be said but a guess.
 */
export function liabilityOf(
  { books }: KnownShop,
  { sinceLaunch, among }: Pick<ChosenInsight, "sinceLaunch" | "among">,
): Liability | null {
  if (books === null || among !== null || sinceLaunch === null) return null;
  const used = usedShare(books.ledger.settledLots());
  const { pointMinor } = books;
  if (used === null || pointMinor === null) return null;
  const { earned, spent } = books.ledger.totals(sinceLaunch.days.to);
  const salesMinor = sinceLaunch.revenueMinor;
  const deferred = deferredMinor({ salesMinor, pointsEarned: earned, pointMinor, shareUsed: used.share });
  return {
    deferredMinor: deferred,
    releasedMinor: releasedMinor(deferred, spent, earned * used.share),
    costMinor: expectedCostMinor(earned, used.share, spent, pointMinor),
    pointsEarned: earned,
    used,
  };
}
