import { Text } from "@shopify/polaris";
import { useState } from "react";
import { useFormats } from "../../formats.tsx";
import { insightPastTexts } from "../../i18n/customers/insight-past-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { WideTable } from "../../wide-table.tsx";
import { ChartCard } from "../chart-card.tsx";
import { useMonths } from "../report/use-months.ts";
import { useFileNumbers, useShares } from "../use-shares.ts";

export interface ShownCohort {
  /** "2026-01" */
  readonly month: string;
  readonly customers: number;
  readonly repeating: number;
  readonly buyingAgain: readonly number[];
  readonly revenueMinor: readonly number[];
}

interface View {
  readonly file: string;
  readonly meaning: string;
  readonly kind: "share" | "money";
  readonly columns: readonly string[];
  readonly of: (cohort: ShownCohort) => readonly number[];
}

/** Dark words stay readable on the darkest field. */
const DARKEST = 0.35;

/** Who came back, and what they brought: a line for each month of first purchases, shaded by its figures. */
export function CohortsCard({ cohorts }: { readonly cohorts: readonly ShownCohort[] }) {
  const t = useTexts(insightPastTexts);
  const plain = useFileNumbers();
  const [byRevenue, setByRevenue] = useState(false);
  const { kind, columns, of, ...view } = useView(cohorts, byRevenue);
  const rows = cohorts.map((cohort) => [
    cohort.month,
    cohort.customers,
    ...columns.map((_, index) => plain(kind, of(cohort)[index] ?? null)),
  ]);
  return (
    <ChartCard
      title={t.cohorts}
      file={view.file}
      rows={[[t.month, t.customers, ...columns], ...rows]}
      turn={{
        label: byRevenue ? t.showBuying : t.showRevenue,
        onTurn: () => {
          setByRevenue(!byRevenue);
        },
      }}
    >
      <Text as="p" tone="subdued">
        {cohorts.length === 0 ? t.cohortsNone : view.meaning}
      </Text>
      {cohorts.length === 0 ? null : <HeatTable {...{ cohorts, kind, columns, of }} />}
    </ChartCard>
  );
}

function useView(cohorts: readonly ShownCohort[], byRevenue: boolean): View {
  const t = useTexts(insightPastTexts);
  const months = Math.max(0, ...cohorts.map(({ buyingAgain }) => buyingAgain.length));
  const later = Array.from({ length: months }, (_, index) => t.later(index + 1));
  return byRevenue
    ? {
        file: "cohorts-revenue.csv",
        meaning: t.revenueMeaning,
        kind: "money",
        columns: [t.later(0), ...later],
        of: ({ customers, revenueMinor }) => revenueMinor.map((minor) => minor / customers),
      }
    : {
        file: "cohorts.csv",
        meaning: t.cohortsMeaning,
        kind: "share",
        columns: [t.repeating, ...later],
        of: ({ customers, repeating, buyingAgain }) =>
          [repeating, ...buyingAgain].map((buying) => buying / customers),
      };
}

interface HeatTableProps extends Pick<View, "kind" | "columns" | "of"> {
  readonly cohorts: readonly ShownCohort[];
}

function HeatTable({ cohorts, kind, columns, of }: HeatTableProps) {
  const t = useTexts(insightPastTexts);
  const { count } = useFormats();
  const called = useMonths();
  const written = useShares();
  const most = Math.max(...cohorts.flatMap(of));
  return (
    <WideTable>
      <div className="regulars-heat">
        <table>
          <caption>{t.cohorts}</caption>
          <thead>
            <tr>
              {[t.month, t.customers, ...columns].map((title) => (
                <th scope="col" key={title}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cohorts.map((cohort) => (
              <tr key={cohort.month}>
                <th scope="row">{called(cohort.month)}</th>
                <td>{count(cohort.customers)}</td>
                {of(cohort).map((value, index) => (
                  <td
                    key={columns[index]}
                    style={{
                      backgroundColor: `rgba(0, 91, 211, ${String(most === 0 ? 0 : (value / most) * DARKEST)})`,
                    }}
                  >
                    {written(kind, value)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </WideTable>
  );
}
