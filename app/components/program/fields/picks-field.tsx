import { ChoiceList } from "@shopify/polaris";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { fieldTexts } from "../../i18n/field-texts.ts";
import { useLanguage, useTexts, type Language } from "../../i18n/language.tsx";
import {
  isList,
  isRecord,
  listAt,
  valueAt,
  type DocumentPlace,
} from "#app/domain/program/document/document-path.ts";
import { useEditing, useField, type NamedSegment } from "../editor/editing.tsx";
import type { FieldSpec } from "../forms/field-spec.ts";

interface PicksFieldProps {
  readonly spec: Extract<FieldSpec, { type: "levels" | "rewards" | "segments" }>;
  readonly place: DocumentPlace;
}

/** Levels or rewards of the program, or segments of the shop, by name. What is named and not there stays to be seen. */
export function PicksField({ spec, place }: PicksFieldProps) {
  const { label } = useTexts(fieldTexts)[spec.words];
  const t = useTexts(editorTexts);
  const language = useLanguage();
  const { document, outline, segments } = useEditing();
  const { value, error, set } = useField(place);
  const named = isList(value) ? value.map(String) : [];
  const known = entriesFor(spec.type, document, segments).map((entry) => {
    const id = String(valueAt(entry, ["id"]));
    return { value: id, label: nameOf(entry, language) ?? rewardName(id) ?? id };
  });
  const unknown = named.filter((id) => known.every((one) => one.value !== id));
  const choices = [...known, ...unknown.map((id) => ({ value: id, label: t.gone(id) }))];

  function rewardName(id: string): string | null {
    const reward = spec.type === "rewards" ? outline?.rewards.find((one) => one.id === id) : undefined;
    return reward === undefined ? null : (reward.name.byLanguage[language] ?? reward.name.otherwise);
  }

  return (
    <ChoiceList
      allowMultiple
      title={label}
      choices={
        choices.length === 0 ? [{ value: "", label: t.nothingToPick[spec.type], disabled: true }] : choices
      }
      selected={named}
      onChange={(chosen) => set(chosen.length === 0 && spec.added !== true ? undefined : chosen)}
      {...(error === null ? {} : { error })}
    />
  );
}

function entriesFor(
  type: PicksFieldProps["spec"]["type"],
  document: unknown,
  segments: readonly NamedSegment[],
): readonly unknown[] {
  switch (type) {
    case "levels":
      return listAt(document, ["tiers", "levels"]);
    case "rewards":
      return listAt(document, ["rewards"]);
    case "segments":
      return segments;
  }
}

/** What an entry of the document calls itself in a language; null where it has no name. */
export function nameOf(entry: unknown, language: Language): string | null {
  const name = valueAt(entry, ["name"]);
  if (typeof name === "string") return name;
  if (!isRecord(name)) return null;
  const given = [name[language], ...Object.values(name)];
  return given.find((text) => typeof text === "string") ?? null;
}
