import type { StorefrontCode } from "../../state.ts";
import { say } from "../../words/words.ts";
import { ask, button } from "../button.ts";
import { notify, settle } from "./settle.ts";
import type { View } from "../view.ts";

export function askGiveBack(view: View, code: StorefrontCode): void {
  view.choices.givingBack = code.code;
  view.redraw("give-yes");
}

/** What giving a code back means, asked once. */
export function giveBackCard(view: View, code: StorefrontCode): HTMLElement {
  const { words } = view.speech;
  const keep = (): void => {
    view.choices.givingBack = null;
    view.redraw(`give-${code.code}`);
  };
  return ask(
    say(words.giveBackAsk, { points: view.speech.points(code.points) }),
    button("button", words.giveBackYes, () => giveBack(view, code), { focus: "give-yes" }),
    button("quiet", words.giveBackNo, keep),
  );
}

async function giveBack(view: View, code: StorefrontCode): Promise<void> {
  const settled = settle(view, await view.app.cancelCode(code.code));
  view.choices.givingBack = null;
  view.choices.claimed = null;
  if (!settled.ok) {
    notify(view, settled.text, settled);
    return;
  }
  notify(view, say(view.speech.words.giveBackDone, { points: view.speech.points(code.points) }), null);
}
