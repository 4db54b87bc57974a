import { BlockStack, InlineStack, Text } from "@shopify/polaris";
import { letterTexts } from "../../i18n/journeys/letter-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { Section } from "../../program/pages/section.tsx";

/** What may stand between braces in a letter. */
export function VariablesCard() {
  const t = useTexts(letterTexts);
  return (
    <Section title={t.variables} help={t.variablesHelp}>
      <BlockStack as="ul" gap="200">
        {Object.entries(t.variable).map(([variable, meaning]) => (
          <li key={variable}>
            <InlineStack gap="200">
              <Text as="span" fontWeight="semibold">{`{{ ${variable} }}`}</Text>
              <Text as="span" tone="subdued">
                {meaning}
              </Text>
            </InlineStack>
          </li>
        ))}
      </BlockStack>
    </Section>
  );
}
