import { useState } from "react";
import { EMPTY_LETTER } from "./letter-forms.ts";
import { LetterForm, type LetterEditorProps } from "./letter-form.tsx";

/** A letter in one language after the other: each begins with the words it has. */
export function LetterEditorPage(shown: LetterEditorProps) {
  const { texts, shipped, languages } = shown;
  const [language, setLanguage] = useState(languages[0] ?? "en");
  const [first] = Object.values(texts);
  const kept = texts[language] ?? shipped?.[language] ?? first ?? EMPTY_LETTER;
  return <LetterForm key={language} {...shown} kept={kept} language={language} onLanguage={setLanguage} />;
}
