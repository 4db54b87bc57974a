import { BlockStack, Card, List, Text } from "@shopify/polaris";
import { useMemo } from "react";
import type { Instant } from "#app/domain/calendar.ts";
import { describeProgram } from "#app/domain/program/describe/describe-program.ts";
import { exampleOrder } from "#app/domain/program/example-order.ts";
import type { Program } from "#app/domain/program/program.ts";
import { formatsOf } from "../formats.tsx";
import { useLanguage, useTexts } from "../i18n/language.tsx";
import { programTexts } from "../i18n/program-texts.ts";
import { Sentence } from "./sentence.tsx";

/** The document in plain sentences. Null: it is not right yet. */
export function MeaningCard({ program }: { readonly program: Program | null }) {
  const t = useTexts(programTexts);
  const language = useLanguage();
  const parts = useMemo(
    () => (program === null ? [] : describeProgram(program, language)),
    [program, language],
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
          <BlockStack gap="100" key={part}>
            <Text as="h3" variant="headingSm">
              {t.parts[part]}
            </Text>
            <List>
              {sentences.map((sentence) => (
                <List.Item key={sentence}>
                  <Sentence text={sentence} />
                </List.Item>
              ))}
            </List>
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  );
}

interface ExampleCardProps {
  readonly program: Program | null;
  readonly now: Instant;
}

/** What an order would earn under the document as it stands, line by line. */
export function ExampleCard({ program, now }: ExampleCardProps) {
  const t = useTexts(programTexts);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.example}
        </Text>
        {program === null ? <Text as="p">{t.exampleUnknown}</Text> : <Example program={program} now={now} />}
      </BlockStack>
    </Card>
  );
}

function Example({ program, now }: { readonly program: Program; readonly now: Instant }) {
  const t = useTexts(programTexts);
  const language = useLanguage();
  const example = useMemo(() => exampleOrder(program, now, language), [program, now, language]);
  const { money } = formatsOf(language, program);
  return (
    <>
      <Text as="p">{t.exampleBody}</Text>
      <List>
        {example.lines.map((line, index) => (
          <List.Item key={index}>
            {t.exampleLine(
              line.quantity,
              line.marks.length === 0 ? t.exampleProduct : t.exampleMarked(line.marks.join(", ")),
              money(line.unitPriceMinor),
            )}
          </List.Item>
        ))}
      </List>
      {example.earned.length === 0 ? <Text as="p">{t.exampleNothing}</Text> : null}
      {example.earned.map(({ title, details }) => (
        <BlockStack gap="100" key={title}>
          <Text as="p" fontWeight="semibold">
            {title}
          </Text>
          <List>
            {details.map((detail) => (
              <List.Item key={detail}>{detail}</List.Item>
            ))}
          </List>
        </BlockStack>
      ))}
    </>
  );
}
