import { TextField } from "@shopify/polaris";
import { fieldTexts } from "../../i18n/field-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import type { DocumentPlace } from "#app/domain/program/document/document-path.ts";
import { useField } from "../editor/editing.tsx";
import type { FieldSpec } from "../forms/field-spec.ts";

interface MondayFieldProps {
  readonly spec: Extract<FieldSpec, { type: "monday" }>;
  readonly place: DocumentPlace;
}

/** From this one on the browser's calendar offers every seventh day. */
const SOME_MONDAY = "2018-01-01";
const DAYS_OF_A_WEEK = 7;

/** A week, by its Monday. */
export function MondayField({ spec, place }: MondayFieldProps) {
  const { label, help } = useTexts(fieldTexts)[spec.words];
  const { value, error, set } = useField(place);
  return (
    <TextField
      label={label}
      {...(help === undefined ? {} : { helpText: help })}
      type="date"
      min={SOME_MONDAY}
      step={DAYS_OF_A_WEEK}
      autoComplete="off"
      value={typeof value === "string" ? value : ""}
      onChange={set}
      {...(error === null ? {} : { error })}
    />
  );
}
