import type { Speech } from "../panel/speech.ts";
import type { StorefrontReward } from "../state.ts";
import { say } from "../words/words.ts";

/** "500 Bohnen for €5.00 off, valid 90 days." */
export function claimQuestion(speech: Speech, reward: StorefrontReward, chosen: number | null): string {
  const days = speech.counted(speech.words.days, reward.validDays);
  const points = chosen ?? reward.cost;
  if (points === null || points === 0) {
    return say(speech.words.claimAskFree, { reward: speech.reward(reward), days });
  }
  const told = speech.reward(chosenReward(reward, chosen));
  return say(speech.words.claimAsk, { points: speech.points(points), reward: told, days });
}

/** The reward as chosen: worth what the points chosen for it buy, so it names its value, not its range. */
export function chosenReward(reward: StorefrontReward, chosen: number | null): StorefrontReward {
  const { variable } = reward;
  if (variable === null || chosen === null) return reward;
  const valueMinor = Math.floor((chosen * variable.valueMinor) / variable.points);
  return { ...reward, valueMinor, variable: null };
}

/** Kinds whose code is typed at the checkout. */
export function isDiscount(kind: StorefrontReward["kind"]): boolean {
  return kind === "amountOff" || kind === "percentOff" || kind === "freeShipping" || kind === "freeProduct";
}

/** A claim that went through. */
interface Claimed {
  /** The reward as it was chosen, in words. */
  readonly told: string;
  /** Null while it is being made, and for rewards without one. */
  readonly code: string | null;
}

/** What a claim brought, or what happens next. */
export function claimedWords(
  { words }: Speech,
  kind: StorefrontReward["kind"],
  { told, code }: Claimed,
): string {
  if (kind === "experience") return words.claimRequested;
  if (!isDiscount(kind)) return words.claimCredited;
  return code === null ? words.claimMaking : say(words.claimDone, { reward: told });
}
