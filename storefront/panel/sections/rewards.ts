import { element } from "../../element.ts";
import type { StorefrontReward } from "../../state.ts";
import { missingInCart, nextStep } from "../../wording/next-step.ts";
import { rewardConditions, rewardCost, rewardsInOrder, rewardWaits } from "../../wording/rewards.ts";
import { say } from "../../words/words.ts";
import { button, section } from "../button.ts";
import { promotedReward } from "./promoted.ts";
import type { ClaimPlace, View } from "../view.ts";

/** What can be claimed comes first; everything else says what it waits for. The next step is no news here. */
export function rewardsSection(view: View): HTMLElement | null {
  const { words } = view.speech;
  const promoted = promotedReward(view);
  const all = view.state.program.rewards;
  const rewards = rewardsInOrder(all.filter(({ id }) => id !== promoted?.id));
  if (rewards.length === 0 && all.length > 0) return null;
  return section(
    "rewards",
    words.rewardsTitle,
    rewards.length === 0
      ? element("p", { class: "empty" }, words.rewardsNone)
      : element(
          "ul",
          { class: "cards" },
          ...rewards.map((reward) => element("li", { class: "card" }, ...rewardCard(view, reward, "list"))),
        ),
  );
}

/** A reward with its price, its conditions, and the way to it or the reason to wait. */
export function rewardCard(view: View, reward: StorefrontReward, place: ClaimPlace): HTMLElement[] {
  const { claiming, claimed, cart } = view.choices;
  const { speech } = view;
  const conditions = rewardConditions(speech, reward);
  const parts: HTMLElement[] = [
    element(
      "div",
      { class: "ends" },
      element("strong", {}, speech.rewardTitle(reward)),
      element("span", { class: "cost" }, rewardCost(speech, reward)),
    ),
  ];
  const small = (text: string): void => void parts.push(element("p", { class: "small" }, text));
  if (conditions.length > 0) small(conditions.join(" · "));
  const waits = rewardWaits(speech, reward);
  const { deeds } = view;
  if (deeds !== null && claimed?.rewardId === reward.id) parts.push(deeds.claimedCard(view, reward, claimed));
  else if (deeds !== null && claiming?.rewardId === reward.id) {
    parts.push(deeds.claimCard(view, reward, claiming));
  } else if (reward.claim?.ok === true) {
    const missing = missingInCart(reward, cart);
    const told = { money: speech.money(missing), reward: speech.reward(reward) };
    if (missing > 0) small(say(speech.words.nextFill, told));
    parts.push(claimButton(view, reward, place));
  } else if (waits !== null) small(waits);
  return parts;
}

/** Quiet where this cart is better served otherwise: nobody is talked into a second code. */
function claimButton(view: View, reward: StorefrontReward, place: ClaimPlace): HTMLElement {
  const { words } = view.speech;
  const step = nextStep(view.state, view.choices.cart)?.kind;
  const isOffer = place === "next" || step === "claim";
  return button(
    isOffer ? "button" : "quiet",
    words.claim,
    () => view.withDeeds(({ startClaim }) => startClaim(view, reward, place)),
    { focus: `claim-${reward.id}`, label: `${words.claim}: ${view.speech.reward(reward)}` },
  );
}
