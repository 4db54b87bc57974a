import { Box } from "@shopify/polaris";
import type { ReactNode } from "react";

/** What stands beside cards: on a phone those reach from edge to edge, and words and buttons must not. */
export function BesideCards({ children }: { readonly children: ReactNode }) {
  return <Box paddingInline={{ xs: "400", sm: "0" }}>{children}</Box>;
}
