import { element } from "../element.ts";
import type { StorefrontReward } from "../state.ts";
import { say } from "../words/words.ts";
import { codeActions } from "./code-actions.ts";
import type { Choices, View } from "./view.ts";

type Claimed = NonNullable<Choices["claimed"]>;

/** What a claim brought: the code at once, with Copy and Use now, or what happens next. */
export function claimedCard(view: View, reward: StorefrontReward, claimed: Claimed): HTMLElement {
  const { code } = claimed;
  const text = claimedWords(view, reward, claimed);
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

/** What is said of a claim that went through. */
export function claimedWords(view: View, reward: StorefrontReward, claimed: Claimed): string {
  const { words } = view.speech;
  if (reward.kind === "experience") return words.claimRequested;
  if (!isDiscount(reward.kind)) return words.claimCredited;
  if (claimed.code === null) return words.claimMaking;
  return say(words.claimDone, { reward: claimed.told });
}
