import { TextField } from "@shopify/polaris";
import type { DocumentPlace } from "#app/domain/program/document/document-path.ts";
import { fieldTexts } from "../../i18n/field-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { useField } from "../editor/editing.tsx";
import type { FieldSpec } from "../forms/field-spec.ts";

interface ClockFieldProps {
  readonly spec: Extract<FieldSpec, { type: "clock" }>;
  readonly place: DocumentPlace;
}

/** A time of day. */
export function ClockField({ spec, place }: ClockFieldProps) {
  const { label, help } = useTexts(fieldTexts)[spec.words];
  const { value, error, set } = useField(place);
  return (
    <TextField
      label={label}
      type="time"
      autoComplete="off"
      {...(help === undefined ? {} : { helpText: help })}
      value={typeof value === "string" ? value : ""}
      onChange={(time) => set(time === "" && spec.added !== true ? undefined : time)}
      {...(error === null ? {} : { error })}
    />
  );
}
