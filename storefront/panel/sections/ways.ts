import { element } from "../../element.ts";
import { campaignWords, capWords, ownRate, wayConditions, wayPoints, wayWords } from "../../wording/ways.ts";
import { say } from "../../words/words.ts";
import { section } from "../button.ts";
import type { View } from "../view.ts";

/** What earns, how much it earns me, how often, and whether it is done; what multiplies it, and what limits it. */
export function waysSection({ speech, state }: View): HTMLElement {
  const { words } = speech;
  const { ways, campaigns, terms } = state.program;
  const lines = [
    ...ways.map((way) => {
      const gives = way.done ? `✓ ${words.done}` : wayPoints(speech, state, way);
      const rate = ownRate(speech, state, way);
      const conditions = wayConditions(speech, way);
      return line(wayWords(speech, way), gives, rate === null ? conditions : [rate, ...conditions], way.done);
    }),
    ...campaigns.map((campaign) => {
      const { title, gives, conditions } = campaignWords(speech, campaign);
      return line(title, gives, conditions, false);
    }),
  ];
  return section(
    "ways",
    words.waysTitle,
    lines.length === 0
      ? element("p", { class: "empty" }, words.waysNone)
      : element("ul", { class: "lines" }, ...lines),
    ...terms.caps.map(({ points, per }) =>
      element("p", { class: "small" }, say(words.termsCap, { cap: capWords(speech, points, per) })),
    ),
  );
}

function line(title: string, gives: string, conditions: readonly string[], isDone: boolean): HTMLElement {
  return element(
    "li",
    { class: isDone ? "done" : null },
    element("div", { class: "ends" }, element("span", {}, title), element("strong", {}, gives)),
    conditions.length > 0 && element("p", { class: "small" }, conditions.join(" · ")),
  );
}
