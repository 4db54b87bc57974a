import type { StorefrontAnswer } from "../../state.ts";
import type { Asked } from "../ask-app.ts";
import { failureOf, type Failure } from "../failures.ts";
import type { View } from "../view.ts";

/** Takes over the new state; or says what happened, what is safe and what to do. */
export function settle(
  view: View,
  asked: Asked<StorefrontAnswer>,
): { readonly ok: true; readonly code: string | null } | Failure {
  const failure = failureOf(asked, view.speech);
  if (failure !== null) return failure;
  if (!asked.ok || !asked.answer.ok) throw new Error("a change without a failure has an answer");
  view.take(asked.answer.state);
  return { ok: true, code: asked.answer.code };
}

/** What came of it, where no card is the place to say it. */
export function notify(view: View, text: string, failure: Failure | null): void {
  view.choices.notice = { text, failed: failure !== null, signIn: failure?.word === "signedOut" };
  view.announce(text);
  view.redraw();
}
