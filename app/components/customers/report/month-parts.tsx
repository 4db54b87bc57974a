import { Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import type { MonthReport } from "#app/queries/customers/month-report.ts";
import { useFormats } from "../../formats.tsx";
import { insightTexts } from "../../i18n/customers/insight-texts.ts";
import { reportTexts } from "../../i18n/customers/report-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { figureLines } from "../figure-lines.ts";
import { useTierColumns, type ShownLevel } from "../insight/tier-months-card.tsx";
import { POINT_ROWS, pointsIn } from "../points-card.tsx";
import { useShares } from "../use-shares.ts";
import { ReportTable } from "./report-table.tsx";
import { useMonths } from "./use-months.ts";
import { useSentences } from "./use-sentences.ts";

export interface Named {
  readonly id: string;
  readonly name: string;
}

type Answered = Extract<MonthReport["chosen"], { readonly kind: "answered" }>;

interface MonthPartsProps {
  readonly report: MonthReport;
  readonly chosen: Answered;
  readonly levels: readonly ShownLevel[];
  readonly rewards: readonly Named[];
  readonly challenges: readonly Named[];
}

/** Sentences first, then the figures that stand behind them. */
export function MonthParts({ report, chosen, levels, rewards, challenges }: MonthPartsProps) {
  const t = useTexts(reportTexts);
  const called = useMonths();
  const monthBefore = called(report.monthBefore);
  const first = report.cohorts.find(({ month }) => month === report.month);
  const sentences = useSentences({
    ...chosen,
    monthBefore,
    newcomers: first === undefined ? null : first.customers,
  });
  const columns = [called(report.month), monthBefore] as const;
  return (
    <>
      <Part title={t.happened}>
        {sentences.map((sentence) => (
          <Text as="p" key={sentence}>
            {sentence}
          </Text>
        ))}
      </Part>
      <FiguresPart chosen={chosen} columns={columns} />
      <TopPart chosen={chosen} monthBefore={monthBefore} />
      <CohortsPart cohorts={report.cohorts} />
      <TiersPart tiers={report.tiers} levels={levels} columns={columns} />
      <PointsPart chosen={chosen} columns={columns} />
      <LiabilityPart chosen={chosen} />
      <UsesPart {...{ report, rewards, challenges }} />
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="regulars-report__part">
      <Text as="h2" variant="headingMd">
        {title}
      </Text>
      {children}
    </section>
  );
}

type Columns = readonly [string, string];

function FiguresPart({ chosen, columns }: { readonly chosen: Answered; readonly columns: Columns }) {
  const t = useTexts(reportTexts);
  const words = useTexts(insightTexts);
  const written = useShares();
  return (
    <Part title={t.figures}>
      <ReportTable
        title={t.figures}
        figures={2}
        headings={[t.figure, ...columns, t.means]}
        rows={figureLines.map(({ name, kind, of }) => [
          words.names[name],
          written(kind, of(chosen.window)) ?? words.unknown,
          written(kind, of(chosen.before)) ?? words.unknown,
          words.meanings[name],
        ])}
      />
    </Part>
  );
}

function TopPart({ chosen, monthBefore }: { readonly chosen: Answered; readonly monthBefore: string }) {
  const t = useTexts(reportTexts);
  const written = useShares();
  const [now, before] = [chosen.window.topDecileShare, chosen.before.topDecileShare];
  return (
    <Part title={t.top}>
      <Text as="p">
        {now === null ? t.topNone : t.topSays(written("share", now))}{" "}
        {before === null ? null : t.topBefore(written("share", before), monthBefore)}
      </Text>
    </Part>
  );
}

function CohortsPart({ cohorts }: Pick<MonthReport, "cohorts">) {
  const t = useTexts(reportTexts);
  const { count } = useFormats();
  const written = useShares();
  const called = useMonths();
  if (cohorts.length === 0) return null;
  return (
    <Part title={t.cohorts}>
      <Text as="p">{t.cohortsSay}</Text>
      <ReportTable
        title={t.cohorts}
        figures={2}
        headings={[t.cohortMonth, t.cohortCustomers, t.cohortBuying]}
        rows={cohorts.map(({ month, customers, buyingNow }) => [
          called(month),
          count(customers),
          buyingNow === null
            ? count(customers)
            : `${count(buyingNow)} (${written("share", buyingNow / customers)})`,
        ])}
      />
    </Part>
  );
}

interface TiersPartProps extends Pick<MonthReport, "tiers"> {
  readonly levels: readonly ShownLevel[];
  readonly columns: Columns;
}

function TiersPart({ tiers, levels, columns }: TiersPartProps) {
  const t = useTexts(reportTexts);
  const words = useTexts(insightTexts);
  const { count } = useFormats();
  const now = tiers === null ? [] : [{ month: "now", members: tiers.now }];
  const shown = useTierColumns(now, levels);
  if (tiers === null) return null;
  const { before } = tiers;
  return (
    <Part title={t.tiers}>
      <ReportTable
        title={t.tiers}
        figures={2}
        headings={[t.tier, ...columns]}
        rows={shown.map(({ title, of }) => [
          title,
          count(of({ month: "now", members: tiers.now })),
          before === null ? words.unknown : count(of({ month: "before", members: before })),
        ])}
      />
    </Part>
  );
}

function PointsPart({ chosen, columns }: { readonly chosen: Answered; readonly columns: Columns }) {
  const t = useTexts(reportTexts);
  const words = useTexts(insightTexts);
  const { count } = useFormats();
  const [now, before] = [chosen.window.points, chosen.before.points];
  if (now === null || before === null) return null;
  return (
    <Part title={words.pointsTitle}>
      <ReportTable
        title={t.pointsName}
        figures={2}
        headings={[t.pointsName, ...columns]}
        rows={POINT_ROWS.map((row) => [
          words.points[row.name],
          count(pointsIn(now, row)).replace("-", "−"),
          count(pointsIn(before, row)).replace("-", "−"),
        ])}
      />
    </Part>
  );
}

function LiabilityPart({ chosen: { liability } }: { readonly chosen: Answered }) {
  const t = useTexts(reportTexts);
  const words = useTexts(insightTexts);
  const { money } = useFormats();
  return (
    <Part title={t.liability}>
      {liability === null ? (
        <Text as="p">{t.liabilityNone}</Text>
      ) : (
        <ReportTable
          title={t.liability}
          figures={1}
          headings={[t.figure, words.points.closing, t.means]}
          rows={[
            [t.deferred, money(liability.deferredMinor - liability.releasedMinor), words.deferredMeaning],
            [t.cost, money(liability.costMinor), words.costMeaning],
          ]}
        />
      )}
    </Part>
  );
}

function UsesPart({
  report,
  rewards,
  challenges,
}: Pick<MonthPartsProps, "report" | "rewards" | "challenges">) {
  const t = useTexts(reportTexts);
  const { count } = useFormats();
  const called = (named: readonly Named[], id: string) => named.find((one) => one.id === id)?.name ?? id;
  const rows = [
    ...report.rewards.map(({ rewardId, claimed, given }) => [
      called(rewards, rewardId),
      count(claimed),
      count(given),
    ]),
    ...report.challenges.map(({ challengeId, members }) => [
      t.challenge(called(challenges, challengeId)),
      count(0),
      count(members),
    ]),
  ];
  return (
    <Part title={t.rewards}>
      {rows.length === 0 ? (
        <Text as="p">{t.rewardsNone}</Text>
      ) : (
        <ReportTable title={t.rewards} figures={2} headings={[t.reward, t.claimed, t.given]} rows={rows} />
      )}
    </Part>
  );
}
