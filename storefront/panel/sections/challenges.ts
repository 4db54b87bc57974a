import { element } from "../../element.ts";
import type { StorefrontChallenge, StorefrontChallengeStanding } from "../../state-challenge.ts";
import {
  challengeConditions,
  challengeGives,
  challengeTask,
  progressWords,
} from "../../wording/challenges.ts";
import { say } from "../../words/words.ts";
import { button, section } from "../button.ts";
import type { View } from "../view.ts";

/** What there is to reach, how far I am, how long it lasts and what it gives. */
export function challengesSection(view: View): HTMLElement | null {
  const { challenges } = view.state.program;
  if (challenges.length === 0) return null;
  const lines = challenges.map((challenge) => challengeLine(view, challenge));
  return section(
    "challenges",
    view.speech.words.challengesTitle,
    element("ul", { class: "lines" }, ...lines),
  );
}

/** A card of more stamps than this is a bar. */
const MOST_STAMPS = 12;

function challengeLine(view: View, challenge: StorefrontChallenge): HTMLElement {
  const { speech } = view;
  const { standing } = challenge;
  const conditions = challengeConditions(speech, challenge);
  return element(
    "li",
    { class: "challenge" },
    element(
      "div",
      { class: "ends" },
      element("strong", { id: `regulars-challenge-${challenge.id}` }, challenge.name),
      element("strong", {}, challengeGives(speech, challenge)),
    ),
    element("p", {}, challengeTask(speech, challenge)),
    ...(standing === null ? [] : standingParts(view, challenge, standing)),
    conditions.length > 0 && element("p", { class: "small" }, conditions.join(" · ")),
  );
}

function standingParts(
  view: View,
  challenge: StorefrontChallenge,
  standing: StorefrontChallengeStanding,
): readonly (HTMLElement | false)[] {
  const { speech } = view;
  const { words } = speech;
  if (!standing.joined) {
    return [
      element("p", { class: "small" }, words.challengeOptIn),
      button(
        "button",
        words.challengeJoin,
        () => view.withDeeds((deeds) => deeds.takePart(view, challenge.id)),
        { focus: `take-part-${challenge.id}`, label: `${words.challengeJoin}: ${challenge.name}` },
      ),
    ];
  }
  const told = progressWords(speech, challenge, standing);
  const isOver = standing.done && !challenge.repeat && challenge.kind !== "streak";
  const endsAt = challenge.every === "span" || isOver ? null : standing.endsAt;
  return [
    challenge.kind === "stamps" && standing.of <= MOST_STAMPS
      ? card(challenge, standing, told)
      : bar(challenge, standing, told),
    element(
      "div",
      { class: "ends small" },
      element("span", {}, isOver ? `✓ ${words.done}` : told),
      endsAt !== null && element("span", {}, say(words.until, { day: speech.lastDay(endsAt) })),
    ),
  ];
}

const ALL = 100;

function bar(
  { id }: StorefrontChallenge,
  { progress, of }: StorefrontChallengeStanding,
  told: string,
): HTMLElement {
  const percent = Math.min(ALL, Math.floor((progress * ALL) / of));
  return element(
    "div",
    {
      class: "bar",
      role: "progressbar",
      "aria-valuenow": percent,
      "aria-valuemin": 0,
      "aria-valuemax": ALL,
      "aria-valuetext": told,
      "aria-labelledby": `regulars-challenge-${id}`,
    },
    percent > 0 && element("i", { style: `inline-size: ${String(percent)}%` }),
  );
}

/** A card of stamps: those there are, and places for those to come. */
function card(
  { name }: StorefrontChallenge,
  { progress, of }: StorefrontChallengeStanding,
  told: string,
): HTMLElement {
  const places = Array.from({ length: of }, (_, place) =>
    element("i", { class: place < progress ? "on" : null }),
  );
  return element("div", { class: "stamps", role: "img", "aria-label": `${name}: ${told}` }, ...places);
}
