import { Box, InlineStack } from "@shopify/polaris";
import type { ReactNode } from "react";

/** What stands below the cards of a page: on a phone cards reach from edge to edge, and a button must not. */
export function BelowCards({ children }: { readonly children: ReactNode }) {
  return (
    <Box paddingInline={{ xs: "400", sm: "0" }}>
      <InlineStack>{children}</InlineStack>
    </Box>
  );
}
