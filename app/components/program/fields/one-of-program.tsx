import { Select } from "@shopify/polaris";
import type { DocumentPlace } from "#app/domain/program/document/document-path.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { fieldTexts } from "../../i18n/field-texts.ts";
import type { FieldName } from "../../i18n/field-texts-en.ts";
import { useTexts } from "../../i18n/language.tsx";
import { useField } from "../editor/editing.tsx";

interface OneOfProgramProps {
  readonly words: FieldName;
  readonly place: DocumentPlace;
  readonly known: readonly { readonly value: string; readonly label: string }[];
  /** Said where there is nothing to choose from. */
  readonly nothing: string;
}

/** One entry of the program, by name. What is named and not there stays to be seen. */
export function OneOfProgram({ words, place, known, nothing }: OneOfProgramProps) {
  const { label, help } = useTexts(fieldTexts)[words];
  const t = useTexts(editorTexts);
  const { value, error, set } = useField(place);
  const chosen = typeof value === "string" ? value : "";
  const isKnown = known.some((option) => option.value === chosen);
  const unnamed = { value: "", label: known.length === 0 ? nothing : t.choose };
  const gone = { value: chosen, label: t.gone(chosen) };
  return (
    <Select
      label={label}
      {...(help === undefined ? {} : { helpText: help })}
      options={isKnown ? [...known] : [chosen === "" ? unnamed : gone, ...known]}
      value={chosen}
      onChange={set}
      {...(error === null ? {} : { error })}
    />
  );
}
