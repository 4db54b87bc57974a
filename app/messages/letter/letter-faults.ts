import { textsOf, type LetterContent } from "#app/domain/messages/letter-content.ts";
import { faultOf, type TemplateFault } from "./liquid.ts";

/** What is wrong with a text of a letter. */
export interface LetterFault extends TemplateFault {
  /** Where the text stands: `subject`, `blocks[2].text`. */
  readonly place: string;
}

/** What is wrong with a letter that somebody writes, at most one thing of each text. None: it can be sent. */
export function letterFaults(content: LetterContent): readonly LetterFault[] {
  return textsOf(content).flatMap(([place, text]) => {
    if (place === "subject" && text.trim() === "")
      return [{ place, message: NO_SUBJECT, line: 1, column: 1 }];
    const fault = faultOf(text);
    return fault === null ? [] : [{ place, ...fault }];
  });
}

export const NO_SUBJECT = "a subject";
