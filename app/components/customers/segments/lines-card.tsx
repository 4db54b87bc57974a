import { BlockStack, Card, Text } from "@shopify/polaris";
import type { DocumentError } from "#app/domain/program/document/describe-error.ts";
import { segmentTexts } from "../../i18n/customers/segment-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import type { NamedSegment } from "./condition-line.tsx";
import { ConditionLines } from "./condition-lines.tsx";

interface LinesCardProps {
  readonly where: unknown;
  /** What is wrong with the segment, by the place below it. */
  readonly errors: readonly DocumentError[];
  readonly others: readonly NamedSegment[];
  readonly put: (where: unknown) => void;
}

/** Who belongs to a segment, a line for each condition. */
export function LinesCard(lines: LinesCardProps) {
  const t = useTexts(segmentTexts);
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t.who}
        </Text>
        <ConditionLines {...lines} prefix="where" none={t.noLines} together={t.together} />
      </BlockStack>
    </Card>
  );
}
