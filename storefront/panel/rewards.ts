import { element } from "../element.ts";
import type { StorefrontClaim, StorefrontReward } from "../state.ts";
import { say } from "../words/words.ts";
import { claimCard, startClaim } from "./claim.ts";
import { claimedCard } from "./claimed.ts";
import type { Speech } from "./speech.ts";
import type { View } from "./view.ts";

/** What can be claimed comes first; everything else says what it waits for. */
export function rewardsSection(view: View): HTMLElement {
  const { words } = view.speech;
  const rewards = [...view.state.program.rewards].sort((a, b) => rank(a.claim) - rank(b.claim));
  return element(
    "section",
    { "aria-labelledby": "regulars-rewards" },
    element("h3", { id: "regulars-rewards" }, words.rewardsTitle),
    rewards.length === 0
      ? element("p", { class: "empty" }, words.rewardsNone)
      : element("ul", { class: "cards" }, ...rewards.map((reward) => rewardCard(view, reward))),
  );
}

function rank(claim: StorefrontClaim | null): number {
  if (claim === null || claim.ok) return 0;
  return claim.reason === "points" ? claim.missing : Number.MAX_SAFE_INTEGER;
}

function rewardCard(view: View, reward: StorefrontReward): HTMLElement {
  const { claiming, claimed } = view.choices;
  const { speech } = view;
  const card = element(
    "li",
    { class: "card" },
    element(
      "div",
      { class: "ends" },
      element("strong", {}, speech.rewardTitle(reward)),
      element("span", { class: "cost" }, costWords(speech, reward)),
    ),
    conditions(speech, reward),
  );
  if (claimed?.rewardId === reward.id) card.append(claimedCard(view, reward, claimed));
  else if (claiming?.rewardId === reward.id) card.append(claimCard(view, reward, claiming));
  else if (reward.claim?.ok === true) card.append(claimButton(view, reward));
  else if (reward.claim !== null)
    card.append(element("p", { class: "small" }, refusalWords(speech, reward, reward.claim)));
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

function costWords(speech: Speech, reward: StorefrontReward): string {
  if (reward.variable !== null) return `${speech.number(reward.variable.min)}+ ${speech.pointsName}`;
  if (reward.cost === null || reward.cost === 0) return speech.words.rewardPerk;
  return speech.points(reward.cost);
}

function refusalWords(
  speech: Speech,
  reward: StorefrontReward,
  claim: StorefrontClaim & { ok: false },
): string {
  const { words } = speech;
  switch (claim.reason) {
    case "points":
      return say(words.rewardMissing, { points: speech.points(claim.missing) });
    case "tier":
      return say(words.rewardTier, { tiers: speech.list(reward.tiers) });
    case "limit":
      return words.rewardLimit;
    case "stock":
      return words.rewardStock;
  }
}

function conditions(speech: Speech, reward: StorefrontReward): HTMLElement | null {
  const { words } = speech;
  const parts: string[] = [];
  if (reward.minSubtotalMinor !== null) {
    parts.push(say(words.minimum, { money: speech.money(reward.minSubtotalMinor) }));
  }
  if (reward.someProducts) parts.push(words.someProducts);
  if (reward.claim === null && reward.tiers.length > 0) {
    parts.push(say(words.rewardTier, { tiers: speech.list(reward.tiers) }));
  }
  return parts.length === 0 ? null : element("p", { class: "small" }, parts.join(" · "));
}
