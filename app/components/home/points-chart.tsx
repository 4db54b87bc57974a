import type { DayPoints } from "#app/queries/home/home-figures.ts";
import { BlockStack, Button, Card, IndexTable, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { LazyColumns } from "../charts/charts.ts";
import { Drawn } from "../charts/drawn.tsx";
import { Legend } from "../charts/legend.tsx";
import { csvAddress } from "../csv.ts";
import { useFormats } from "../formats.tsx";
import { NumberCell } from "../number-cell.tsx";
import { homeTexts } from "../i18n/home-texts.ts";
import { useTexts } from "../i18n/language.tsx";

/** Two bars a day, with the same figures as a table and as a file. */
export function PointsChart({ days }: { readonly days: readonly DayPoints[] }) {
  const t = useTexts(homeTexts);
  const { points } = useFormats();
  const [asTable, setAsTable] = useState(false);
  const issued = days.reduce((sum, day) => sum + day.issued, 0);
  const redeemed = days.reduce((sum, day) => sum + day.redeemed, 0);
  const summary = t.chartSummary(days.length, points(issued), points(redeemed));
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {t.chart}
          </Text>
          <InlineStack gap="200">
            <Button variant="plain" onClick={() => setAsTable(!asTable)}>
              {asTable ? t.hideTable : t.showTable}
            </Button>
            <Button
              variant="plain"
              url={csvAddress([[t.day, t.issued, t.redeemed], ...days.map(dayRow)])}
              download="points.csv"
            >
              {t.download}
            </Button>
          </InlineStack>
        </InlineStack>
        <Text as="p" tone="subdued">
          {summary}
        </Text>
        {asTable ? <DayTable days={days} /> : <Bars days={days} label={summary} />}
        <InlineStack gap="400">
          <Legend className="regulars-chart__issued" text={t.issued} />
          <Legend className="regulars-chart__redeemed" text={t.redeemed} />
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

function Bars({ days, label }: { readonly days: readonly DayPoints[]; readonly label: string }) {
  const t = useTexts(homeTexts);
  const { count, calendarDay } = useFormats();
  return (
    <Drawn label={label}>
      <LazyColumns
        figure={(value) => count(value).replace("-", "−")}
        columns={days.map(({ day, issued, redeemed }) => ({
          id: day,
          name: calendarDay(day),
          first: issued,
          second: redeemed,
          said: `${calendarDay(day)}: ${t.issued} ${count(issued)}, ${t.redeemed} ${count(redeemed)}`,
        }))}
      />
    </Drawn>
  );
}

function DayTable({ days }: { readonly days: readonly DayPoints[] }) {
  const t = useTexts(homeTexts);
  const { count, calendarDay } = useFormats();
  return (
    <IndexTable
      selectable={false}
      itemCount={days.length}
      headings={[
        { title: t.day },
        { title: t.issued, alignment: "end" },
        { title: t.redeemed, alignment: "end" },
      ]}
    >
      {[...days].reverse().map(({ day, issued, redeemed }, index) => (
        <IndexTable.Row id={day} key={day} position={index}>
          <IndexTable.Cell>{calendarDay(day)}</IndexTable.Cell>
          <NumberCell text={count(issued)} />
          <NumberCell text={count(redeemed)} />
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}

function dayRow({ day, issued, redeemed }: DayPoints): readonly (string | number)[] {
  return [day, issued, redeemed];
}
