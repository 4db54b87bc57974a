import { BlockStack, Select, TextField } from "@shopify/polaris";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { fieldTexts } from "../../i18n/field-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import type { DocumentPlace } from "#app/domain/program/document/document-path.ts";
import { useField } from "../editor/editing.tsx";
import type { FieldSpec } from "../forms/field-spec.ts";

interface ActivityFieldProps {
  readonly spec: Extract<FieldSpec, { type: "activity" }>;
  readonly place: DocumentPlace;
}

const OTHER = "";

/** What members may do beside buying; anything may be named that something reports one day. */
export function ActivityField({ spec, place }: ActivityFieldProps) {
  const { label } = useTexts(fieldTexts)[spec.words];
  const t = useTexts(editorTexts);
  const { value, error, set } = useField(place);
  const name = typeof value === "string" ? value : OTHER;
  const known = Object.entries(t.activities);
  const isKnown = known.some(([activity]) => activity === name);
  return (
    <BlockStack gap="200">
      <Select
        label={label}
        options={[
          ...known.map(([activity, words]) => ({ value: activity, label: words })),
          { value: OTHER, label: t.otherActivity },
        ]}
        value={isKnown ? name : OTHER}
        onChange={(next) => set(next === OTHER ? t.otherActivityName : next)}
        {...(error !== null && isKnown ? { error } : {})}
      />
      {isKnown ? null : (
        <TextField
          label={t.otherActivityLabel}
          helpText={t.otherActivityHelp}
          autoComplete="off"
          value={name}
          onChange={set}
          {...(error === null ? {} : { error })}
        />
      )}
    </BlockStack>
  );
}
