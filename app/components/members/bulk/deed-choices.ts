import type { GivableReward } from "../give-card.tsx";
import type { TierChoice } from "../list/tier-choice.ts";

/** What a deed for many can be about: the tiers, and the rewards that can be given. */
export interface DeedChoices {
  readonly tiers: readonly TierChoice[];
  readonly rewards: readonly GivableReward[];
}
