import { element } from "../../element.ts";
import type { StorefrontReward } from "../../state.ts";
import { chosenReward, claimedWords, claimQuestion } from "../../wording/claims.ts";
import { say } from "../../words/words.ts";
import { button } from "../button.ts";
import { settle } from "./settle.ts";
import type { Choices, ClaimPlace, View } from "../view.ts";

type Claiming = NonNullable<Choices["claiming"]>;

/** Opens the one question of a claim. The key is made here, so that a retry is the same claim until the shop has refused it. */
export function startClaim(view: View, reward: StorefrontReward, place: ClaimPlace): void {
  view.choices.claimed = null;
  view.choices.notice = null;
  view.choices.claiming = {
    rewardId: reward.id,
    place,
    key: newKey(),
    points: reward.variable === null ? null : reward.variable.min,
    working: false,
    failure: null,
  };
  view.redraw("claim-yes");
}

/** 128 random bits; `randomUUID` would be missing where a shop is previewed without TLS. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}

/** "500 Bohnen for €5.00 off, valid 90 days." Yes, or not now. */
export function claimCard(view: View, reward: StorefrontReward, claiming: Claiming): HTMLElement {
  const { speech } = view;
  const { words } = speech;
  const question = element("p", {}, claimQuestion(speech, reward, claiming.points));
  const stop = (): void => {
    view.choices.claiming = null;
    view.redraw(`claim-${reward.id}`);
  };
  return element(
    "div",
    { class: "ask" },
    reward.variable !== null && chooser(view, reward, claiming, question),
    question,
    claiming.failure !== null && element("p", { class: "problem", role: "alert" }, claiming.failure),
    element(
      "div",
      { class: "row" },
      button(
        "button",
        claiming.working ? words.claimWorking : claiming.failure === null ? words.claimYes : words.retry,
        () => confirm(view, reward, claiming),
        { focus: "claim-yes", disabled: claiming.working },
      ),
      !claiming.working && button("quiet", words.claimNo, stop),
    ),
  );
}

function chooser(
  view: View,
  reward: StorefrontReward,
  claiming: Claiming,
  question: HTMLElement,
): HTMLElement | null {
  const { speech } = view;
  const range = reward.variable;
  if (range === null || range.max === null) return null;
  const slider = element("input", {
    type: "range",
    min: range.min,
    max: range.max,
    step: range.step,
    "data-focus": "claim-choice",
    "aria-valuetext": claimQuestion(speech, reward, claiming.points),
    input: () => {
      claiming.points = slider.valueAsNumber;
      // Another amount is another claim: the key of a failed attempt must not answer for it.
      claiming.key = newKey();
      question.textContent = claimQuestion(speech, reward, claiming.points);
      slider.setAttribute("aria-valuetext", question.textContent);
    },
  });
  slider.value = String(claiming.points ?? range.min);
  const label = say(speech.words.claimChoose, { name: speech.pointsName });
  return element("label", { class: "choose" }, label, slider);
}

async function confirm(view: View, reward: StorefrontReward, claiming: Claiming): Promise<void> {
  if (claiming.working) return;
  const told = view.speech.reward(chosenReward(reward, claiming.points));
  claiming.working = true;
  claiming.failure = null;
  view.redraw("claim-yes");
  view.announce(view.speech.words.claimWorking);
  const settled = settle(view, await view.app.claim(reward.id, claiming.points, claiming.key));
  claiming.working = false;
  if (!settled.ok) {
    claiming.failure = settled.text;
    // Its code has failed, and its key would only say so again; an answer that got lost keeps the key.
    if (settled.word === "shopRefused") claiming.key = newKey();
    view.redraw("claim-yes");
    return;
  }
  view.choices.claiming = null;
  const claimed = { rewardId: reward.id, place: claiming.place, told, code: settled.code };
  view.choices.claimed = claimed;
  view.announce(claimedWords(view.speech, reward.kind, claimed));
  view.redraw("claimed");
}
