import type { SegmentLine } from "#app/queries/customers/admin-customers.ts";
import { BlockStack, Button, IndexTable, InlineStack, Link, Text } from "@shopify/polaris";
import { useFormats } from "../formats.tsx";
import { customerTexts } from "../i18n/customers/customer-texts.ts";
import { segmentTexts } from "../i18n/customers/segment-texts.ts";
import { useLanguage, useTexts } from "../i18n/language.tsx";
import { NumberCell } from "../number-cell.tsx";
import { QuietBadge } from "../quiet-badge.tsx";
import { WideTable } from "../wide-table.tsx";
import { ChartCard } from "./chart-card.tsx";
import { useFileNumbers } from "./use-shares.ts";

/** Every segment with what it means, and what those in it bring. */
export function SegmentsCard({ segments }: { readonly segments: readonly SegmentLine[] }) {
  const t = useTexts(customerTexts);
  const words = useTexts(segmentTexts);
  const language = useLanguage();
  const { count, money } = useFormats();
  const plain = useFileNumbers();
  const worded = (minor: number | null) => (minor === null ? t.unknown : money(minor));
  const isPredicted = segments.some(({ predictedMinor }) => predictedMinor !== null);
  const columns = [t.customers, t.change, t.spent, t.average, ...(isPredicted ? [t.predicted] : [])];
  const rows = segments.map((segment) => [
    segment.name[language],
    segment.customers,
    `+${String(segment.entered)} / −${String(segment.left)}`,
    plain("money", segment.spentMinor),
    plain("money", segment.averageMinor),
    ...(isPredicted ? [plain("money", segment.predictedMinor)] : []),
  ]);
  return (
    <ChartCard title={t.segmentsTitle} file="segments.csv" rows={[[t.segment, ...columns], ...rows]}>
      <Text as="p" tone="subdued">
        {t.segmentsBody} {isPredicted ? null : t.noPredictions}
      </Text>
      <WideTable>
        <IndexTable
          selectable={false}
          itemCount={segments.length}
          headings={[
            { title: t.segment },
            ...columns.map((title) => ({ title, alignment: "end" as const })),
            { title: words.edit, hidden: true },
          ]}
        >
          {segments.map((segment, index) => (
            <IndexTable.Row id={segment.id} key={segment.id} position={index}>
              <IndexTable.Cell>
                <BlockStack>
                  <InlineStack gap="200" blockAlign="center">
                    <Link url={`/app/customers/list?segment=${segment.id}`}>{segment.name[language]}</Link>
                    {segment.isOwn ? <QuietBadge tone="info">{words.own}</QuietBadge> : null}
                    {segment.isAdjusted ? <QuietBadge tone="info">{words.adjusted}</QuietBadge> : null}
                  </InlineStack>
                  <span className="regulars-means">
                    <Text as="span" variant="bodySm" tone="subdued">
                      {segment.means[language]}
                    </Text>
                  </span>
                </BlockStack>
              </IndexTable.Cell>
              <NumberCell text={count(segment.customers)} />
              <NumberCell text={`+${count(segment.entered)} / −${count(segment.left)}`} />
              <NumberCell text={money(segment.spentMinor)} />
              <NumberCell text={worded(segment.averageMinor)} />
              {isPredicted ? <NumberCell text={worded(segment.predictedMinor)} /> : null}
              <IndexTable.Cell>
                <Button
                  variant="plain"
                  url={`/app/customers/segment?id=${segment.id}`}
                  accessibilityLabel={words.editNamed(segment.name[language])}
                >
                  {words.edit}
                </Button>
              </IndexTable.Cell>
            </IndexTable.Row>
          ))}
        </IndexTable>
      </WideTable>
    </ChartCard>
  );
}
