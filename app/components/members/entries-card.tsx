import { useSearchParams } from "@remix-run/react";
import { BlockStack, Box, Button, Card, Divider, InlineStack, List, Text } from "@shopify/polaris";
import type { Instant } from "#app/domain/calendar.ts";
import { useFormats } from "../formats.tsx";
import { useLanguage, useTexts, type Language } from "../i18n/language.tsx";
import { memberPageTexts } from "../i18n/member-page-texts.ts";

export interface ShownEntry {
  readonly transactionId: string;
  readonly at: Instant;
  readonly words: Readonly<Record<Language, { readonly title: string; readonly details: readonly string[] }>>;
  readonly available: number;
  readonly pending: number;
  readonly debt: number;
}

interface EntriesCardProps {
  readonly entries: readonly ShownEntry[];
  readonly older: string | null;
}

/** The ledger as a person reads it: what happened first, the calculation for those who open it. */
export function EntriesCard({ entries, older }: EntriesCardProps) {
  const t = useTexts(memberPageTexts);
  const [address] = useSearchParams();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.entries}
        </Text>
        {entries.length === 0 ? (
          <Text as="p" tone="subdued">
            {t.noEntries}
          </Text>
        ) : null}
        {entries.map((entry) => (
          <BlockStack gap="300" key={entry.transactionId}>
            <Divider />
            <Entry entry={entry} />
          </BlockStack>
        ))}
        <InlineStack gap="200" align="center">
          {address.has("before") ? <Button url="?">{t.newest}</Button> : null}
          {older === null ? null : <Button url={`?before=${older}`}>{t.older}</Button>}
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

function Entry({ entry }: { readonly entry: ShownEntry }) {
  const { moment } = useFormats();
  const { title, details } = entry.words[useLanguage()];
  return (
    <BlockStack gap="100">
      <InlineStack align="space-between" gap="200" blockAlign="start" wrap={false}>
        <BlockStack gap="050">
          <Text as="span">{title}</Text>
          <Text as="span" variant="bodySm" tone="subdued">
            {moment(entry.at)}
          </Text>
        </BlockStack>
        <Changes entry={entry} />
      </InlineStack>
      <Calculation details={details} />
    </BlockStack>
  );
}

/** Why it was so many, for those who open it. */
export function Calculation({ details }: { readonly details: readonly string[] }) {
  const t = useTexts(memberPageTexts);
  if (details.length === 0) return null;
  return (
    <details>
      <summary>{t.calculation}</summary>
      <Box paddingBlockStart="100">
        <List>
          {details.map((detail) => (
            <List.Item key={detail}>{detail}</List.Item>
          ))}
        </List>
      </Box>
    </details>
  );
}

export function Changes({
  entry: { available, pending, debt },
}: {
  readonly entry: Pick<ShownEntry, "available" | "pending" | "debt">;
}) {
  const t = useTexts(memberPageTexts);
  const { change } = useFormats();
  const lines = [
    ...(available === 0 ? [] : [t.spendable(change(available))]),
    ...(pending === 0 ? [] : [t.onTheWay(change(pending))]),
    ...(debt === 0 ? [] : [t.owed(change(debt))]),
  ];
  return (
    <BlockStack inlineAlign="end">
      {lines.map((line) => (
        <Text as="span" numeric alignment="end" key={line}>
          {line}
        </Text>
      ))}
    </BlockStack>
  );
}
