import { element } from "../element.ts";
import { section } from "../panel/button.ts";
import { makeSpeech } from "../panel/speech.ts";
import type { View } from "../panel/view.ts";
import type { StorefrontState } from "../state.ts";
import type { Words } from "../words/words.ts";
import type { QuestionWords } from "./question-words.ts";
import { questionsOf, type Question } from "./questions.ts";

/** What the bundle of a language offers: the panel's card, and the same as text for who shows it elsewhere. */
export interface Questions {
  readonly card: (view: Pick<View, "speech" | "state">) => HTMLElement;
  readonly list: (state: StorefrontState, words: Words, locale: string) => readonly Question[];
}

export function inLanguage(asked: QuestionWords): Questions {
  return {
    card: ({ speech, state }) => {
      const folds = questionsOf(speech, asked, state).map(({ question, answers }, index) =>
        element(
          "details",
          {},
          // The first of them has the focus of the button it takes the place of.
          element("summary", { "data-focus": index === 0 ? "questions" : null }, question),
          element("ul", { class: "terms" }, ...answers.map((answer) => element("li", {}, answer))),
        ),
      );
      return section("questions", speech.words.questions, ...folds);
    },
    list: (state, words, locale) => questionsOf(makeSpeech(state, words, locale), asked, state),
  };
}
