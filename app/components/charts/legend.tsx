import { InlineStack, Text } from "@shopify/polaris";

/** What a colour of a chart stands for. */
export function Legend({ className, text }: { readonly className: string; readonly text: string }) {
  return (
    <InlineStack gap="100" blockAlign="center">
      <span className={`regulars-chart__key ${className}`} aria-hidden="true" />
      <Text as="span" variant="bodySm">
        {text}
      </Text>
    </InlineStack>
  );
}
