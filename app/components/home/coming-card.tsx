import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import type { Instant } from "#app/domain/calendar.ts";
import { useFormats } from "../formats.tsx";
import { useTexts } from "../i18n/language.tsx";
import { publishingTexts } from "../i18n/publishing/publishing-texts.ts";

export interface ComingVersion {
  readonly version: number;
  readonly effectiveAt: Instant;
  /** Its instant came, and it was not right any more. */
  readonly isRefused: boolean;
}

/** What happens by itself soon: a version that is scheduled. */
export function ComingCard({ coming }: { readonly coming: ComingVersion | null }) {
  const { home: t } = useTexts(publishingTexts);
  const { count, moment } = useFormats();
  if (coming === null || coming.isRefused) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.title}
        </Text>
        <Text as="p">{t.coming(count(coming.version), moment(coming.effectiveAt))}</Text>
        <Link url="/app/program">{t.open}</Link>
      </BlockStack>
    </Card>
  );
}
