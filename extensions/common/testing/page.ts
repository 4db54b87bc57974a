import { vi } from "vitest";

/** A busy machine draws late; a surface that never says it still fails. */
const PATIENCE_MS = 30_000;

/** What is read to a person beside the text of the elements. */
const SPOKEN = ["heading", "label", "error", "details", "accessibilitylabel", "collapsedsummary", "content"];

/** What a person reads: the text of the surface, and what its elements are headed or labelled with. */
export function readable(root: Element = document.body): string {
  const spoken = [...root.querySelectorAll("*")].flatMap((found) =>
    SPOKEN.map((name) => found.getAttribute(name)).filter((text) => text !== null),
  );
  // Amounts keep their currency beside them with a space that does not break.
  return [root.textContent, ...spoken].join("\n").replaceAll("\u00a0", " ");
}

/** Waits until the surface says this. */
export async function reads(text: string): Promise<void> {
  await vi.waitFor(
    () => {
      if (!readable().includes(text)) throw new Error(`The surface does not say: ${text}\n\n${readable()}`);
    },
    { timeout: PATIENCE_MS },
  );
}

/** The button that says this. */
export function button(text: string): Pick<Element, "getAttribute" | "dispatchEvent"> {
  const found = [...document.body.querySelectorAll("s-button")].find(
    ({ textContent }) => textContent === text,
  );
  if (found === undefined) throw new Error(`No button says: ${text}\n\n${readable()}`);
  return found;
}

export function press(text: string): void {
  button(text).dispatchEvent(new Event("click", { bubbles: true }));
}

/** Types into the field with this label; `input` comes with each letter, `change` on leaving the field. */
export function type(label: string, text: string, event: "input" | "change"): void {
  const fields = [...document.body.querySelectorAll("s-number-field, s-text-field")];
  const field = fields.find((candidate) => candidate.getAttribute("label") === label);
  if (field === undefined) throw new Error(`No field is labelled: ${label}\n\n${readable()}`);
  Object.assign(field, { value: text });
  field.dispatchEvent(new Event(event, { bubbles: true }));
}

/** Ticks the box with this label, or takes the tick away. */
export function toggle(label: string): void {
  const box = document.body.querySelector(`s-checkbox[label="${label}"]`);
  if (box === null) throw new Error(`No box is labelled: ${label}\n\n${readable()}`);
  box.dispatchEvent(new Event("change", { bubbles: true }));
}

const CONTROLS = "s-button, s-checkbox, s-number-field, s-text-field, s-progress, s-spinner";

/** Controls a screen reader could say nothing about. */
export function unnamedControls(): string[] {
  return [...document.body.querySelectorAll(CONTROLS)]
    .filter((control) => control.textContent.trim() === "")
    .filter((control) => !control.hasAttribute("label") && !control.hasAttribute("accessibilitylabel"))
    .map((control) => control.outerHTML);
}
