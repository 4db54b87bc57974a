import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { segmentTexts } from "../../i18n/customers/segment-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { JsonField } from "./json-field.tsx";

interface JsonCardProps {
  readonly title: string;
  readonly label: string;
  readonly value: unknown;
  readonly put: (value: unknown) => void;
}

/** A document, or a part of one, as JSON for those who want to see or change it so. */
export function JsonCard({ title, ...field }: JsonCardProps) {
  const t = useTexts(segmentTexts);
  const [open, setOpen] = useState(false);
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {title}
          </Text>
          <Button onClick={() => setOpen(!open)} ariaExpanded={open}>
            {open ? t.hideJson : t.showJson}
          </Button>
        </InlineStack>
        {open ? <JsonField {...field} /> : null}
      </BlockStack>
    </Card>
  );
}
