import { BlockStack, Box, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { useLanguage, useTexts, type Language } from "../i18n/language.tsx";
import { reviewTexts } from "../i18n/publishing/review-texts.ts";
import { QuietBadge } from "../quiet-badge.tsx";
import type { FindingWords } from "./finding-words.ts";

/** In the order they were found. */
export interface WordedFindings {
  readonly unfair: readonly FindingWords[];
  readonly idle: readonly FindingWords[];
}

/** What customers could find unfair first, then what of the program does nothing. */
export function FindingCards({
  findings,
}: {
  readonly findings: Readonly<Record<Language, WordedFindings>>;
}) {
  const t = useTexts(reviewTexts);
  const { unfair, idle } = findings[useLanguage()];
  return (
    <>
      <FindingsCard title={t.unfair} none={t.unfairNone} findings={unfair} />
      <FindingsCard title={t.idle} none={t.idleNone} findings={idle} />
    </>
  );
}

interface FindingsCardProps {
  readonly title: string;
  readonly none: string;
  readonly findings: readonly FindingWords[];
}

function FindingsCard({ title, none, findings }: FindingsCardProps) {
  const t = useTexts(reviewTexts);
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {title}
          </Text>
          {findings.length === 0 ? null : <QuietBadge tone="attention">{String(findings.length)}</QuietBadge>}
        </InlineStack>
        {findings.length === 0 ? <Text as="p">{none}</Text> : null}
        {findings.map(({ said, about, ground, cure, page }, index) => (
          <Box
            key={index}
            borderBlockStartWidth={index === 0 ? "0" : "025"}
            borderColor="border"
            paddingBlockStart={index === 0 ? "0" : "300"}
          >
            <BlockStack gap="100">
              <Text as="h3" variant="headingSm">
                {said}
              </Text>
              {about === null ? null : (
                <Text as="p" tone="subdued">
                  {about}
                </Text>
              )}
              <Text as="p">{ground}</Text>
              <Text as="p">
                {cure}{" "}
                <Link url={page} accessibilityLabel={`${t.edit}: ${about ?? said}`}>
                  {t.edit}
                </Link>
              </Text>
            </BlockStack>
          </Box>
        ))}
      </BlockStack>
    </Card>
  );
}
