import { BlockStack, Card, Text } from "@shopify/polaris";
import type { Recommendation } from "#app/queries/customers/as-customer.ts";
import { useFormats } from "../../formats.tsx";
import { useTexts } from "../../i18n/language.tsx";
import { asCustomerTexts } from "../../i18n/members/as-customer-texts.ts";

/** What to offer them, each with its reason in a sentence. */
export function RecommendationsCard({
  recommendations,
}: {
  readonly recommendations: readonly Recommendation[];
}) {
  const t = useTexts(asCustomerTexts);
  const reason = useReason();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.recommended}
        </Text>
        {recommendations.length === 0 ? (
          <Text as="p" tone="subdued">
            {t.noRecommendations}
          </Text>
        ) : null}
        {recommendations.map((one) => (
          <div key={`${one.why} ${one.product}`}>
            <Text as="p" fontWeight="semibold">
              {one.name ?? t.product(one.product)}
            </Text>
            <Text as="p" tone="subdued">
              {reason(one)}
            </Text>
          </div>
        ))}
      </BlockStack>
    </Card>
  );
}

function useReason(): (recommendation: Recommendation) => string {
  const t = useTexts(asCustomerTexts);
  const { count } = useFormats();
  return (one) => {
    switch (one.why) {
      case "due":
        return t.due(count(one.everyDays), count(one.daysSince));
      case "favourite":
        return t.favourite(count(one.purchases));
      case "others":
        return t.others(count(one.customers), one.ownName ?? t.product(one.own));
    }
  };
}
