import type { Asked } from "../ask-app.ts";
import type { View } from "../view.ts";

/** The next page of the history, behind what is shown. */
export async function showOlder(view: View): Promise<void> {
  const { choices } = view;
  if (choices.olderBefore === null) return;
  const asked = await view.app.history(choices.olderBefore);
  if (asked.ok && "entries" in asked.answer) {
    choices.older.push(...asked.answer.entries);
    choices.olderBefore = asked.answer.before;
  } else fail(view, asked);
  view.redraw("older");
}

/** The next page of the codes there were. */
export async function showOlderCodes(view: View): Promise<void> {
  const { choices } = view;
  if (choices.codesBefore === null) return;
  const asked = await view.app.codes(choices.codesBefore);
  if (asked.ok && "codes" in asked.answer) {
    choices.olderCodes.push(...asked.answer.codes);
    choices.codesBefore = asked.answer.before;
  } else fail(view, asked);
  view.redraw("older-codes");
}

function fail(view: View, asked: Asked<unknown>): void {
  const { failed } = view.speech.words;
  const text = asked.ok || asked.sent ? failed.unavailable : failed.offline;
  view.choices.notice = { text, failed: true, signIn: false };
}
