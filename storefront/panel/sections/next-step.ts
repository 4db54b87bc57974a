import { element } from "../../element.ts";
import { nextStep, nextStepWords } from "../../wording/next-step.ts";
import { useLink } from "../deeds/code-actions.ts";
import { promotedReward } from "./promoted.ts";
import { rewardCard } from "./rewards.ts";
import type { View } from "../view.ts";

/** One card: the code this cart is waiting for, what I can have now, what I am nearest to, or the way to more. */
export function nextStepSection(view: View): HTMLElement | null {
  const { speech, state, choices } = view;
  const reward = promotedReward(view);
  const step = nextStep(state, choices.cart);
  if (reward !== null) {
    const offered = step?.kind === "claim" && choices.claimed === null;
    const lead = offered ? nextStepWords(speech, state, step) : null;
    return card(view, lead, rewardCard(view, reward, "next"));
  }
  if (step === null || step.kind === "claim") return null;
  // Whoever just claimed it in the list reads of it there.
  if (step.kind === "use" && step.code.code === choices.claimed?.code) return null;
  const action = step.kind === "use" ? [useLink(view, step.code.code)] : [];
  return card(view, nextStepWords(speech, state, step), action);
}

function card(view: View, lead: string | null, content: readonly HTMLElement[]): HTMLElement {
  return element(
    "section",
    { class: "card next", "aria-labelledby": "regulars-next" },
    element("h3", { id: "regulars-next" }, view.speech.words.nextTitle),
    lead !== null && element("p", { class: "lead" }, lead),
    ...content,
  );
}
