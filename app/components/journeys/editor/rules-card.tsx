import { BlockStack, ChoiceList, Select } from "@shopify/polaris";
import { isList, isRecord } from "#app/domain/program/document/document-path.ts";
import { journeyEditorTexts } from "../../i18n/journeys/journey-editor-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { useEditing, useField } from "../../program/editor/editing.tsx";
import { Field } from "../../program/fields/field.tsx";
import { Section } from "../../program/pages/section.tsx";
import { AGAIN_DAYS, HOLDOUT_FIELD } from "./step-forms.ts";

const STOPS = ["purchase", "trigger_undone", "reward_used"] as const;
const AFTER_DAYS = "afterDays";
/** How many days stand there first. */
const HALF_A_YEAR = 180;
const DOCUMENT: readonly string[] = [];

/** How often, when it ends early, and who gets nothing of it. */
export function RulesCard() {
  const t = useTexts(journeyEditorTexts);
  const purpose = useField(["purpose"]);
  const stops = useField(["stopWhen"]);
  const { edit } = useEditing();
  const isService = purpose.value === "service";
  return (
    <Section title={t.rules}>
      <BlockStack gap="400">
        <AgainField />
        <ChoiceList
          title={t.purpose}
          choices={(["marketing", "service"] as const).map((value) => ({
            value,
            label: t.purposes[value].label,
            helpText: t.purposes[value].help,
          }))}
          selected={[isService ? "service" : "marketing"]}
          onChange={([chosen]) => {
            edit(["purpose"], chosen);
            // A statement is kept from nobody.
            if (chosen === "service") edit(["holdout"], undefined);
          }}
          {...(purpose.error === null ? {} : { error: purpose.error })}
        />
        <ChoiceList
          allowMultiple
          title={t.endsEarly}
          choices={STOPS.map((value) => ({ value, label: t.stops[value] }))}
          selected={isList(stops.value) ? stops.value.map(String) : []}
          onChange={(chosen) => stops.set(chosen.length === 0 ? undefined : chosen)}
          {...(stops.error === null ? {} : { error: stops.error })}
        />
        {isService ? null : <Field spec={HOLDOUT_FIELD} base={DOCUMENT} />}
      </BlockStack>
    </Section>
  );
}

function AgainField() {
  const t = useTexts(journeyEditorTexts);
  const { value, error, set } = useField(["again"]);
  const chosen = isRecord(value) ? AFTER_DAYS : value === "once" ? "once" : "always";
  return (
    <>
      <Select
        label={t.again}
        options={[
          { value: "always", label: t.always },
          { value: "once", label: t.once },
          { value: AFTER_DAYS, label: t.afterDays },
        ]}
        value={chosen}
        onChange={(next) => set(next === AFTER_DAYS ? { afterDays: HALF_A_YEAR } : next)}
        {...(error === null || chosen === AFTER_DAYS ? {} : { error })}
      />
      {chosen === AFTER_DAYS ? <Field spec={AGAIN_DAYS} base={DOCUMENT} /> : null}
    </>
  );
}
