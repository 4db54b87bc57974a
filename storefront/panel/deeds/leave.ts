import { ask, button } from "../button.ts";
import { notify, settle } from "./settle.ts";
import type { View } from "../view.ts";

export function askLeave(view: View): void {
  view.choices.leaving = true;
  view.redraw("leave-no");
}

/** What leaving ends, asked once. */
export function leaveCard(view: View): HTMLElement {
  const { words } = view.speech;
  const stay = (): void => {
    view.choices.leaving = false;
    view.redraw("leave");
  };
  return ask(
    words.leaveAsk,
    button("button", words.leaveNo, stay, { focus: "leave-no" }),
    button("quiet", words.leaveYes, () => leave(view)),
  );
}

async function leave(view: View): Promise<void> {
  const settled = settle(view, await view.app.leave());
  view.choices.leaving = false;
  if (settled.ok) view.redraw();
  else notify(view, settled.text, settled);
}
