import { element } from "../../element.ts";
import type { Visit } from "../../launcher/visit.ts";
import { isOnCart } from "../../wording/next-step.ts";
import { button } from "../button.ts";
import type { View } from "../view.ts";

/** The code itself, a button that copies it and a link that puts it on the cart. */
export function codeActions(view: View, code: string): HTMLElement {
  const { words } = view.speech;
  const copy = button("quiet", words.copy, () => copyCode(view, code, copy), {
    focus: `copy-${code}`,
    label: `${words.copy}: ${code}`,
  });
  const isApplied = isOnCart(code, view.choices.cart);
  return element(
    "div",
    { class: "row" },
    element("code", { dir: "ltr" }, code),
    copy,
    isApplied ? element("span", { class: "small" }, words.codeApplied) : useLink(view, code),
  );
}

/** Puts the code on the cart and comes back here. */
export function useLink(view: View, code: string): HTMLElement {
  const { page, speech } = view;
  const { words } = speech;
  if (page.visit !== null) return toCartButton(view, page.visit, code);
  const here = `${location.pathname}${location.search}`;
  const use = `${page.applyPath}${encodeURIComponent(code)}?redirect=${encodeURIComponent(here)}`;
  return element("a", { class: "button", href: use, "aria-label": `${words.useNow}: ${code}` }, words.useNow);
}

/** Nothing puts a code on such a cart but its own field: it is copied, and the cart is where it is pasted. */
function toCartButton(view: View, visit: Visit, code: string): HTMLElement {
  const { toCart } = visit;
  if (toCart === null) return element("span");
  const go = async (): Promise<void> => {
    await navigator.clipboard.writeText(code).catch(() => undefined);
    // The shop changes its page without leaving the document: the sheet would stay in front of it.
    view.close();
    visit.goToCart();
  };
  return button("button", toCart, go, { label: `${toCart}: ${code}` });
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
