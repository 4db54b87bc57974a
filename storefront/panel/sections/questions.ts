import { button } from "../button.ts";
import type { View } from "../view.ts";

/** The way to questions and answers, which come once somebody wants to read them. */
export function questionsSection(view: View): HTMLElement {
  return (
    view.choices.questions ??
    button(
      "quiet",
      view.speech.words.questions,
      () => view.withDeeds(({ askQuestions }) => askQuestions(view)),
      { focus: "questions" },
    )
  );
}
