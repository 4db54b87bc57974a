import { BlockStack, Box, Card, EmptyState, InlineGrid, Layout, Page, Text } from "@shopify/polaris";
import type { Instant } from "#app/domain/calendar.ts";
import { useFormats } from "../formats.tsx";
import { homeTexts } from "../i18n/home-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { Figure } from "./figure.tsx";
import { PointsChart, type ChartDay } from "./points-chart.tsx";
import { RunningCard, TodoCard, type RunningState, type Todo } from "./running-card.tsx";
import { ThemeCard } from "./theme-card.tsx";
import { TierCard, type TierShare } from "./tier-card.tsx";

interface Compared {
  readonly now: number;
  readonly before: number;
}

interface HomePageProps {
  readonly live: boolean;
  readonly draftWaiting: boolean;
  readonly missingScopes: readonly string[];
  readonly outboxStopped: string | null;
  /** What is to be decided about orders from before the app; null = nothing. */
  readonly history: "undecided" | "ready" | "failed" | "set_aside" | null;
  readonly state: RunningState & {
    readonly parkedDeliveries: number;
    readonly missedOrders: number;
    readonly failedCodes: number;
    readonly requestedExperiences: number;
    readonly dataRequests: number;
    readonly firstDataRequest: string | null;
    readonly ledgerContradiction: string | null;
  };
  readonly figures: FiguresProps;
  readonly tiers: readonly TierShare[];
  readonly days: readonly ChartDay[];
  readonly themeEditorUrl: string;
}

/** Is it running? What did it do this month? What needs me? */
export function HomePage(props: HomePageProps) {
  const t = useTexts(homeTexts);
  const todos = useTodos(props);
  return (
    <Page title={t.title}>
      <Layout>
        {props.live ? null : (
          <Layout.Section>
            <NoProgram />
          </Layout.Section>
        )}
        <Layout.Section>
          <BlockStack gap="400">
            <Figures {...props.figures} />
            <PointsChart days={props.days} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <TodoCard todos={todos} />
            <RunningCard state={props.state} />
            <TierCard tiers={props.tiers} total={props.figures.members} />
            <ThemeCard editorUrl={props.themeEditorUrl} />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

function NoProgram() {
  const t = useTexts(homeTexts);
  return (
    <Card>
      <EmptyState
        heading={t.noProgramTitle}
        action={{ content: t.noProgramAction, url: "/app/program" }}
        image=""
      >
        <Text as="p">{t.noProgramBody}</Text>
      </EmptyState>
    </Card>
  );
}

interface FiguresProps {
  readonly from: Instant;
  readonly members: number;
  readonly joined: Compared;
  readonly issued: Compared;
  readonly redeemed: Compared;
  readonly outstanding: number;
  readonly outstandingValueMinor: number | null;
}

function Figures(figures: FiguresProps) {
  const t = useTexts(homeTexts);
  const { count, money, month } = useFormats();
  const compared = ({ before }: Compared) => t.before(count(before));
  return (
    <BlockStack gap="200">
      <Box paddingInline={{ xs: "400", sm: "0" }}>
        <Text as="h2" variant="headingMd">
          {t.figures(month(figures.from))}
        </Text>
      </Box>
      <InlineGrid columns={{ xs: 2, md: 3 }} gap="300">
        <Figure label={t.members} value={count(figures.members)} before={null} meaning={t.membersMeaning} />
        <Figure
          label={t.joined}
          value={count(figures.joined.now)}
          before={compared(figures.joined)}
          meaning={t.joinedMeaning}
        />
        <Figure
          label={t.issued}
          value={count(figures.issued.now)}
          before={compared(figures.issued)}
          meaning={t.issuedMeaning}
        />
        <Figure
          label={t.redeemed}
          value={count(figures.redeemed.now)}
          before={compared(figures.redeemed)}
          meaning={t.redeemedMeaning}
        />
        <Figure
          label={t.outstanding}
          value={count(figures.outstanding)}
          before={null}
          meaning={t.outstandingMeaning}
        />
        <Figure
          label={t.worth}
          value={figures.outstandingValueMinor === null ? "–" : money(figures.outstandingValueMinor)}
          before={null}
          meaning={t.worthMeaning}
        />
      </InlineGrid>
    </BlockStack>
  );
}

function useTodos(props: HomePageProps): readonly Todo[] {
  const { state, draftWaiting, missingScopes, outboxStopped, history } = props;
  const t = useTexts(homeTexts);
  const { parkedDeliveries, missedOrders, failedCodes, requestedExperiences, ledgerContradiction } = state;
  const { dataRequests, firstDataRequest } = state;
  const todo = (needed: boolean, text: () => string, url: string | null) =>
    needed ? [{ text: text(), url }] : [];
  return [
    ...(ledgerContradiction === null ? [] : [{ text: t.contradiction(ledgerContradiction), url: null }]),
    ...(outboxStopped === null ? [] : [{ text: t.outboxStopped(outboxStopped), url: "/app/settings" }]),
    ...todo(missingScopes.length > 0, () => t.missingScopes(missingScopes.join(", ")), "/app/settings"),
    ...(firstDataRequest === null
      ? []
      : [{ text: t.dataRequests(dataRequests), url: `/app/members/${firstDataRequest}` }]),
    ...todo(parkedDeliveries > 0, () => t.parked(parkedDeliveries), "/app/activity?state=parked"),
    ...todo(missedOrders > 0, () => t.missedOrders(missedOrders), "/app/activity"),
    ...todo(
      requestedExperiences > 0,
      () => t.requested(requestedExperiences),
      "/app/rewards?state=requested",
    ),
    ...todo(failedCodes > 0, () => t.failedCodes(failedCodes), "/app/rewards?state=failed"),
    ...(history === null ? [] : [{ text: t.history[history], url: "/app/history" }]),
    ...todo(draftWaiting, () => t.draft, "/app/program"),
  ];
}
