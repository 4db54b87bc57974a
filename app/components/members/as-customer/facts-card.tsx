import { BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";
import type { ExplainedFact, ShownGround } from "#app/queries/customers/as-customer.ts";
import { useFormats } from "../../formats.tsx";
import { useLanguage, useTexts } from "../../i18n/language.tsx";
import { asCustomerTexts } from "../../i18n/members/as-customer-texts.ts";
import { useShares } from "../../customers/use-shares.ts";
import { useWrittenFact } from "./use-written-fact.ts";

interface FactsProps {
  readonly facts: readonly ExplainedFact[];
  readonly memberId: string;
}

/** All that is known of them, each figure opens to how it came about. */
export function FactsCard({ facts, memberId }: FactsProps) {
  const t = useTexts(asCustomerTexts);
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {t.facts}
        </Text>
        <Text as="p" tone="subdued">
          {t.factsHelp}
        </Text>
        {facts.map((fact) => (
          <Fact key={fact.id} fact={fact} memberId={memberId} />
        ))}
      </BlockStack>
    </Card>
  );
}

function Fact({ fact, memberId }: { readonly fact: ExplainedFact; readonly memberId: string }) {
  const language = useLanguage();
  const written = useWrittenFact();
  const { name, definition, value, isMoney, ground } = fact;
  return (
    <details className="regulars-fact">
      <summary>
        <span>{name[language]}</span>
        <span>{written(value, isMoney)}</span>
      </summary>
      <BlockStack gap="100">
        <Text as="p" tone="subdued">
          {definition[language]}
        </Text>
        <Ground ground={ground} memberId={memberId} />
      </BlockStack>
    </details>
  );
}

function Ground({ ground, memberId }: { readonly ground: ShownGround; readonly memberId: string }) {
  const t = useTexts(asCustomerTexts);
  const written = useShares();
  const { calendarDay, count } = useFormats();
  switch (ground.kind) {
    case "orders":
      return <Orders ground={ground} />;
    case "gaps":
      return (
        <Text as="p">
          {t.gaps(ground.days.map(calendarDay).join(", "), ground.gaps.map(count).join(", "))}
        </Text>
      );
    case "scored":
      return <Text as="p">{t.scored(count(ground.customers))}</Text>;
    case "among":
      return <Text as="p">{t.among(count(ground.customers))}</Text>;
    case "model": {
      const parameters = Object.entries(ground.parameters).map(
        ([name, value]) => `${name} ${written("number", value)}`,
      );
      return (
        <Text as="p">{t.model(t.models[ground.model], count(ground.customers), parameters.join(", "))}</Text>
      );
    }
    case "no_model":
      return <Text as="p">{t.noModel}</Text>;
    case "ledger":
      return (
        <Text as="p">
          {t.ledger} <Link url={`/app/members/${memberId}/timeline`}>{t.toTimeline}</Link>
        </Text>
      );
    case "person":
      return <Text as="p">{t.person}</Text>;
  }
}

function Orders({ ground }: { readonly ground: Extract<ShownGround, { readonly kind: "orders" }> }) {
  const t = useTexts(asCustomerTexts);
  const { calendarDay, count, money } = useFormats();
  const { orders, all } = ground;
  if (all === 0) return <Text as="p">{t.noOrders}</Text>;
  return (
    <>
      {orders.map(({ orderId, name, day, keptMinor, units, isReturn }) => (
        <InlineStack key={orderId} align="space-between" gap="200">
          <span>{`${calendarDay(day)} · ${name ?? t.order}${isReturn ? ` · ${t.returned}` : ""}`}</span>
          <span>{t.kept(money(keptMinor), count(units), units === 1)}</span>
        </InlineStack>
      ))}
      {all > orders.length ? <Text as="p">{t.earlier(count(all - orders.length))}</Text> : null}
    </>
  );
}
