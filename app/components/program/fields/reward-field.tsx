import { Select } from "@shopify/polaris";
import { listAt, valueAt, type DocumentPlace } from "#app/domain/program/document/document-path.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { fieldTexts } from "../../i18n/field-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { useEditing, useField } from "../editor/editing.tsx";
import type { FieldSpec } from "../forms/field-spec.ts";
import { useRewardName } from "./use-reward-name.ts";

interface RewardFieldProps {
  readonly spec: Extract<FieldSpec, { type: "reward" }>;
  readonly place: DocumentPlace;
}

/** One reward of the program, by name. What is named and not there stays to be seen. */
export function RewardField({ spec, place }: RewardFieldProps) {
  const { label, help } = useTexts(fieldTexts)[spec.words];
  const t = useTexts(editorTexts);
  const { document } = useEditing();
  const nameOfReward = useRewardName();
  const { value, error, set } = useField(place);
  const rewards = listAt(document, ["rewards"]);
  const chosen = typeof value === "string" ? value : "";
  const known = rewards.map((reward) => ({
    value: String(valueAt(reward, ["id"])),
    label: nameOfReward(reward),
  }));
  const isKnown = known.some((option) => option.value === chosen);
  const unnamed = { value: "", label: rewards.length === 0 ? t.nothingToPick.rewards : t.choose };
  const gone = { value: chosen, label: t.gone(chosen) };
  return (
    <Select
      label={label}
      {...(help === undefined ? {} : { helpText: help })}
      options={isKnown ? known : [chosen === "" ? unnamed : gone, ...known]}
      value={chosen}
      onChange={set}
      {...(error === null ? {} : { error })}
    />
  );
}
