import { IndexTable, Text } from "@shopify/polaris";
import { useState } from "react";
import type { AsCustomer } from "#app/queries/customers/as-customer.ts";
import { LazyDays } from "../../charts/charts.ts";
import { Drawn } from "../../charts/drawn.tsx";
import { ChartCard } from "../../customers/chart-card.tsx";
import { useFileNumbers } from "../../customers/use-shares.ts";
import { useFormats } from "../../formats.tsx";
import { useTexts } from "../../i18n/language.tsx";
import { asCustomerTexts } from "../../i18n/members/as-customer-texts.ts";
import { NumberCell } from "../../number-cell.tsx";

/** When they bought, and when they are expected next. */
export function RhythmCard({ rhythm }: { readonly rhythm: AsCustomer["rhythm"] }) {
  const t = useTexts(asCustomerTexts);
  const { calendarDay, count, money } = useFormats();
  const inFile = useFileNumbers();
  const [asTable, setAsTable] = useState(false);
  const { days, medianDays, nextOn, isOverdue } = rhythm;
  const place = (day: string) => Date.parse(day);
  const sentence =
    medianDays === null || nextOn === null
      ? t.noRhythm
      : t.rhythm(count(medianDays), calendarDay(nextOn), isOverdue);
  return (
    <ChartCard
      title={t.rhythmTitle}
      file="purchase-days.csv"
      rows={[[t.day, t.spent], ...days.map(({ day, valueMinor }) => [day, inFile("money", valueMinor)])]}
      turn={{ label: asTable ? t.hideTable : t.showTable, onTurn: () => setAsTable(!asTable) }}
    >
      <Text as="p">{sentence}</Text>
      {asTable ? (
        <IndexTable
          selectable={false}
          itemCount={days.length}
          headings={[{ title: t.day }, { title: t.spent, alignment: "end" }]}
        >
          {days.map(({ day, valueMinor }, index) => (
            <IndexTable.Row id={day} key={day} position={index}>
              <IndexTable.Cell>{calendarDay(day)}</IndexTable.Cell>
              <NumberCell text={money(valueMinor)} />
            </IndexTable.Row>
          ))}
        </IndexTable>
      ) : (
        <Drawn label={sentence}>
          <LazyDays
            days={days.map(({ day, valueMinor }) => ({
              at: place(day),
              name: calendarDay(day),
              value: valueMinor,
              said: `${calendarDay(day)}: ${money(valueMinor)}`,
            }))}
            next={nextOn === null ? null : { at: place(nextOn), name: t.expected(calendarDay(nextOn)) }}
            figure={money}
          />
        </Drawn>
      )}
    </ChartCard>
  );
}
