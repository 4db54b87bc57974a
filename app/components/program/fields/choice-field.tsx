import { Select } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { choiceTexts } from "../../i18n/choice-texts.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { fieldTexts } from "../../i18n/field-texts.ts";
import { useLanguage, useTexts } from "../../i18n/language.tsx";
import { textCodec } from "../editor/codecs.ts";
import type { DocumentPlace } from "#app/domain/program/document/document-path.ts";
import { useEditing, useField } from "../editor/editing.tsx";
import type { FieldSpec } from "../forms/field-spec.ts";

export type ChoiceSpec = Extract<FieldSpec, { type: "choice" | "zone" | "currency" | "language" | "month" }>;

interface ChoiceFieldProps {
  readonly spec: ChoiceSpec;
  readonly place: DocumentPlace;
}

interface Option {
  readonly label: string;
  readonly value: string;
}

/** One of several. What the document holds is among them, whatever it is. */
export function ChoiceField({ spec, place }: ChoiceFieldProps) {
  const { label, help } = useTexts(fieldTexts)[spec.words];
  const { value, error, set } = useField(place);
  const language = useLanguage();
  const options = useOptions(spec);
  const chosen = value === undefined ? fallbackOf(spec) : textCodec.show(value, language);
  const known = options.some((option) => option.value === chosen);
  return (
    <Select
      label={label}
      {...(help === undefined ? {} : { helpText: help })}
      options={known ? [...options] : [{ label: chosen, value: chosen }, ...options]}
      value={chosen}
      onChange={(next) => set(spec.type === "month" ? Number(next) : next)}
      {...(error === null ? {} : { error })}
    />
  );
}

function fallbackOf(spec: ChoiceSpec): string {
  if (spec.type === "language") return "en";
  return spec.type === "choice" && spec.fallback !== undefined ? spec.fallback : "";
}

function useOptions(spec: ChoiceSpec): readonly Option[] {
  const choices = useTexts(choiceTexts);
  const { languages } = useTexts(editorTexts);
  const { shopCurrency } = useEditing();
  const language = useLanguage();
  const zones = useZones(spec.type === "zone");
  switch (spec.type) {
    case "choice":
      return spec.options.map(({ value, words }) => ({ value, label: choices[words].label }));
    case "language":
      return Object.entries(languages).map(([value, label]) => ({ value, label }));
    case "currency":
      return shopCurrency === null ? [] : [{ value: shopCurrency, label: shopCurrency }];
    case "zone":
      return zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
    case "month":
      return months(language);
  }
}

/** Only the browser's: the server may know others, and both must draw the same page at first. */
function useZones(wanted: boolean): readonly string[] {
  const [zones, setZones] = useState<readonly string[]>([]);
  useEffect(() => {
    if (wanted) setZones(Intl.supportedValuesOf("timeZone"));
  }, [wanted]);
  return zones;
}

function months(language: string): readonly Option[] {
  const format = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1),
    label: format.format(Date.UTC(2024, index, 15)),
  }));
}
