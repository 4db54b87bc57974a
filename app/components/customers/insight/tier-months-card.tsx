import { IndexTable, Text } from "@shopify/polaris";
import type { Text as InLanguages } from "#app/domain/program/texts/text.ts";
import { useFormats } from "../../formats.tsx";
import { insightPastTexts } from "../../i18n/customers/insight-past-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { NumberCell } from "../../number-cell.tsx";
import { WideTable } from "../../wide-table.tsx";
import { ChartCard } from "../chart-card.tsx";
import { useMonths } from "../report/use-months.ts";

export interface ShownTierMonth {
  /** "2026-01" */
  readonly month: string;
  /** By the level's id; "" = without one. */
  readonly members: Readonly<Record<string, number>>;
}

export interface ShownLevel {
  readonly id: string;
  readonly name: InLanguages;
}

interface TierMonthsProps {
  readonly months: readonly ShownTierMonth[];
  /** Lowest first. */
  readonly levels: readonly ShownLevel[];
}

/** How many members held which level when a month ended. */
export function TierMonthsCard({ months, levels }: TierMonthsProps) {
  const t = useTexts(insightPastTexts);
  const { count } = useFormats();
  const called = useMonths();
  const columns = useTierColumns(months, levels);
  return (
    <ChartCard
      title={t.tiers}
      file="tiers.csv"
      rows={[
        [t.tierMonth, ...columns.map(({ title }) => title)],
        ...months.map((one) => [one.month, ...columns.map(({ of }) => of(one))]),
      ]}
    >
      <Text as="p" tone="subdued">
        {t.tiersMeaning}
      </Text>
      <WideTable>
        <IndexTable
          selectable={false}
          itemCount={months.length}
          headings={[
            { title: t.tierMonth },
            ...columns.map(({ id, title }) => ({ id, title, alignment: "end" as const })),
          ]}
        >
          {months.map((one, index) => (
            <IndexTable.Row id={one.month} key={one.month} position={index}>
              <IndexTable.Cell>{called(one.month)}</IndexTable.Cell>
              {columns.map(({ id, of }) => (
                <NumberCell key={id} text={count(of(one))} />
              ))}
            </IndexTable.Row>
          ))}
        </IndexTable>
      </WideTable>
    </ChartCard>
  );
}

/** A level that the program has no more is counted among those without one. */
export function useTierColumns(months: readonly ShownTierMonth[], levels: readonly ShownLevel[]) {
  const t = useTexts(insightPastTexts);
  const { text } = useFormats();
  const known = levels.map(({ id, name }) => ({
    id,
    title: text(name),
    of: ({ members }: ShownTierMonth) => {
      const held = members[id];
      // Nobody at a level is no line.
      return held === undefined ? 0 : held;
    },
  }));
  const without = ({ members }: ShownTierMonth) =>
    Object.entries(members).reduce(
      (sum, [id, count]) => (levels.some((level) => level.id === id) ? sum : sum + count),
      0,
    );
  return months.some((month) => without(month) > 0)
    ? [...known, { id: "none", title: t.noTier, of: without }]
    : known;
}
