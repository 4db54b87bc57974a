import { InlineStack } from "@shopify/polaris";
import type { ReactNode } from "react";
import { BesideCards } from "../../layout/beside-cards.tsx";

/** A button below the cards of a page, as wide as its words. */
export function BelowCards({ children }: { readonly children: ReactNode }) {
  return (
    <BesideCards>
      <InlineStack>{children}</InlineStack>
    </BesideCards>
  );
}
