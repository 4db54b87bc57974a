import type { Questions } from "../../questions/in-language.ts";
import { notify } from "./settle.ts";
import type { View } from "../view.ts";

/** Fetches questions and answers and shows them; they stay as they are unfolded while the rest is drawn anew. */
export async function askQuestions(view: View): Promise<void> {
  try {
    const { questions } = (await import(view.page.questionsUrl)) as { readonly questions: Questions };
    view.choices.questions = questions.card(view);
    view.redraw("questions");
  } catch {
    const text = view.speech.words.failed.offline;
    notify(view, text, { ok: false, word: "offline", text });
  }
}
