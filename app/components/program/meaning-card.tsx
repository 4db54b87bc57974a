import { BlockStack, Card, Text } from "@shopify/polaris";
import { useMemo } from "react";
import { describeProgram } from "#app/domain/program/describe/describe-program.ts";
import type { Program } from "#app/domain/program/program.ts";
import { useHost } from "../host/host.tsx";
import { useLanguage, useTexts } from "../i18n/language.tsx";
import { programTexts } from "../i18n/program-texts.ts";
import { Sentences } from "./sentences.tsx";

/** The document in plain sentences. Null: it is not right yet. */
export function MeaningCard({ program }: { readonly program: Program | null }) {
  const t = useTexts(programTexts);
  const language = useLanguage();
  const { goodsGroup } = useHost().abilities;
  const parts = useMemo(
    () => (program === null ? [] : describeProgram(program, language, goodsGroup)),
    [program, language, goodsGroup],
  );
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.meaning}
        </Text>
        {program === null ? <Text as="p">{t.exampleUnknown}</Text> : null}
        {program?.rules.length === 0 ? <Text as="p">{t.noRules}</Text> : null}
        {parts.map(({ part, sentences }) => (
          <Sentences key={part} title={t.parts[part]} sentences={sentences} />
        ))}
      </BlockStack>
    </Card>
  );
}
