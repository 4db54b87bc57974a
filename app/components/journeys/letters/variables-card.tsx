import { DescriptionList } from "@shopify/polaris";
import { letterTexts } from "../../i18n/journeys/letter-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { Section } from "../../program/pages/section.tsx";

/** What may stand between braces in a letter. */
export function VariablesCard() {
  const t = useTexts(letterTexts);
  return (
    <Section title={t.variables} help={t.variablesHelp}>
      <DescriptionList
        gap="tight"
        items={Object.entries(t.variable).map(([variable, meaning]) => ({
          term: `{{ ${variable} }}`,
          description: meaning,
        }))}
      />
    </Section>
  );
}
