import { BlockStack, Select, Text } from "@shopify/polaris";
import type { Trigger } from "#app/domain/journeys/journey.ts";
import { missingSourceOf } from "#app/domain/journeys/offered/live-sources.ts";
import { valueAt } from "#app/domain/program/document/document-path.ts";
import { JsonField } from "../../customers/segments/json-field.tsx";
import { journeyEditorTexts } from "../../i18n/journeys/journey-editor-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { useEditing, useErrorAt } from "../../program/editor/editing.tsx";
import { FieldsOf } from "../../program/editor/fields-of.tsx";
import { LineConditions } from "../../program/editor/line-conditions.tsx";
import { Section } from "../../program/pages/section.tsx";
import { TRIGGER_FORMS } from "./trigger-forms.ts";

const PLACE = ["trigger"];
const NONE = "";

type TriggerName = Trigger["on"];

/** What begins the journey, with what there is to say about it. */
export function TriggerCard() {
  const t = useTexts(journeyEditorTexts);
  const { document, edit } = useEditing();
  const error = useErrorAt(["trigger", "on"]);
  const on = valueAt(document, ["trigger", "on"]);
  const name = Object.keys(t.triggers)
    .filter(isTrigger)
    .find((known) => known === on);
  const form = name === undefined ? undefined : TRIGGER_FORMS[name];
  return (
    <Section title={t.begins}>
      <BlockStack gap="400">
        <Select
          label={t.when}
          options={options(t, name)}
          value={name === undefined ? NONE : name}
          onChange={(chosen) => {
            const next = Object.keys(TRIGGER_FORMS)
              .filter(isTrigger)
              .find((known) => known === chosen);
            if (next !== undefined) edit(PLACE, { on: next, ...TRIGGER_FORMS[next]?.begin });
          }}
          {...(error === null ? {} : { error })}
        />
        {name === undefined ? null : (
          <Text as="p" tone="subdued">
            {t.triggers[name].help}
          </Text>
        )}
        {form === undefined ? (
          <JsonField
            label={t.triggerAsJson}
            value={valueAt(document, PLACE)}
            put={(value) => edit(PLACE, value)}
          />
        ) : (
          <FieldsOf key={name} specs={form.fields} base={PLACE} />
        )}
        {form?.hasLines === true ? <LineConditions base={["trigger", "lines"]} /> : null}
      </BlockStack>
    </Section>
  );
}

function isTrigger(name: string): name is TriggerName {
  return Object.hasOwn(TRIGGER_FORMS, name) || Object.hasOwn(journeyEditorTexts.en.triggers, name);
}

/** Those that are told of live, in groups; one that is not stays to be seen where a document has it. */
function options(t: (typeof journeyEditorTexts)["en"], chosen: TriggerName | undefined) {
  const offered = (on: TriggerName) => missingSourceOf(on) === null && TRIGGER_FORMS[on] !== undefined;
  const groups = t.groups.map(({ title, triggers }) => ({
    title,
    options: triggers.filter(offered).map((on) => ({ value: on, label: t.triggers[on].label })),
  }));
  if (chosen !== undefined && offered(chosen)) return groups;
  const kept =
    chosen === undefined
      ? { value: NONE, label: t.choose }
      : { value: chosen, label: t.triggers[chosen].label };
  return [kept, ...groups];
}
