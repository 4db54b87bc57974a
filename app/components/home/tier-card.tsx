import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import { useFormats } from "../formats.tsx";
import { homeTexts } from "../i18n/home-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { ShareBar } from "../share-bar.tsx";

export interface TierShare {
  /** Null: members below the lowest level. */
  readonly name: string | null;
  readonly members: number;
}

export function TierCard({ tiers, total }: { readonly tiers: readonly TierShare[]; readonly total: number }) {
  const t = useTexts(homeTexts);
  const { count } = useFormats();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.tiers}
        </Text>
        {tiers.length === 0 ? (
          <Text as="p" tone="subdued">
            {t.noTiers}
          </Text>
        ) : null}
        {tiers.map(({ name, members }, index) => (
          <BlockStack gap="100" key={name}>
            <InlineStack align="space-between">
              <Text as="span" id={`tier-${String(index)}`}>
                {name ?? t.noTier}
              </Text>
              <Text as="span" numeric>
                {count(members)}
              </Text>
            </InlineStack>
            <ShareBar part={members} whole={total} labelledBy={`tier-${String(index)}`} />
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  );
}
