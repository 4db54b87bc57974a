import { element } from "../element.ts";

type Look = "button" | "quiet" | "link" | "close";

/** A button by its look, what it says and what it does; `focus` is its name for the focus and for tests. */
export function button(
  look: Look,
  text: string,
  click: () => unknown,
  { focus, label, disabled }: { focus?: string; label?: string; disabled?: boolean } = {},
): HTMLButtonElement {
  return element(
    "button",
    {
      type: "button",
      class: look,
      "data-focus": focus ?? null,
      "aria-label": label ?? null,
      "aria-disabled": disabled === true ? "true" : null,
      click: () => void click(),
    },
    text,
  );
}

/** A question and what can be answered, in the middle of a card. */
export function ask(question: Node | string, ...answers: readonly (Node | false)[]): HTMLElement {
  const asked = typeof question === "string" ? element("p", {}, question) : question;
  return element("div", { class: "ask" }, asked, element("div", { class: "row" }, ...answers));
}

/** A part of the panel with its heading. */
export function section(
  name: string,
  title: string,
  ...content: readonly (Node | string | null | false)[]
): HTMLElement {
  const id = `regulars-${name}`;
  return element("section", { "aria-labelledby": id }, element("h3", { id }, title), ...content);
}
