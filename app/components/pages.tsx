import { useSearchParams } from "@remix-run/react";
import { Box, Button, InlineStack } from "@shopify/polaris";
import { useTexts } from "./i18n/language.tsx";
import { memberTexts } from "./i18n/member-texts.ts";

/** From page to page of a list. Pages are cut by what was seen last, so there is a next one and a beginning. */
export function Pages({ next }: { readonly next: string | null }) {
  const t = useTexts(memberTexts);
  const [address] = useSearchParams();
  const later = address.get("after") !== null;
  if (next === null && !later) return null;
  return (
    <Box padding="300">
      <InlineStack align="center" gap="300">
        {later ? <Button url={`?${withAfter(address, null)}`}>{t.first}</Button> : null}
        {next === null ? null : <Button url={`?${withAfter(address, next)}`}>{t.next}</Button>}
      </InlineStack>
    </Box>
  );
}

function withAfter(address: URLSearchParams, after: string | null): string {
  const next = new URLSearchParams(address);
  if (after === null) next.delete("after");
  else next.set("after", after);
  return next.toString();
}
