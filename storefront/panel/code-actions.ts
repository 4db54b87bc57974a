import { element } from "../element.ts";
import type { View } from "./view.ts";

/** The code itself, a button that copies it and a link that puts it on the cart. */
export function codeActions(view: View, code: string): HTMLElement {
  const { words } = view.speech;
  const here = `${location.pathname}${location.search}`;
  const use = `${view.page.applyPath}${encodeURIComponent(code)}?redirect=${encodeURIComponent(here)}`;
  const copy = element(
    "button",
    {
      type: "button",
      class: "quiet",
      "aria-label": `${words.copy}: ${code}`,
      "data-focus": `copy-${code}`,
      click: () => void copyCode(view, code, copy),
    },
    words.copy,
  );
  return element(
    "div",
    { class: "row" },
    element("code", { dir: "ltr" }, code),
    copy,
    element("a", { class: "button", href: use, "aria-label": `${words.useNow}: ${code}` }, words.useNow),
  );
}

/** Where the browser forbids copying, the code is selected so that a key press copies it. */
async function copyCode(view: View, code: string, button: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(code);
  } catch {
    const shown = button.previousElementSibling;
    if (shown !== null) getSelection()?.selectAllChildren(shown);
    return;
  }
  button.textContent = view.speech.words.copied;
  view.announce(view.speech.words.copied);
}
