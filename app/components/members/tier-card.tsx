import { BlockStack, Card, Text } from "@shopify/polaris";
import { useLanguage, useTexts, type Language } from "../i18n/language.tsx";
import { memberPageTexts } from "../i18n/member-page-texts.ts";

export type TierWords = Readonly<Record<Language, readonly string[]>>;

/** Why the member is in this tier, until when, and what is missing to the next. */
export function TierCard({ words }: { readonly words: TierWords }) {
  const t = useTexts(memberPageTexts);
  const lines = words[useLanguage()];
  if (lines.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {t.level}
        </Text>
        {lines.map((line) => (
          <Text as="p" key={line}>
            {line}
          </Text>
        ))}
      </BlockStack>
    </Card>
  );
}
