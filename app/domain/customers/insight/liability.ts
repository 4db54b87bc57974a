/** What sales earned and what is expected of it: the figures of IFRS 15's customer options. */
export interface DeferredInput {
  /** Sales that earned the points, minor units. */
  readonly salesMinor: number;
  readonly pointsEarned: number;
  /** What one point is worth, minor units: from the rewards really claimed. */
  readonly pointMinor: number;
  /** The share of the points expected to be used. */
  readonly shareUsed: number;
}

/** Revenue that is set aside for points: S × Pvs ÷ (S + Pvs), half up. */
export function deferredMinor({ salesMinor, pointsEarned, pointMinor, shareUsed }: DeferredInput): number {
  const worth = pointsEarned * pointMinor * shareUsed;
  return worth === 0 ? 0 : halfUp((salesMinor * worth) / (salesMinor + worth));
}

/** What of it is released in all: deferred × used so far ÷ expected in all. Expectations that change are caught up with at once. */
export function releasedMinor(deferred: number, usedSoFar: number, expectedInAll: number): number {
  if (expectedInAll === 0) return 0;
  return halfUp((deferred * Math.min(usedSoFar, expectedInAll)) / expectedInAll);
}

/** What points still to be used will cost: (P s − used, at least 0) × v, half up. */
export function expectedCostMinor(
  pointsEarned: number,
  shareUsed: number,
  usedSoFar: number,
  pointMinor: number,
): number {
  return halfUp(Math.max(0, pointsEarned * shareUsed - usedSoFar) * pointMinor);
}

/** A share seen among lots old enough to be settled, with a 95 % interval (Wilson); null without any. */
export interface UsedShare {
  readonly share: number;
  readonly from: number;
  readonly to: number;
  readonly points: number;
}

const Z_95 = 1.959963984540054;

/** Of lots whose time is over: what was used of what they gave. A lot is one look, weighed by its points. */
export function usedShare(
  lots: readonly { readonly points: number; readonly used: number }[],
): UsedShare | null {
  const points = lots.reduce((sum, lot) => sum + lot.points, 0);
  if (points === 0) return null;
  const share = lots.reduce((sum, lot) => sum + lot.used, 0) / points;
  // Points of one lot go together: so many looks as there would be lots of the same size.
  const looks = points ** 2 / lots.reduce((sum, lot) => sum + lot.points ** 2, 0);
  const centre = (share + Z_95 ** 2 / (2 * looks)) / (1 + Z_95 ** 2 / looks);
  const reach =
    (Z_95 / (1 + Z_95 ** 2 / looks)) *
    Math.sqrt((share * (1 - share)) / looks + Z_95 ** 2 / (4 * looks ** 2));
  return { share, from: Math.max(0, centre - reach), to: Math.min(1, centre + reach), points };
}

function halfUp(amount: number): number {
  return Math.floor(amount + 0.5);
}
