import { element } from "../../element.ts";
import { levelBenefits, levelFrom, windowWords } from "../../wording/tiers.ts";
import { section } from "../button.ts";
import type { View } from "../view.ts";

/** All levels with where they begin and what they bring. */
export function tiersSection(view: View): HTMLElement | null {
  const { tiers } = view.state.program;
  if (tiers === null) return null;
  const { speech } = view;
  const lines = tiers.levels.map((level) => {
    const benefits = levelBenefits(speech, level);
    return element(
      "li",
      {},
      element(
        "div",
        { class: "ends" },
        element("strong", {}, level.name),
        element("span", {}, levelFrom(speech, tiers, level)),
      ),
      benefits.length > 0 && element("p", { class: "small benefits" }, benefits.join(", ")),
    );
  });
  const counted = windowWords(speech, tiers);
  return section(
    "tiers",
    speech.words.guestTiers,
    element("ul", { class: "lines" }, ...lines),
    counted !== null && element("p", { class: "small" }, counted),
  );
}
