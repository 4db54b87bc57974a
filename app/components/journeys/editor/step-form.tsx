import { BlockStack, InlineStack, Link, Select, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { valueAt, type DocumentPlace } from "#app/domain/program/document/document-path.ts";
import { JsonField } from "../../customers/segments/json-field.tsx";
import { journeyEditorTexts } from "../../i18n/journeys/journey-editor-texts.ts";
import { letterTexts } from "../../i18n/journeys/letter-texts.ts";
import { useLanguage, useTexts } from "../../i18n/language.tsx";
import { useEditing, useField } from "../../program/editor/editing.tsx";
import { FieldsOf } from "../../program/editor/fields-of.tsx";
import { GiftField } from "../../program/pages/challenges/gift-field.tsx";
import { ArmsForm } from "./arms-form.tsx";
import { ConditionField } from "./condition-field.tsx";
import { useJourneyEditing } from "./journey-editing.ts";
import { PRODUCTS_FIELD, STEP_KINDS, WAIT_FIELDS } from "./step-forms.ts";

interface StepFormProps {
  readonly place: DocumentPlace;
  /** The steps that stand at a place, within this one. */
  readonly steps: (place: DocumentPlace) => ReactNode;
}

/** All that may be said of one step. */
export function StepForm({ place, steps }: StepFormProps) {
  const t = useTexts(journeyEditorTexts);
  const { document, edit } = useEditing();
  const step = valueAt(document, place);
  const kind = STEP_KINDS.find((one) => valueAt(step, [one]) !== undefined);
  switch (kind) {
    case "send":
      return <SendForm place={[...place, "send"]} />;
    case "wait":
      return <FieldsOf specs={WAIT_FIELDS} base={[...place, "wait"]} />;
    case "only":
      return (
        <ConditionField place={[...place, "only"]} together={t.onlyIf} none={t.onlyEverybody} keepsEmpty />
      );
    case "give":
      return <GiveForm place={[...place, "give"]} />;
    case "choose":
      return <ArmsForm place={[...place, "choose"]} steps={steps} />;
    case undefined:
      return <JsonField label={t.stepAsJson} value={step} put={(value) => edit(place, value)} />;
  }
}

/** Which mail. Other channels bring nothing about yet: what a document says of them stays to be seen. */
function SendForm({ place }: Pick<StepFormProps, "place">) {
  const t = useTexts(journeyEditorTexts);
  const words = useTexts(letterTexts);
  const language = useLanguage();
  const { letters } = useJourneyEditing();
  const { document } = useEditing();
  const { value, error, set } = useField([...place, "template"]);
  const chosen = typeof value === "string" ? value : "";
  const known = letters.map(({ template, name }) => ({ value: template, label: name[language] }));
  const isKnown = known.some((letter) => letter.value === chosen);
  const unknown = { value: chosen, label: chosen === "" ? t.chooseLetter : t.letterGone(chosen) };
  return (
    <BlockStack gap="300">
      <Select
        label={t.letter}
        options={isKnown ? known : [unknown, ...known]}
        value={chosen}
        onChange={set}
        {...(error === null ? {} : { error })}
      />
      {isKnown ? (
        <InlineStack>
          <Link url={`/app/letter?template=${encodeURIComponent(chosen)}`} target="_blank">
            {words.open(known.find((letter) => letter.value === chosen)?.label ?? chosen)}
          </Link>
        </InlineStack>
      ) : null}
      {valueAt(document, [...place, "channel"]) === "email" ? null : (
        <Text as="p" tone="critical">
          {t.onlyMail}
        </Text>
      )}
    </BlockStack>
  );
}

function GiveForm({ place }: Pick<StepFormProps, "place">) {
  const t = useTexts(journeyEditorTexts);
  const { document } = useEditing();
  return (
    <BlockStack gap="300">
      <GiftField label={t.gift} place={place} />
      {valueAt(document, [...place, "reward"]) === undefined ? (
        <Text as="p" tone="subdued">
          {t.giftPointsHelp}
        </Text>
      ) : (
        <>
          <FieldsOf specs={[PRODUCTS_FIELD]} base={place} />
          <Text as="p" tone="subdued">
            {t.giftRewardHelp}
          </Text>
        </>
      )}
    </BlockStack>
  );
}
