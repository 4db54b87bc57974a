import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import type { Instant } from "#app/domain/calendar.ts";
import { useFormats } from "../formats.tsx";
import { useTexts } from "../i18n/language.tsx";
import { settingsTexts } from "../i18n/settings-texts.ts";
import { QuietBadge } from "../quiet-badge.tsx";

export interface Connection {
  readonly shopKey: string;
  readonly installedAt: Instant | null;
  readonly currency: string | null;
  readonly timezone: string | null;
  readonly missingScopes: readonly string[];
  readonly stopped: string | null;
  readonly proof: { readonly provedAt: Instant; readonly contradiction: string | null } | null;
}

export function ConnectionCard({ connection }: { readonly connection: Connection }) {
  const t = useTexts(settingsTexts);
  const { moment } = useFormats();
  const { stopped, installedAt, currency, timezone, missingScopes } = connection;
  const lines: readonly (readonly [string, string])[] = [
    [t.shop, connection.shopKey],
    ...(installedAt === null ? [] : [[t.since, moment(installedAt)] as const]),
    ...(currency === null ? [] : [[t.currency, currency] as const]),
    ...(timezone === null ? [] : [[t.timezone, timezone] as const]),
    [t.missing, missingScopes.length === 0 ? t.missingNone : missingScopes.join(", ")],
    [t.proof, useProofText(connection.proof)],
  ];
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack>
          <QuietBadge tone={stopped === null ? "success" : "critical"}>
            {stopped === null ? t.connected : t.stopped}
          </QuietBadge>
        </InlineStack>
        {stopped === null ? null : <Text as="p">{t.stoppedBecause(stopped)}</Text>}
        <BlockStack gap="100">
          {lines.map(([label, value]) => (
            <InlineStack key={label} align="space-between" gap="200">
              <Text as="span" tone="subdued">
                {label}
              </Text>
              <Text as="span" breakWord>
                {value}
              </Text>
            </InlineStack>
          ))}
        </BlockStack>
      </BlockStack>
    </Card>
  );
}

function useProofText(proof: Connection["proof"]): string {
  const t = useTexts(settingsTexts);
  const { moment } = useFormats();
  if (proof === null) return t.proofNone;
  const at = moment(proof.provedAt);
  return proof.contradiction === null ? t.proofGood(at) : t.proofBad(at, proof.contradiction);
}
