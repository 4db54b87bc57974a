import type { Speech } from "../panel/speech.ts";
import type { StorefrontReward } from "../state.ts";
import { say } from "../words/words.ts";

export function rewardCost(speech: Speech, reward: StorefrontReward): string {
  if (reward.variable !== null) return `${speech.number(reward.variable.min)}+ ${speech.pointsName}`;
  if (reward.cost === null || reward.cost === 0) return speech.words.rewardPerk;
  return speech.points(reward.cost);
}

/**
 * What a reward asks for; to guests also for whom it is, where members read it as the reason to wait, and how long
 * its code lasts, which members are told before they claim it.
 */
export function rewardConditions(speech: Speech, reward: StorefrontReward): string[] {
  const { words } = speech;
  const parts: string[] = [];
  if (reward.minSubtotalMinor !== null) {
    parts.push(say(words.minimum, { money: speech.money(reward.minSubtotalMinor) }));
  }
  if (reward.someProducts) parts.push(words.someProducts);
  if (reward.claim === null && reward.tiers.length > 0) {
    parts.push(say(words.rewardTier, { tiers: speech.list(reward.tiers) }));
  }
  if (reward.perPerson !== null) {
    const often = reward.perPerson === 1 ? words.once : words.often;
    parts.push(say(often, { number: speech.number(reward.perPerson), per: words.per.ever }).trim());
  }
  if (reward.claim === null) {
    parts.push(say(words.rewardValid, { days: speech.counted(words.days, reward.validDays) }));
  }
  return parts;
}

/** Why a reward cannot be claimed now; null when it can. */
export function rewardWaits(speech: Speech, reward: StorefrontReward): string | null {
  const { words } = speech;
  const { claim } = reward;
  if (claim === null || claim.ok) return null;
  switch (claim.reason) {
    case "points":
      return say(words.rewardMissing, { points: speech.points(claim.missing) });
    case "tier":
      return say(words.rewardTier, { tiers: speech.list(reward.tiers) });
    case "limit":
      return words.rewardLimit;
    case "stock":
      return words.rewardStock;
    case "paused":
      return words.rewardPaused;
  }
}

/** Claimable rewards first, then those with the fewest points to go. */
export function rewardsInOrder(rewards: readonly StorefrontReward[]): StorefrontReward[] {
  const rank = ({ claim }: StorefrontReward): number => {
    if (claim === null || claim.ok) return 0;
    return claim.reason === "points" ? claim.missing : Number.MAX_SAFE_INTEGER;
  };
  return [...rewards].sort((a, b) => rank(a) - rank(b));
}
