import { BlockStack, Card, InlineGrid, Text } from "@shopify/polaris";
import { useFormats } from "../formats.tsx";
import { Figure } from "../home/figure.tsx";
import { insightTexts } from "../i18n/customers/insight-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { useShares } from "./use-shares.ts";

export interface ShownLiability {
  readonly deferredMinor: number;
  readonly releasedMinor: number;
  readonly costMinor: number;
  readonly used: { readonly share: number; readonly from: number; readonly to: number };
}

/** Two figures, each by its name; without ground for them, words. */
export function LiabilityCard({ liability }: { readonly liability: ShownLiability | null }) {
  const t = useTexts(insightTexts);
  const { money } = useFormats();
  const written = useShares();
  const share = (value: number) => written("share", value);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.liabilityTitle}
        </Text>
        {liability === null ? (
          <Text as="p">{t.liabilityNone}</Text>
        ) : (
          <>
            <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
              <Figure
                label={t.deferred}
                value={money(liability.deferredMinor - liability.releasedMinor)}
                before={null}
                meaning={t.deferredMeaning}
              />
              <Figure
                label={t.cost}
                value={money(liability.costMinor)}
                before={null}
                meaning={t.costMeaning}
              />
            </InlineGrid>
            <Text as="p" tone="subdued">
              {t.usedShare(share(liability.used.share), share(liability.used.from), share(liability.used.to))}
            </Text>
          </>
        )}
      </BlockStack>
    </Card>
  );
}
