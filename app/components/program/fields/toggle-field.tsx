import { Checkbox } from "@shopify/polaris";
import { fieldTexts } from "../../i18n/field-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import type { DocumentPlace } from "#app/domain/program/document/document-path.ts";
import { useField } from "../editor/editing.tsx";
import type { FieldSpec } from "../forms/field-spec.ts";

interface ToggleFieldProps {
  readonly spec: Extract<FieldSpec, { type: "toggle" }>;
  readonly place: DocumentPlace;
}

export function ToggleField({ spec, place }: ToggleFieldProps) {
  const { label, help } = useTexts(fieldTexts)[spec.words];
  const { value, error, set } = useField(place);
  return (
    <Checkbox
      label={label}
      {...(help === undefined ? {} : { helpText: help })}
      checked={typeof value === "boolean" ? value : spec.fallback}
      onChange={set}
      {...(error === null ? {} : { error })}
    />
  );
}
