import { BlockStack, Card, InlineStack, Text, Tooltip } from "@shopify/polaris";

interface FigureProps {
  readonly label: string;
  readonly value: string;
  /** The same figure of the period before, worded; null where there is none. */
  readonly before: string | null;
  /** What exactly is counted; shown on hover and on focus. */
  readonly meaning: string;
}

export function Figure({ label, value, before, meaning }: FigureProps) {
  return (
    <Card>
      <BlockStack gap="100">
        <InlineStack>
          <Tooltip content={meaning} hasUnderline>
            <Text as="span" variant="bodySm" tone="subdued">
              {label}
            </Text>
          </Tooltip>
        </InlineStack>
        <Text as="p" variant="headingLg">
          {value}
        </Text>
        <Text as="p" variant="bodySm" tone="subdued">
          {before ?? "\u00a0"}
        </Text>
      </BlockStack>
    </Card>
  );
}
