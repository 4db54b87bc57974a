import { element } from "../../element.ts";
import type { StorefrontMember } from "../../state.ts";
import { tierWords } from "../../wording/tiers.ts";
import type { View } from "../view.ts";

/** My tier, the way to the next one, what is missing, what it brings and how long mine lasts. */
export function progressSection(view: View, member: StorefrontMember): HTMLElement | null {
  const { tiers } = view.state.program;
  const state = member.tier;
  if (tiers === null || state === null) return null;
  const { speech } = view;
  const { words } = speech;
  const current = tiers.levels.find((level) => level.id === state.levelId);
  const next = tiers.levels.find((level) => level.id === state.next?.levelId);
  const { missing, asides } = tierWords(speech, tiers, state);
  // A page that allows no styles in attributes still shows the bar.
  const filled = element("i");
  filled.style.inlineSize = `${String(state.percent)}%`;
  return element(
    "section",
    { class: "card", "aria-labelledby": "regulars-tier" },
    element("h3", { id: "regulars-tier" }, words.tierTitle),
    element(
      "div",
      { class: "ends" },
      current !== undefined && element("strong", {}, current.name),
      next !== undefined && element("span", {}, next.name),
    ),
    element(
      "div",
      {
        class: "bar",
        role: "progressbar",
        "aria-valuenow": state.percent,
        "aria-valuemin": 0,
        "aria-valuemax": 100,
        "aria-valuetext": missing,
        "aria-labelledby": "regulars-tier",
      },
      filled,
    ),
    next !== undefined &&
      element(
        "div",
        { class: "ends small" },
        element("span", {}, speech.amount(tiers.metric, current === undefined ? 0 : current.from)),
        element("span", {}, speech.amount(tiers.metric, next.from)),
      ),
    element("p", { class: "lead" }, missing),
    ...asides.map((line) => element("p", { class: "small" }, line)),
    ...state.pages.map(({ name, url }) => element("a", { class: "quiet", href: url }, name)),
  );
}
