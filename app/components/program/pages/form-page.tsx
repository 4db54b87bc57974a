import { Banner, BlockStack, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { useTexts } from "../../i18n/language.tsx";
import { programTexts } from "../../i18n/program-texts.ts";
import { useProgramFrame } from "../frame-context.ts";
import { addressOf } from "../parts-nav.tsx";

/** A page of forms; a text that is no JSON has none. */
export function FormPage({ children }: { readonly children: ReactNode }) {
  const t = useTexts(programTexts);
  const { draft } = useProgramFrame();
  if (draft.document !== undefined) return <BlockStack gap="400">{children}</BlockStack>;
  return (
    <Banner
      tone="critical"
      title={t.notJsonForms}
      action={{ content: t.openAdvanced, url: addressOf("advanced") }}
    >
      <Text as="p">{t.notJsonFormsBody}</Text>
    </Banner>
  );
}
