import { listAt, valueAt, type DocumentPlace } from "#app/domain/program/document/document-path.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { useLanguage, useTexts } from "../../i18n/language.tsx";
import { useEditing } from "../editor/editing.tsx";
import type { FieldSpec } from "../forms/field-spec.ts";
import { OneOfProgram } from "./one-of-program.tsx";
import { nameOf } from "./use-reward-name.ts";

interface OnePickFieldProps {
  readonly spec: Extract<FieldSpec, { type: "segment" | "challenge" }>;
  readonly place: DocumentPlace;
}

/** One challenge of the program, or one segment of the shop. */
export function OnePickField({ spec, place }: OnePickFieldProps) {
  const { nothingToPick } = useTexts(editorTexts);
  const language = useLanguage();
  const { program, segments } = useEditing();
  const [entries, nothing] =
    spec.type === "segment"
      ? [segments, nothingToPick.segments]
      : [listAt(program, ["challenges"]), nothingToPick.challenges];
  const known = entries.map((entry) => {
    const id = String(valueAt(entry, ["id"]));
    return { value: id, label: nameOf(entry, language) ?? id };
  });
  return <OneOfProgram words={spec.words} place={place} known={known} nothing={nothing} />;
}
