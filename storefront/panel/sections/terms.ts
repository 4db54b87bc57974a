import { element } from "../../element.ts";
import { termsWords } from "../../wording/terms.ts";
import { button, section } from "../button.ts";
import type { View } from "../view.ts";

/** The rules in plain words, what is kept about me, and the way out. */
export function termsSection(view: View): HTMLElement {
  const { words } = view.speech;
  return section(
    "terms",
    words.termsTitle,
    element(
      "ul",
      { class: "terms" },
      ...termsWords(view.speech, view.state).map((line) => element("li", {}, line)),
    ),
    view.state.viewer.kind === "member" &&
      ((view.choices.leaving ? view.deeds?.leaveCard(view) : null) ??
        button("link", words.leave, () => view.withDeeds(({ askLeave }) => askLeave(view)), {
          focus: "leave",
        })),
  );
}
