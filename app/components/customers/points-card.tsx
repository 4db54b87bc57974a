import { IndexTable, Text } from "@shopify/polaris";
import { useFormats } from "../formats.tsx";
import { insightTexts } from "../i18n/customers/insight-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { NumberCell } from "../number-cell.tsx";
import { WideTable } from "../wide-table.tsx";
import { ChartCard } from "./chart-card.tsx";
import { rewardShare, type ShownPoints, type ShownRewards } from "./figure-lines.ts";
import { useShares } from "./use-shares.ts";

interface PointsCardProps {
  readonly now: ShownPoints;
  readonly before: ShownPoints;
  readonly sinceLaunch: ShownPoints | null;
  readonly redemptionRate: number | null;
  readonly rewards: ShownRewards | null;
  readonly revenueMinor: number;
}

/** As they are added up: what was taken counts against. */
export const POINT_ROWS = [
  { name: "opening", sign: 1 },
  { name: "earned", sign: 1 },
  { name: "takenBack", sign: -1 },
  { name: "spent", sign: -1 },
  { name: "returned", sign: 1 },
  { name: "expired", sign: -1 },
  { name: "adjusted", sign: 1 },
  { name: "closing", sign: 1 },
] as const;

/** From the beginning of a time to its end: what became of points. */
export function PointsCard({ now, before, sinceLaunch, ...rest }: PointsCardProps) {
  const { redemptionRate, rewards } = rest;
  const t = useTexts(insightTexts);
  const { count, money } = useFormats();
  const written = useShares();
  const columns = [
    { title: t.now, points: now },
    { title: t.earlier, points: before },
    ...(sinceLaunch === null ? [] : [{ title: t.launch, points: sinceLaunch }]),
  ];
  const rows = POINT_ROWS.map((row) => [
    t.points[row.name],
    ...columns.map(({ points }) => pointsIn(points, row)),
  ]);
  const spent = written("share", redemptionRate);
  const share = written("share", rewardShare(rest));
  return (
    <ChartCard
      title={t.pointsTitle}
      file="points.csv"
      rows={[[t.figure, ...columns.map(({ title }) => title)], ...rows]}
    >
      <Text as="p" tone="subdued">
        {t.pointsMeaning} {spent === null ? "" : t.redemption(spent)}
      </Text>
      {rewards === null || share === null ? null : (
        <Text as="p">{t.rewards(money(rewards.costMinor), count(rewards.orders), share)}</Text>
      )}
      {rewards === null || rewards.unclearOrders === 0 ? null : (
        <Text as="p" tone="subdued">
          {t.rewardsUnclear(count(rewards.unclearOrders))}
        </Text>
      )}
      <WideTable>
        <IndexTable
          selectable={false}
          itemCount={POINT_ROWS.length}
          headings={[
            { title: t.pointsTitle },
            ...columns.map(({ title }) => ({ title, alignment: "end" as const })),
          ]}
        >
          {POINT_ROWS.map((row, index) => (
            <IndexTable.Row id={row.name} key={row.name} position={index}>
              <IndexTable.Cell>{t.points[row.name]}</IndexTable.Cell>
              {columns.map(({ title, points }) => (
                <NumberCell key={title} text={count(pointsIn(points, row)).replace("-", "−")} />
              ))}
            </IndexTable.Row>
          ))}
        </IndexTable>
      </WideTable>
    </ChartCard>
  );
}

/** Nothing is taken away as "0", never as "−0". */
export function pointsIn(points: ShownPoints, { name, sign }: (typeof POINT_ROWS)[number]): number {
  return points[name] * sign + 0;
}
