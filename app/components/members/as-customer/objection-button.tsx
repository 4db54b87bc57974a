import { BlockStack, Button, InlineError, InlineStack, Text } from "@shopify/polaris";
import { useCallback } from "react";
import type { Instant } from "#app/domain/calendar.ts";
import { useFormats } from "../../formats.tsx";
import { useTexts } from "../../i18n/language.tsx";
import { asCustomerTexts } from "../../i18n/members/as-customer-texts.ts";
import { useDeed } from "../../use-deed.ts";

/** Somebody has told the shop that they object to profiling, or no longer do. */
export function ObjectionButton({ objectsSince }: { readonly objectsSince: Instant | null }) {
  const t = useTexts(asCustomerTexts);
  const { day } = useFormats();
  const isObjecting = objectsSince !== null;
  const deed = useDeed(
    t.saved,
    useCallback(() => undefined, []),
  );
  return (
    <BlockStack gap="100">
      {isObjecting ? <Text as="p">{t.objectsSince(day(objectsSince))}</Text> : null}
      <Text as="p" variant="bodySm" tone="subdued">
        {isObjecting ? t.endHelp : t.objectHelp}
      </Text>
      {deed.refusal === null ? null : <InlineError fieldID="objection" message={deed.refusal} />}
      <InlineStack>
        <Button
          variant="plain"
          loading={deed.busy}
          onClick={() => deed.send({ intent: "object", objects: isObjecting ? "no" : "yes" })}
        >
          {isObjecting ? t.end : t.object}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
