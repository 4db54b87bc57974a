import type { Program, Reward } from "./program.ts";

/** So many points buy so much: `points` are worth `valueMinor`, in minor units of the program's currency. */
export interface PointsWorth {
  readonly points: number;
  readonly valueMinor: number;
}

/**
 * What points buy in money: the best exchange among the rewards that are worth money, open to everybody
 * and switched on. Null where no such reward exists. What a number of points is worth is rounded down.
 */
export function pointsWorth(program: Program): PointsWorth | null {
  const offers = program.rewards.flatMap((reward) => exchangeOf(reward) ?? []);
  return offers.reduce<PointsWorth | null>(
    (best, offer) => (best === null || buysMore(offer, best) ? offer : best),
    null,
  );
}

/** Minor units that `points` are worth, rounded down. */
export function valueOf(points: number, worth: PointsWorth): number {
  return Number((BigInt(points) * BigInt(worth.valueMinor)) / BigInt(worth.points));
}

function exchangeOf(reward: Reward): PointsWorth | null {
  if (!reward.enabled || reward.tiers !== null) return null;
  if (reward.variable !== null) {
    return { points: reward.variable.points, valueMinor: reward.variable.valueMinor };
  }
  const { value, cost } = reward;
  const isMoney = value.kind === "amountOff" || value.kind === "storeCredit" || value.kind === "giftCard";
  if (!isMoney || value.valueMinor === null || cost === null || cost === 0) return null;
  return { points: cost, valueMinor: value.valueMinor };
}

function buysMore(offer: PointsWorth, than: PointsWorth): boolean {
  return BigInt(offer.valueMinor) * BigInt(than.points) > BigInt(than.valueMinor) * BigInt(offer.points);
}
