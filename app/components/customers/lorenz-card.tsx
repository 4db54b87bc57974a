import { IndexTable, Text } from "@shopify/polaris";
import { useState } from "react";
import { LazyCurve } from "../charts/charts.ts";
import { Drawn } from "../charts/drawn.tsx";
import { insightTexts } from "../i18n/customers/insight-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { NumberCell } from "../number-cell.tsx";
import { ChartCard } from "./chart-card.tsx";
import { useShares } from "./use-shares.ts";

interface LorenzCardProps {
  /** Revenue of the least valuable 0, 10, … 100 % of customers. */
  readonly lorenz: readonly number[] | null;
  readonly top: number | null;
  readonly gini: number | null;
}

/** Who brings how much: one sentence, and the curve behind it. */
export function LorenzCard({ lorenz, top, gini }: LorenzCardProps) {
  const t = useTexts(insightTexts);
  const written = useShares();
  const [asTable, setAsTable] = useState(false);
  const points = lorenz ?? [];
  const share = (value: number) => written("share", value);
  const sentence = top === null ? t.lorenzNone : t.lorenz(share(top));
  const rows = points.map((revenue, tenth) => [tenth / 10, revenue]);
  return (
    <ChartCard
      title={t.lorenzTitle}
      file="top-customers.csv"
      rows={[[t.lorenzShare, t.lorenzRevenue], ...rows]}
      turn={{ label: asTable ? t.hideTable : t.showTable, onTurn: () => setAsTable(!asTable) }}
    >
      <Text as="p" variant="headingLg">
        {sentence}
      </Text>
      {lorenz === null ? null : asTable ? (
        <IndexTable
          selectable={false}
          itemCount={points.length}
          headings={[
            { title: t.lorenzShare, alignment: "end" },
            { title: t.lorenzRevenue, alignment: "end" },
          ]}
        >
          {points.map((revenue, tenth) => (
            <IndexTable.Row id={String(tenth)} key={tenth} position={tenth}>
              <NumberCell text={share(tenth / 10)} />
              <NumberCell text={share(revenue)} />
            </IndexTable.Row>
          ))}
        </IndexTable>
      ) : (
        <Drawn label={sentence}>
          <LazyCurve shares={points} figure={share} along={t.lorenzAxis} />
        </Drawn>
      )}
      {gini === null ? null : (
        <Text as="p" tone="subdued">
          {t.lorenzMeaning(written("number", gini))}
        </Text>
      )}
    </ChartCard>
  );
}
