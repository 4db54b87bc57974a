import { IndexTable, Text, Tooltip } from "@shopify/polaris";
import { insightTexts } from "../i18n/customers/insight-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { NumberCell } from "../number-cell.tsx";
import { WideTable } from "../wide-table.tsx";
import { ChartCard } from "./chart-card.tsx";
import { figureLines, type ShownWindow } from "./figure-lines.ts";
import { useFileNumbers, useShares } from "./use-shares.ts";

interface FiguresTableProps {
  readonly window: ShownWindow;
  readonly before: ShownWindow;
  readonly sinceLaunch: ShownWindow | null;
}

/** Every figure by time, and as a file. */
export function FiguresTable({ window, before, sinceLaunch }: FiguresTableProps) {
  const t = useTexts(insightTexts);
  const written = useShares();
  const plain = useFileNumbers();
  const columns = [
    { title: t.now, window },
    { title: t.earlier, window: before },
    ...(sinceLaunch === null ? [] : [{ title: t.launch, window: sinceLaunch }]),
  ];
  const rows = figureLines.map(({ name, kind, of }) => [
    t.names[name],
    ...columns.map((column) => plain(kind, of(column.window))),
  ]);
  return (
    <ChartCard
      title={t.allFigures}
      file="insight.csv"
      rows={[[t.figure, ...columns.map(({ title }) => title)], ...rows]}
    >
      <WideTable>
        <IndexTable
          selectable={false}
          itemCount={figureLines.length}
          headings={[
            { title: t.figure },
            ...columns.map(({ title }) => ({ title, alignment: "end" as const })),
          ]}
        >
          {figureLines.map(({ name, kind, of }, index) => (
            <IndexTable.Row id={name} key={name} position={index}>
              <IndexTable.Cell>
                <Tooltip content={t.meanings[name]} hasUnderline>
                  <Text as="span">{t.names[name]}</Text>
                </Tooltip>
              </IndexTable.Cell>
              {columns.map((column) => (
                <NumberCell key={column.title} text={written(kind, of(column.window)) ?? t.unknown} />
              ))}
            </IndexTable.Row>
          ))}
        </IndexTable>
      </WideTable>
    </ChartCard>
  );
}
