import { element } from "../element.ts";
import type { StorefrontReward } from "../state.ts";
import { say } from "../words/words.ts";
import { codeActions } from "./code-actions.ts";
import type { View } from "./view.ts";

/** What a claim brought: the code at once, with Copy and Use now, or what happens next. */
export function claimedCard(view: View, reward: StorefrontReward, code: string | null): HTMLElement {
  const text = claimedWords(view, reward, code);
  view.announce(text);
  const usable = code !== null && isDiscount(reward.kind);
  return element(
    "div",
    { class: "ask", tabindex: -1, "data-focus": "claimed" },
    element("p", {}, text),
    usable && codeActions(view, code),
  );
}

/** Kinds whose code is typed at the checkout. */
export function isDiscount(kind: StorefrontReward["kind"]): boolean {
  return kind === "amountOff" || kind === "percentOff" || kind === "freeShipping" || kind === "freeProduct";
}

function claimedWords(view: View, reward: StorefrontReward, code: string | null): string {
  const { words } = view.speech;
  if (reward.kind === "experience") return words.claimRequested;
  if (!isDiscount(reward.kind)) return words.claimCredited;
  if (code === null) return words.claimMaking;
  return say(words.claimDone, { reward: view.speech.reward(reward) });
}
