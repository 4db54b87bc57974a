import { Banner, BlockStack, Layout } from "@shopify/polaris";
import { valueAt, withValue } from "#app/domain/program/document/document-path.ts";
import { JsonCard } from "../../customers/segments/json-card.tsx";
import { journeyEditorTexts } from "../../i18n/journeys/journey-editor-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { useEditing } from "../../program/editor/editing.tsx";
import { Field } from "../../program/fields/field.tsx";
import { Section } from "../../program/pages/section.tsx";
import { EstimateCard } from "./estimate-card.tsx";
import { RulesCard } from "./rules-card.tsx";
import { SentenceCard } from "./sentence-card.tsx";
import { NAME_FIELD } from "./step-forms.ts";
import { StepsList } from "./steps-list.tsx";
import { TriggerCard } from "./trigger-card.tsx";
import { WhoCard } from "./who-card.tsx";

interface JourneyCardsProps {
  /** Why it was not saved; null: nothing was in the way. */
  readonly problem: string | null;
  /** The document with the id it has, or would have. */
  readonly whole: unknown;
  readonly put: (document: unknown) => void;
}

const DOCUMENT: readonly string[] = [];
const STEPS = ["steps"];

/** All that a journey says, a card for each part, beside what it comes to. */
export function JourneyCards({ problem, whole, put }: JourneyCardsProps) {
  const t = useTexts(journeyEditorTexts);
  const { document, errors } = useEditing();
  return (
    <Layout>
      <Layout.Section>
        <BlockStack gap="400">
          {problem === null ? null : <Banner tone="critical">{problem}</Banner>}
          <Section title={t.nameTitle}>
            <Field spec={NAME_FIELD} base={DOCUMENT} />
          </Section>
          <TriggerCard />
          <WhoCard />
          <Section title={t.stepsTitle} help={t.stepsHelp}>
            <StepsList place={STEPS} />
          </Section>
          <RulesCard />
          <JsonCard
            title={t.asJson}
            label={t.json}
            value={document}
            put={(value) => put(sameJourney(value, document))}
          />
        </BlockStack>
      </Layout.Section>
      <Layout.Section variant="oneThird">
        <BlockStack gap="400">
          <SentenceCard />
          <EstimateCard document={errors.length === 0 ? JSON.stringify(whole) : null} />
        </BlockStack>
      </Layout.Section>
    </Layout>
  );
}

/** Its id is for ever, and it is switched on its own page: neither is typed. */
function sameJourney(typed: unknown, before: unknown): unknown {
  return ["id", "enabled"].reduce(
    (document, field) => withValue(document, [field], valueAt(before, [field])),
    typed,
  );
}
