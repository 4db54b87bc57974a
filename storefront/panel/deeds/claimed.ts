import { element } from "../../element.ts";
import type { StorefrontReward } from "../../state.ts";
import { claimedWords, isDiscount } from "../../wording/claims.ts";
import { codeActions } from "./code-actions.ts";
import type { Choices, View } from "../view.ts";

type Claimed = NonNullable<Choices["claimed"]>;

/** What a claim brought: the code at once, with Copy and Use now, or what happens next. */
export function claimedCard(view: View, reward: StorefrontReward, claimed: Claimed): HTMLElement {
  const { code } = claimed;
  const usable = code !== null && isDiscount(reward.kind);
  return element(
    "div",
    { class: "ask", tabindex: -1, "data-focus": "claimed" },
    element("p", {}, claimedWords(view.speech, reward.kind, claimed)),
    usable && codeActions(view, code),
  );
}
