import type { StorefrontReward } from "../../state.ts";
import { nextStep } from "../../wording/next-step.ts";
import { rewardById, type View } from "../view.ts";

/**
 * The reward that is offered as the next step, and so not once more in the list. Whoever began to claim it
 * there ends there, and a claim that began in the list stays in the list.
 */
export function promotedReward({ state, choices }: View): StorefrontReward | null {
  const busy = choices.claiming ?? choices.claimed;
  if (busy?.place === "next") return rewardById(state, busy.rewardId);
  const step = nextStep(state, choices.cart);
  return step?.kind === "claim" && step.reward.id !== busy?.rewardId ? step.reward : null;
}
