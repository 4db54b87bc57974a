import type { FieldWords } from "./field-words.ts";
import { fieldTextsInEnglish, type FieldName } from "./field-texts-en.ts";
import { fieldTextsInGerman } from "./field-texts-de.ts";
import { texts } from "./language.tsx";

/** The fields of the program's forms. */
export const fieldTexts = texts<Readonly<Record<FieldName, FieldWords>>>(
  fieldTextsInEnglish,
  fieldTextsInGerman,
);
