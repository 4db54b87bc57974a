import { listAt, valueAt, type DocumentPlace } from "#app/domain/program/document/document-path.ts";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { useEditing } from "../editor/editing.tsx";
import type { FieldSpec } from "../forms/field-spec.ts";
import { OneOfProgram } from "./one-of-program.tsx";
import { useRewardName } from "./use-reward-name.ts";

interface RewardFieldProps {
  readonly spec: Extract<FieldSpec, { type: "reward" | "level" }>;
  readonly place: DocumentPlace;
}

/** One reward of the program. */
export function RewardField({ spec, place }: RewardFieldProps) {
  const { nothingToPick } = useTexts(editorTexts);
  const { program } = useEditing();
  const nameOfReward = useRewardName();
  const known = listAt(program, ["rewards"]).map((reward) => ({
    value: String(valueAt(reward, ["id"])),
    label: nameOfReward(reward),
  }));
  return <OneOfProgram words={spec.words} place={place} known={known} nothing={nothingToPick.rewards} />;
}
