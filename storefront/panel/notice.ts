import { element } from "../element.ts";
import type { View } from "./view.ts";

/** What just happened, or did not, where it belongs to no single card. */
export function noticeSection(view: View): HTMLElement | null {
  const { notice } = view.choices;
  if (notice === null) return null;
  return element(
    "div",
    { class: notice.failed ? "card problem" : "card good", role: notice.failed ? "alert" : null },
    element("p", {}, notice.text),
    notice.signIn && element("a", { class: "button", href: view.page.signInUrl }, view.speech.words.signIn),
  );
}
