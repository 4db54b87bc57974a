import { ChoiceList } from "@shopify/polaris";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { fieldTexts } from "../../i18n/field-texts.ts";
import { useLanguage, useTexts } from "../../i18n/language.tsx";
import { isList, listAt, valueAt, type DocumentPlace } from "#app/domain/program/document/document-path.ts";
import { useEditing, useField, type NamedSegment } from "../editor/editing.tsx";
import type { FieldSpec } from "../forms/field-spec.ts";
import { nameOf, useRewardName } from "./use-reward-name.ts";

interface PicksFieldProps {
  readonly spec: Extract<FieldSpec, { type: "levels" | "rewards" | "segments" }>;
  readonly place: DocumentPlace;
}

/** Levels or rewards of the program, or segments of the shop, by name. What is named and not there stays to be seen. */
export function PicksField({ spec, place }: PicksFieldProps) {
  const { label } = useTexts(fieldTexts)[spec.words];
  const t = useTexts(editorTexts);
  const language = useLanguage();
  const { program, segments } = useEditing();
  const nameOfReward = useRewardName();
  const { value, error, set } = useField(place);
  const named = isList(value) ? value.map(String) : [];
  const known = entriesFor(spec.type, program, segments).map((entry) => {
    const id = String(valueAt(entry, ["id"]));
    return {
      value: id,
      label: spec.type === "rewards" ? nameOfReward(entry) : (nameOf(entry, language) ?? id),
    };
  });
  const unknown = named.filter((id) => known.every((one) => one.value !== id));
  const choices = [...known, ...unknown.map((id) => ({ value: id, label: t.gone(id) }))];

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
  program: unknown,
  segments: readonly NamedSegment[],
): readonly unknown[] {
  switch (type) {
    case "levels":
      return listAt(program, ["tiers", "levels"]);
    case "rewards":
      return listAt(program, ["rewards"]);
    case "segments":
      return segments;
  }
}
