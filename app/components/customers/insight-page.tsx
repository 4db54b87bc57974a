import { BlockStack, Card, EmptyState, InlineGrid, InlineStack, Page, Text } from "@shopify/polaris";
import { BesideCards } from "../layout/beside-cards.tsx";
import { useCallback } from "react";
import type { Instant } from "#app/domain/calendar.ts";
import { useFormats } from "../formats.tsx";
import { useRefresh } from "../history/use-refresh.ts";
import { Figure } from "../home/figure.tsx";
import { insightTexts } from "../i18n/customers/insight-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { useDeed } from "../use-deed.ts";
import { figureLines, type ShownWindow } from "./figure-lines.ts";
import { FiguresTable } from "./figures-table.tsx";
import { ChoiceCard, type ChosenSegment, type ShownChoice } from "./insight/choice-card.tsx";
import { CheckCard, type ShownCheck } from "./insight/check-card.tsx";
import { ChosenWords } from "./insight/chosen-words.tsx";
import { CohortsCard, type ShownCohort } from "./insight/cohorts-card.tsx";
import { TierMonthsCard, type ShownLevel, type ShownTierMonth } from "./insight/tier-months-card.tsx";
import { useAsk } from "./insight/use-ask.ts";
import { LiabilityCard, type ShownLiability } from "./liability-card.tsx";
import { LorenzCard } from "./lorenz-card.tsx";
import { ModelCard, type ShownModels } from "./model-card.tsx";
import { PointsCard } from "./points-card.tsx";
import { useShares } from "./use-shares.ts";

interface InsightPageProps {
  readonly scoring: {
    readonly running: boolean;
    readonly position: number;
    readonly total: number;
    readonly scoredAt: Instant | null;
  };
  readonly choice: ShownChoice;
  readonly segments: readonly ChosenSegment[];
  readonly chosen:
    | { readonly kind: "nightly" }
    | { readonly kind: "unasked" }
    | { readonly kind: "working"; readonly position: number; readonly total: number }
    | ({ readonly kind: "answered"; readonly at: Instant; readonly among: number | null } & ShownWindows);
  readonly figures: (ShownModels & ShownWindows & ShownPast) | null;
  /** Of the program, lowest first. */
  readonly levels: readonly ShownLevel[];
}

interface ShownPast {
  readonly liability: ShownLiability | null;
  readonly cohorts: readonly ShownCohort[];
  readonly tiers: readonly ShownTierMonth[] | null;
  readonly check: ShownCheck | null;
}

interface ShownWindows {
  readonly window: ShownWindow;
  readonly before: ShownWindow;
  readonly sinceLaunch: ShownWindow | null;
}

/** What the shop did, and what the program did in it; every figure with its definition. */
export function InsightPage({ scoring, figures, choice, segments, chosen, levels }: InsightPageProps) {
  const t = useTexts(insightTexts);
  const { count, moment } = useFormats();
  const deed = useDeed(
    t.started,
    useCallback(() => undefined, []),
  );
  useRefresh(scoring.running);
  useAsk("/app/insight", chosen.kind);
  const calculate = {
    content: t.calculate,
    loading: deed.busy || scoring.running,
    onAction: () => deed.send({ intent: "score" }),
  };
  const progress =
    scoring.total === 0 ? t.calculatingSoon : t.calculating(count(scoring.position), count(scoring.total));
  if (figures === null) {
    return (
      <Page title={t.title}>
        <Card>
          <EmptyState heading={t.emptyTitle} action={calculate} image="">
            <BlockStack gap="200">
              <Text as="p">{t.emptyBody}</Text>
              {scoring.running ? <Text as="p">{progress}</Text> : null}
            </BlockStack>
          </EmptyState>
        </Card>
      </Page>
    );
  }
  const { window, before, sinceLaunch } = chosen.kind === "answered" ? chosen : figures;
  return (
    <Page
      title={t.title}
      primaryAction={calculate}
      secondaryActions={[
        { content: t.report, url: "/app/insight/report" },
        { content: t.customers, url: "/app/customers" },
      ]}
    >
      <BlockStack gap="400">
        <ChoiceCard choice={choice} segments={segments} />
        <BesideCards>
          <BlockStack gap="100">
            {scoring.running || (chosen.kind !== "answered" && scoring.scoredAt !== null) ? (
              <Text as="p" tone="subdued">
                {scoring.running || scoring.scoredAt === null ? progress : t.asOf(moment(scoring.scoredAt))}
              </Text>
            ) : null}
            <ChosenWords choice={choice} segments={segments} chosen={chosen} />
          </BlockStack>
        </BesideCards>
        <Figures window={window} before={before} />
        <LorenzCard lorenz={window.lorenz} top={window.topDecileShare} gini={window.gini} />
        <FiguresTable window={window} before={before} sinceLaunch={sinceLaunch} />
        {window.points === null || before.points === null ? null : (
          <PointsCard
            now={window.points}
            before={before.points}
            sinceLaunch={sinceLaunch === null ? null : sinceLaunch.points}
            redemptionRate={window.redemptionRate}
            rewards={window.rewards}
            revenueMinor={window.revenueMinor}
          />
        )}
        <Past figures={figures} levels={levels} />
      </BlockStack>
    </Page>
  );
}

interface PastProps {
  readonly figures: ShownModels & ShownPast;
  readonly levels: readonly ShownLevel[];
}

/** What does not hang on the days that are chosen. */
function Past({ figures, levels }: PastProps) {
  return (
    <>
      <CohortsCard cohorts={figures.cohorts} />
      {figures.tiers === null ? null : <TierMonthsCard months={figures.tiers} levels={levels} />}
      <CheckCard check={figures.check} />
      <InlineGrid columns={{ xs: 1, md: 2 }} gap="400">
        <LiabilityCard liability={figures.liability} />
        <ModelCard {...figures} />
      </InlineGrid>
    </>
  );
}

/** The main ones, beside what they were before. */
function Figures({ window, before }: { readonly window: ShownWindow; readonly before: ShownWindow }) {
  const t = useTexts(insightTexts);
  const { calendarDay } = useFormats();
  const written = useShares();
  const beforeOf = (value: string | null) => (value === null ? t.unknownBefore : t.before(value));
  const spanOf = ({ from, until }: ShownWindow) => t.span(calendarDay(from), calendarDay(until));
  return (
    <BlockStack gap="200">
      <BesideCards>
        <InlineStack gap="200" blockAlign="baseline">
          <Text as="h2" variant="headingMd">
            {spanOf(window)}
          </Text>
          <Text as="span" variant="bodySm" tone="subdued">
            {t.compared(spanOf(before))}
          </Text>
        </InlineStack>
      </BesideCards>
      <InlineGrid columns={{ xs: 2, md: 4 }} gap="300">
        {figureLines
          .filter(({ isMain }) => isMain)
          .map(({ name, kind, of }) => (
            <Figure
              key={name}
              label={t.names[name]}
              value={written(kind, of(window)) ?? t.unknown}
              before={beforeOf(written(kind, of(before)))}
              meaning={t.meanings[name]}
            />
          ))}
      </InlineGrid>
    </BlockStack>
  );
}
