import { element } from "../element.ts";
import type { StorefrontReward } from "../state.ts";
import { rewardConditions, rewardCost, rewardsInOrder, rewardWaits } from "../wording/rewards.ts";
import { claimCard, startClaim } from "./claim.ts";
import { claimedCard } from "./claimed.ts";
import type { View } from "./view.ts";

/** What can be claimed comes first; everything else says what it waits for. */
export function rewardsSection(view: View): HTMLElement {
  const { words } = view.speech;
  const rewards = rewardsInOrder(view.state.program.rewards);
  return element(
    "section",
    { "aria-labelledby": "regulars-rewards" },
    element("h3", { id: "regulars-rewards" }, words.rewardsTitle),
    rewards.length === 0
      ? element("p", { class: "empty" }, words.rewardsNone)
      : element("ul", { class: "cards" }, ...rewards.map((reward) => rewardCard(view, reward))),
  );
}

function rewardCard(view: View, reward: StorefrontReward): HTMLElement {
  const { claiming, claimed } = view.choices;
  const { speech } = view;
  const conditions = rewardConditions(speech, reward);
  const waits = rewardWaits(speech, reward);
  const card = element(
    "li",
    { class: "card" },
    element(
      "div",
      { class: "ends" },
      element("strong", {}, speech.rewardTitle(reward)),
      element("span", { class: "cost" }, rewardCost(speech, reward)),
    ),
    conditions.length > 0 && element("p", { class: "small" }, conditions.join(" · ")),
  );
  if (claimed?.rewardId === reward.id) card.append(claimedCard(view, reward, claimed));
  else if (claiming?.rewardId === reward.id) card.append(claimCard(view, reward, claiming));
  else if (reward.claim?.ok === true) card.append(claimButton(view, reward));
  else if (waits !== null) card.append(element("p", { class: "small" }, waits));
  return card;
}

function claimButton(view: View, reward: StorefrontReward): HTMLElement {
  const start = (): void => {
    startClaim(view, reward);
  };
  const { words } = view.speech;
  return element(
    "button",
    {
      type: "button",
      class: "button",
      "aria-label": `${words.claim}: ${view.speech.reward(reward)}`,
      "data-focus": `claim-${reward.id}`,
      click: start,
    },
    words.claim,
  );
}
