import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { csvAddress } from "../csv.ts";
import { insightTexts } from "../i18n/customers/insight-texts.ts";
import { useTexts } from "../i18n/language.tsx";

interface ChartCardProps {
  readonly title: string;
  readonly file: string;
  readonly rows: readonly (readonly (string | number)[])[];
  readonly turn?: { readonly label: string; readonly onTurn: () => void };
  readonly children: ReactNode;
}

/** Figures with their file, and where they are drawn, with a button to their table. */
export function ChartCard({ title, file, rows, turn, children }: ChartCardProps) {
  const t = useTexts(insightTexts);
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {title}
          </Text>
          <InlineStack gap="200">
            {turn === undefined ? null : (
              <Button variant="plain" onClick={turn.onTurn}>
                {turn.label}
              </Button>
            )}
            <Button variant="plain" url={csvAddress(rows)} download={file}>
              {t.download}
            </Button>
          </InlineStack>
        </InlineStack>
        {children}
      </BlockStack>
    </Card>
  );
}
