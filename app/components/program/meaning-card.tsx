import { BlockStack, Card, Text } from "@shopify/polaris";
import type { ProgramOutline } from "#app/queries/program/read-program-text.ts";
import { useTexts } from "../i18n/language.tsx";
import { programTexts } from "../i18n/program-texts.ts";
import { Sentences } from "./sentences.tsx";

/** The document in plain sentences. Null: it is not right yet. */
export function MeaningCard({ program }: { readonly program: ProgramOutline | null }) {
  const t = useTexts(programTexts);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.meaning}
        </Text>
        {program === null ? <Text as="p">{t.exampleUnknown}</Text> : null}
        {program?.hasRules === false ? <Text as="p">{t.noRules}</Text> : null}
        {program?.parts.map(({ part, sentences }) => (
          <Sentences key={part} title={t.parts[part]} sentences={sentences} />
        ))}
      </BlockStack>
    </Card>
  );
}
