import { BlockStack, Box, Card, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

interface TableCardProps {
  readonly title: string;
  /** Null: the title says it. */
  readonly meaning: string | null;
  readonly children: ReactNode;
}

/** A table with its title and what its figures mean. */
export function TableCard({ title, meaning, children }: TableCardProps) {
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {title}
          </Text>
          {meaning === null ? null : (
            <Text as="p" tone="subdued">
              {meaning}
            </Text>
          )}
        </BlockStack>
      </Box>
      {children}
    </Card>
  );
}
