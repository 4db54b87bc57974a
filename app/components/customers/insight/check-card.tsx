import { IndexTable, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { Legend } from "../../charts/legend.tsx";
import { LazyColumns } from "../../charts/charts.ts";
import { Drawn } from "../../charts/drawn.tsx";
import { useFormats } from "../../formats.tsx";
import { insightPastTexts } from "../../i18n/customers/insight-past-texts.ts";
import { insightTexts } from "../../i18n/customers/insight-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { NumberCell } from "../../number-cell.tsx";
import { ChartCard } from "../chart-card.tsx";

export interface ShownCheck {
  /** The last line has so many repeat purchases and more. */
  readonly mostX: number;
  readonly fittedOn: string;
  readonly until: string;
  readonly customers: number;
  readonly rows: readonly {
    /** How often they had come back. */
    readonly x: number;
    readonly customers: number;
    readonly expected: number;
    readonly actual: number;
  }[];
}

/** What the model would have said of the last quarter of a shop's days, beside what came. */
export function CheckCard({ check }: { readonly check: ShownCheck | null }) {
  const t = useTexts(insightPastTexts);
  const words = useTexts(insightTexts);
  const { count, calendarDay } = useFormats();
  const [asTable, setAsTable] = useState(false);
  if (check === null) {
    return (
      <ChartCard title={t.check} file="model-check.csv" rows={[]}>
        <Text as="p">{t.checkNone}</Text>
      </ChartCard>
    );
  }
  const rounded = (value: number) => count(Math.round(value));
  const sum = (of: (row: ShownCheck["rows"][number]) => number) =>
    check.rows.reduce((all, row) => all + of(row), 0);
  const total = t.checkTotal(rounded(sum((row) => row.expected)), count(sum((row) => row.actual)));
  const named = (x: number) => (x === check.mostX ? t.timesMore(count(x)) : count(x));
  return (
    <ChartCard
      title={t.check}
      file="model-check.csv"
      rows={[
        [t.times, t.customers, t.expected, t.actual],
        ...check.rows.map(({ x, customers, expected, actual }) => [x, customers, expected, actual]),
      ]}
      turn={{
        label: asTable ? words.hideTable : words.showTable,
        onTurn: () => {
          setAsTable(!asTable);
        },
      }}
    >
      <Text as="p" variant="headingLg">
        {total}
      </Text>
      <Text as="p" tone="subdued">
        {t.checkMeaning(count(check.customers), calendarDay(check.fittedOn), calendarDay(check.until))}
      </Text>
      {asTable ? (
        <IndexTable
          selectable={false}
          itemCount={check.rows.length}
          headings={[
            { title: t.times },
            { title: t.customers, alignment: "end" },
            { title: t.expected, alignment: "end" },
            { title: t.actual, alignment: "end" },
          ]}
        >
          {check.rows.map(({ x, customers, expected, actual }, index) => (
            <IndexTable.Row id={String(x)} key={x} position={index}>
              <IndexTable.Cell>{named(x)}</IndexTable.Cell>
              <NumberCell text={count(customers)} />
              <NumberCell text={rounded(expected)} />
              <NumberCell text={count(actual)} />
            </IndexTable.Row>
          ))}
        </IndexTable>
      ) : (
        <CheckChart {...{ check, named, rounded, total }} />
      )}
    </ChartCard>
  );
}

interface CheckChartProps {
  readonly check: ShownCheck;
  readonly named: (x: number) => string;
  readonly rounded: (value: number) => string;
  readonly total: string;
}

function CheckChart({ check, named, rounded, total }: CheckChartProps) {
  const t = useTexts(insightPastTexts);
  return (
    <>
      <Drawn label={total}>
        <LazyColumns
          figure={rounded}
          columns={check.rows.map(({ x, expected, actual }) => ({
            id: String(x),
            name: `${t.times}: ${named(x)}`,
            first: expected,
            second: actual,
            said: `${t.times}: ${named(x)}. ${t.expected} ${rounded(expected)}, ${t.actual} ${rounded(actual)}`,
          }))}
        />
      </Drawn>
      <InlineStack gap="400">
        <Legend className="regulars-chart__issued" text={t.expected} />
        <Legend className="regulars-chart__redeemed" text={t.actual} />
      </InlineStack>
    </>
  );
}
