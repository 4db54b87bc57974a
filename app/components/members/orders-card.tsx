import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import type { MemberOrder } from "#app/queries/members/admin-member.ts";
import { useFormats, type Formats } from "../formats.tsx";
import { useLanguage, useTexts, type Language } from "../i18n/language.tsx";
import { memberPageTexts } from "../i18n/member-page-texts.ts";

/** The member's orders with what each gave, or why it gave nothing. */
export function OrdersCard({ orders }: { readonly orders: readonly MemberOrder[] }) {
  const t = useTexts(memberPageTexts);
  const formats = useFormats();
  const language = useLanguage();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.orders}
        </Text>
        {orders.length === 0 ? (
          <Text as="p" tone="subdued">
            {t.noOrders}
          </Text>
        ) : null}
        {orders.map((order) => (
          <InlineStack key={order.orderId} align="space-between" gap="200">
            <BlockStack gap="050">
              <Text as="span">{order.name ?? t.unnamedOrder}</Text>
              <Text as="span" variant="bodySm" tone="subdued">
                {formats.day(order.placedAt)}
              </Text>
            </BlockStack>
            <Text as="span">{outcomeOf(order, language, t, formats)}</Text>
          </InlineStack>
        ))}
      </BlockStack>
    </Card>
  );
}

/** Every order says what it gave; those that gave nothing say why. */
function outcomeOf(
  order: MemberOrder,
  language: Language,
  t: (typeof memberPageTexts)["en"],
  { points }: Formats,
): string {
  if (order.refusal !== null) return t.refused(order.refusal);
  const nothing = order.nothing?.[language] ?? null;
  if (nothing !== null) return nothing;
  if (order.standing !== null) return points(order.standing);
  return order.paidAt === null ? t.notPaid : t.notJudged;
}
