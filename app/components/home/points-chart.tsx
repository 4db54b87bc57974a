import type { DayPoints } from "#app/queries/home/admin-home.ts";
import { BlockStack, Button, Card, IndexTable, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { csvAddress } from "../csv.ts";
import { useFormats } from "../formats.tsx";
import { NumberCell } from "../number-cell.tsx";
import { homeTexts } from "../i18n/home-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { chartScale } from "./chart-scale.ts";

const HEIGHT = 120;
const DAY_WIDTH = 20;
const BAR_WIDTH = 7;

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
        {asTable ? null : <Span days={days} />}
        <InlineStack gap="400">
          <Legend className="regulars-chart__issued" text={t.issued} />
          <Legend className="regulars-chart__redeemed" text={t.redeemed} />
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

function Bars({ days, label }: { readonly days: readonly DayPoints[]; readonly label: string }) {
  const { count } = useFormats();
  const scale = chartScale(days.flatMap((day) => [day.issued, day.redeemed]));
  const y = (points: number) => ((scale.top - points) / (scale.top - scale.bottom)) * HEIGHT;
  const bar = (points: number) => ({ y: y(Math.max(points, 0)), height: Math.abs(y(points) - y(0)) });
  const width = days.length * DAY_WIDTH;
  return (
    <div className="regulars-chart">
      <div className="regulars-chart__axis" aria-hidden="true">
        {scale.ticks.map((tick) => (
          <span key={tick}>{count(tick)}</span>
        ))}
      </div>
      <svg
        viewBox={`0 0 ${String(width)} ${String(HEIGHT)}`}
        role="img"
        aria-label={label}
        preserveAspectRatio="none"
      >
        {scale.ticks.map((tick) => (
          <line
            key={tick}
            className={tick === 0 ? "regulars-chart__ground" : "regulars-chart__line"}
            x1="0"
            x2={width}
            y1={y(tick)}
            y2={y(tick)}
          />
        ))}
        {days.map(({ day, issued, redeemed }, index) => (
          <g key={day} transform={`translate(${String(index * DAY_WIDTH)} 0)`}>
            <rect className="regulars-chart__issued" x="2" width={BAR_WIDTH} {...bar(issued)} />
            <rect
              className="regulars-chart__redeemed"
              x={3 + BAR_WIDTH}
              width={BAR_WIDTH}
              {...bar(redeemed)}
            />
          </g>
        ))}
      </svg>
    </div>
  );
}

/** The first and the last day under the bars. */
function Span({ days }: { readonly days: readonly DayPoints[] }) {
  const { calendarDay } = useFormats();
  const ends = [days[0], days.at(-1)].filter((day) => day !== undefined);
  return (
    <InlineStack align="space-between">
      {ends.map(({ day }) => (
        <Text as="span" variant="bodySm" tone="subdued" key={day}>
          {calendarDay(day)}
        </Text>
      ))}
    </InlineStack>
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

function Legend({ className, text }: { readonly className: string; readonly text: string }) {
  return (
    <InlineStack gap="100" blockAlign="center">
      <svg width="10" height="10" aria-hidden="true">
        <rect className={className} width="10" height="10" />
      </svg>
      <Text as="span" variant="bodySm">
        {text}
      </Text>
    </InlineStack>
  );
}

function dayRow({ day, issued, redeemed }: DayPoints): readonly (string | number)[] {
  return [day, issued, redeemed];
}
