import { BlockStack, Card, Page, Text } from "@shopify/polaris";
import type { AsCustomer } from "#app/queries/customers/as-customer.ts";
import { useFormats } from "../../formats.tsx";
import { useTexts } from "../../i18n/language.tsx";
import { memberTexts } from "../../i18n/member-texts.ts";
import { asCustomerTexts } from "../../i18n/members/as-customer-texts.ts";
import { memberName, type NamedMember } from "../member-name.ts";
import { FactsCard } from "./facts-card.tsx";
import { FigureSentences } from "./figure-sentences.tsx";
import { RecommendationsCard } from "./recommendations-card.tsx";
import { RhythmCard } from "./rhythm-card.tsx";

interface CustomerPageProps {
  readonly member: NamedMember & { readonly memberId: string };
  readonly customer: AsCustomer;
}

/** Somebody as a customer, a guest too: what they are worth, when they buy, what to offer, and how all of it came about. */
export function CustomerPage({ member, customer }: CustomerPageProps) {
  const t = useTexts(asCustomerTexts);
  const { day } = useFormats();
  const name = memberName(member, useTexts(memberTexts));
  const { figures, facts, rhythm, recommendations, objectsSince } = customer;
  const why = objectsSince === null ? t.notScored : `${t.objectsSince(day(objectsSince))} ${t.endHelp}`;
  return (
    <Page
      title={t.title}
      subtitle={name}
      backAction={{ content: name, url: `/app/members/${member.memberId}` }}
    >
      <BlockStack gap="400">
        <Card>{figures === null ? <Text as="p">{why}</Text> : <FigureSentences figures={figures} />}</Card>
        {rhythm.days.length === 0 ? null : <RhythmCard rhythm={rhythm} />}
        {figures === null ? null : <RecommendationsCard recommendations={recommendations} />}
        {facts.length === 0 ? null : <FactsCard facts={facts} memberId={member.memberId} />}
      </BlockStack>
    </Page>
  );
}
