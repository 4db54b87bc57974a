import { element } from "../element.ts";
import type { StorefrontMember } from "../state.ts";
import { say } from "../words/words.ts";
import { rewardById, type View } from "./view.ts";
import { wayWords } from "../wording/ways.ts";
import { startClaim } from "./claim.ts";

/** One card: what I can have now, what I am nearest to, or the quickest way to more. */
export function nextStepSection(view: View, member: StorefrontMember): HTMLElement | null {
  const step = member.nextStep;
  if (step === null) return null;
  const { speech, state } = view;
  const { words } = speech;
  if (step.kind === "earn") {
    const way = state.program.ways.find((found) => found.id === step.wayId);
    if (way === undefined) return null;
    const told = `${wayWords(speech, way)}: +${speech.points(way.points)}`;
    return card(view, say(words.nextEarn, { way: told }), null);
  }
  const reward = rewardById(state, step.rewardId);
  if (reward === null) return null;
  if (step.kind === "near") {
    const values = { points: speech.points(step.missing), reward: speech.reward(reward) };
    return card(view, say(words.nextNear, values), null);
  }
  const claim = element(
    "button",
    {
      type: "button",
      class: "button",
      "aria-label": `${words.claim}: ${speech.reward(reward)}`,
      "data-focus": "next-claim",
      click: () => {
        startClaim(view, reward);
      },
    },
    words.claim,
  );
  return card(view, say(words.nextClaim, { reward: speech.reward(reward) }), claim);
}

function card(view: View, text: string, action: HTMLElement | null): HTMLElement {
  return element(
    "section",
    { class: "card next", "aria-labelledby": "regulars-next" },
    element("h3", { id: "regulars-next" }, view.speech.words.nextTitle),
    element("p", { class: "lead" }, text),
    action,
  );
}
