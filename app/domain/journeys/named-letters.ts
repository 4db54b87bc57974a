import { documentError, type DocumentError, type DocumentPath } from "../program/document/describe-error.ts";
import { isList, isRecord, valueAt } from "../program/document/document-path.ts";

/** Mails of a document whose letter there is not: they would be written down and never go. */
export function unknownLetters(document: unknown, knows: (template: string) => boolean): DocumentError[] {
  const errors: DocumentError[] = [];
  const walk = (path: DocumentPath, steps: unknown) => {
    if (!isList(steps)) return;
    steps.forEach((step, index) => {
      const template = valueAt(step, ["send", "template"]);
      if (typeof template === "string" && template !== "" && !knows(template))
        errors.push(documentError(document, [...path, index, "send", "template"], "the id of a letter"));
      const arms = isRecord(step) ? step["choose"] : undefined;
      if (!isList(arms)) return;
      arms.forEach((arm, place) => {
        walk([...path, index, "choose", place, "steps"], valueAt(arm, ["steps"]));
      });
    });
  };
  walk(["steps"], valueAt(document, ["steps"]));
  return errors;
}
