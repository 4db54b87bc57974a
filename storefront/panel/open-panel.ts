import { element } from "../element.ts";
import type { PanelHost } from "../launcher/host-page.ts";
import type { Words } from "../words/words.ts";
import { button } from "./button.ts";
import styles from "./panel.css";
import { Panel } from "./panel.ts";

/** Opens the sheet over the page, asks the app how things stand and draws the answer. */
export function openPanel(host: PanelHost, words: Words): void {
  const { host: launcher } = host.root;
  if (host.root.querySelector(".panel") !== null) return;
  const close = (): void => dialog.close();
  const panel = new Panel(host, words, close);
  const dialog = element(
    "dialog",
    { "aria-labelledby": "regulars-title", lang: host.page.locale },
    element("style", {}, styles),
    element(
      "div",
      { class: "head" },
      element("h2", { id: "regulars-title" }, launcher.getAttribute("data-name")),
      button("close", "×", close, { label: words.close }),
    ),
    panel.body,
    panel.live,
  );
  dialog.dir = getComputedStyle(document.documentElement).direction;
  // The panel's own shadow: its style sheet and the launcher's never meet.
  const shell = element("div", { class: "panel", "data-side": launcher.getAttribute("data-side") });
  const root = shell.attachShadow({ mode: "open" });
  root.append(dialog);
  host.root.append(shell);

  const { style } = document.documentElement;
  const scroll = style.overflow;
  style.overflow = "hidden";
  dialog.addEventListener("close", () => {
    style.overflow = scroll;
    shell.remove();
    host.root.querySelector("button")?.focus();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) close();
  });
  dialog.addEventListener("keydown", (event) => keepFocus(event, dialog, root));
  // Whoever comes back to this page may be somebody else: nothing of this person waits for them.
  addEventListener("pagehide", close, { once: true });
  dialog.showModal();
  void panel.load();
}

/** Browsers let Tab leave a modal dialog for their own bars; in the sheet it goes round. */
function keepFocus(event: KeyboardEvent, dialog: HTMLDialogElement, root: ShadowRoot): void {
  if (event.key !== "Tab") return;
  const stops = [...dialog.querySelectorAll<HTMLElement>("button, a[href], input, summary")].filter(
    (stop) => stop.checkVisibility() && !stop.matches(":disabled"),
  );
  const first = stops.at(0);
  const last = stops.at(-1);
  const leaving = event.shiftKey ? first : last;
  if (leaving === undefined || root.activeElement !== leaving) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
