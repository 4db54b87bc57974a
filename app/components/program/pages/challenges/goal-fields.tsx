import { ChoiceList } from "@shopify/polaris";
import { isRecord, valueAt, type DocumentPlace } from "#app/domain/program/document/document-path.ts";
import { useHost } from "../../../host/host.tsx";
import { choiceTexts } from "../../../i18n/choice-texts.ts";
import { fieldTexts } from "../../../i18n/field-texts.ts";
import { useTexts } from "../../../i18n/language.tsx";
import { useField } from "../../editor/editing.tsx";
import { FieldsOf } from "../../editor/fields-of.tsx";
import { LineConditions } from "../../editor/line-conditions.tsx";
import { AT_LEAST, GOAL_COUNTS } from "../../forms/challenge-forms.ts";
import type { FormVariant } from "../../forms/field-spec.ts";

/** What is to be reached: what is counted, how many of it, on which goods. */
export function GoalFields({ base }: { readonly base: DocumentPlace }) {
  const { label } = useTexts(fieldTexts).goalCount;
  const choices = useTexts(choiceTexts);
  const { offered } = useHost();
  const { value: goal, set } = useField(base);
  const count = valueAt(goal, ["count"]);
  const variant = GOAL_COUNTS.find(({ value }) => value === count);
  const counts = GOAL_COUNTS.filter((one) => one === variant || offered(one));
  return (
    <>
      <ChoiceList
        title={label}
        choices={counts.map(({ value, words }) => {
          const { label: name, help } = choices[words];
          return { value, label: name, ...(help === undefined ? {} : { helpText: help }) };
        })}
        selected={variant === undefined ? [] : [variant.value]}
        onChange={([next]) => {
          const begun = counts.find(({ value }) => value === next);
          if (begun !== undefined && begun !== variant) set(asGoal(goal, begun));
        }}
      />
      <FieldsOf specs={[...(variant?.fields ?? []), AT_LEAST]} base={base} />
      {count === "activities" ? null : <LineConditions base={[...base, "lines"]} />}
    </>
  );
}

/** Numbers stay numbers; an amount and a count say nothing of each other, and an activity has no goods. */
export function asGoal(goal: unknown, { value, begin }: FormVariant): unknown {
  const had = isRecord(goal) ? goal : {};
  const isNumber = typeof had["atLeast"] === "number" && value !== "value";
  return {
    ...begin,
    ...(isNumber ? { atLeast: had["atLeast"] } : {}),
    ...(value === "activities" || had["lines"] === undefined ? {} : { lines: had["lines"] }),
  };
}
