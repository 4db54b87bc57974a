import { IndexTable, Text } from "@shopify/polaris";

/** A figure in a table: digits stand under digits. */
export function NumberCell({ text }: { readonly text: string }) {
  return (
    <IndexTable.Cell>
      <Text as="span" alignment="end" numeric>
        {text}
      </Text>
    </IndexTable.Cell>
  );
}
