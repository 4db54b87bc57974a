import type { SegmentLine } from "#app/queries/customers/admin-customers.ts";
import { BlockStack, Card, EmptyState, Page, Text } from "@shopify/polaris";
import { customerTexts } from "../i18n/customers/customer-texts.ts";
import { segmentTexts } from "../i18n/customers/segment-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { RfmGrid, type ShownCell } from "./rfm-grid.tsx";
import { SegmentsCard } from "./segments-card.tsx";

interface CustomersPageProps {
  readonly cells: readonly ShownCell[];
  readonly segments: readonly SegmentLine[];
}

/** Who the customers are: by recency and worth, and by segment. */
export function CustomersPage({ cells, segments }: CustomersPageProps) {
  const t = useTexts(customerTexts);
  const words = useTexts(segmentTexts);
  const isNobody = cells.length === 0 && segments.every(({ customers }) => customers === 0);
  return (
    <Page
      title={t.title}
      backAction={{ content: t.insight, url: "/app/insight" }}
      primaryAction={{ content: words.create, url: "/app/customers/segment" }}
      secondaryActions={[
        ...(isNobody ? [] : [{ content: t.everyone, url: "/app/customers/list" }]),
        { content: words.jsonTitle, url: "/app/customers/segments" },
      ]}
    >
      {isNobody ? (
        <Card>
          <EmptyState
            heading={t.emptyTitle}
            action={{ content: t.emptyAction, url: "/app/insight" }}
            image=""
          >
            <Text as="p">{t.emptyBody}</Text>
          </EmptyState>
        </Card>
      ) : (
        <BlockStack gap="400">
          <RfmGrid cells={cells} />
          <SegmentsCard segments={segments} />
        </BlockStack>
      )}
    </Page>
  );
}
