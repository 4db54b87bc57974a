import { listAt, valueAt, type DocumentPlace } from "#app/domain/program/document/document-path.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { useLanguage, useTexts } from "../../i18n/language.tsx";
import { useEditing } from "../editor/editing.tsx";
import type { FieldSpec } from "../forms/field-spec.ts";
import { OneOfProgram } from "./one-of-program.tsx";
import { nameOf } from "./use-reward-name.ts";

interface LevelFieldProps {
  readonly spec: Extract<FieldSpec, { type: "reward" | "level" }>;
  readonly place: DocumentPlace;
}

/** One level of the program. */
export function LevelField({ spec, place }: LevelFieldProps) {
  const { nothingToPick } = useTexts(editorTexts);
  const language = useLanguage();
  const { program } = useEditing();
  const known = listAt(program, ["tiers", "levels"]).map((level) => {
    const id = String(valueAt(level, ["id"]));
    return { value: id, label: nameOf(level, language) ?? id };
  });
  return <OneOfProgram words={spec.words} place={place} known={known} nothing={nothingToPick.levels} />;
}
