import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import type { Instant } from "#app/domain/calendar.ts";
import type { MemberFigures } from "#app/queries/customers/member-figures.ts";
import { asCustomerTexts } from "../../i18n/members/as-customer-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { FigureSentences } from "./figure-sentences.tsx";
import { ObjectionButton } from "./objection-button.tsx";

interface AsCustomerProps {
  readonly memberId: string;
  /** Null before they were scored. */
  readonly figures: MemberFigures | null;
  /** To profiling; null: they do not. */
  readonly objectsSince: Instant | null;
  /** Nobody speaks for somebody who is erased or part of another. */
  readonly isSomebody: boolean;
}

/** Who they are as a customer; of whoever objects to that, only since when. */
export function AsCustomerCard({ memberId, figures, objectsSince, isSomebody }: AsCustomerProps) {
  const t = useTexts(asCustomerTexts);
  if (!isSomebody && figures === null) return null;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {t.title}
        </Text>
        {objectsSince === null && figures !== null ? (
          <>
            <FigureSentences figures={figures} />
            <Link url={`/app/members/${memberId}/customer`}>{t.open}</Link>
          </>
        ) : null}
        {objectsSince === null && figures === null ? (
          <Text as="p" tone="subdued">
            {t.notScored}
          </Text>
        ) : null}
        {isSomebody ? <ObjectionButton objectsSince={objectsSince} /> : null}
      </BlockStack>
    </Card>
  );
}
