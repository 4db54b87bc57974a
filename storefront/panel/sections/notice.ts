import { element } from "../../element.ts";
import { button } from "../button.ts";
import type { View } from "../view.ts";

/** What just happened, or did not, where it belongs to no single card. */
export function noticeSection(view: View): HTMLElement | null {
  const { notice } = view.choices;
  if (notice === null) return null;
  return element(
    "div",
    { class: notice.failed ? "card problem" : "card good", role: notice.failed ? "alert" : null },
    element("p", {}, notice.text),
    notice.signIn && signIn(view),
  );
}

/** Where the page has no door of its own, the panel shows its own to whoever is not known any more. */
function signIn(view: View): HTMLElement {
  const { page, speech } = view;
  if (page.visit !== null) return button("button", speech.words.signIn, () => view.reload());
  return element("a", { class: "button", href: page.signInUrl }, speech.words.signIn);
}
