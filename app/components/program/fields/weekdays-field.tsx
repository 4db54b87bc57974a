import { ChoiceList } from "@shopify/polaris";
import { fieldTexts } from "../../i18n/field-texts.ts";
import { useLanguage, useTexts } from "../../i18n/language.tsx";
import { isList, type DocumentPlace } from "#app/domain/program/document/document-path.ts";
import { useField } from "../editor/editing.tsx";
import type { FieldSpec } from "../forms/field-spec.ts";

interface WeekdaysFieldProps {
  readonly spec: Extract<FieldSpec, { type: "weekdays" }>;
  readonly place: DocumentPlace;
}

/** A Monday, from which the weekdays take their names. */
const MONDAY = Date.UTC(2024, 0, 1, 12);
const DAY_MS = 86_400_000;

export function WeekdaysField({ spec, place }: WeekdaysFieldProps) {
  const { label } = useTexts(fieldTexts)[spec.words];
  const language = useLanguage();
  const { value, error, set } = useField(place);
  const names = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    value: String(day),
    label: names.format(MONDAY + (day - 1) * DAY_MS),
  }));
  return (
    <ChoiceList
      allowMultiple
      title={label}
      choices={days}
      selected={isList(value) ? value.map(String) : []}
      onChange={(chosen) => set(chosen.map(Number).sort((one, other) => one - other))}
      {...(error === null ? {} : { error })}
    />
  );
}
