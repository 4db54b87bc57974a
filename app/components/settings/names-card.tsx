import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import type { Text as Words } from "#app/domain/program/texts/text.ts";
import { useFormats } from "../formats.tsx";
import { useTexts } from "../i18n/language.tsx";
import { lookTexts } from "../i18n/settings/look-texts.ts";

/** What the program and its points are called, and where that is changed. */
export function NamesCard({ name }: { readonly name: Words | null }) {
  const t = useTexts(lookTexts);
  const { text, pointsWord } = useFormats();
  return (
    <Card>
      <BlockStack gap="300">
        {name === null ? null : (
          <BlockStack gap="100">
            <Line label={t.program} value={text(name)} />
            <Line label={t.points} value={pointsWord} />
          </BlockStack>
        )}
        <Text as="p">{t.namesBody}</Text>
        <InlineStack>
          <Button url="/app/program/name">{t.namesOpen}</Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

function Line({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <InlineStack align="space-between" gap="200">
      <Text as="span" tone="subdued">
        {label}
      </Text>
      <Text as="span" breakWord>
        {value}
      </Text>
    </InlineStack>
  );
}
