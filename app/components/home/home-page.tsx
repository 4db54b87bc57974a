import { BlockStack, Button, Card, InlineStack, Layout, Page, Text } from "@shopify/polaris";
import type { FirstStep } from "#app/domain/first-run/first-run.ts";
import type { PlanLack } from "#app/domain/shop-words.ts";
import type { DayPoints } from "#app/queries/home/home-figures.ts";
import { useFormats } from "../formats.tsx";
import { homeTexts } from "../i18n/home-texts.ts";
import { useLanguage, useTexts } from "../i18n/language.tsx";
import { withoutPermissions } from "../i18n/scope-texts.ts";
import { publishingTexts } from "../i18n/publishing/publishing-texts.ts";
import { friendsTexts } from "../i18n/referral/friends-texts.ts";
import { MembersPageCard } from "../settings/members-page-card.tsx";
import { ComingCard, type ComingVersion } from "./coming-card.tsx";
import { Figures, type HomeFigures } from "./figures.tsx";
import { FirstRunCard } from "./first-run-card.tsx";
import type { ShownPeriod } from "./period-choice.tsx";
import { PointsChart } from "./points-chart.tsx";
import { RunningCard, TodoCard, type RunningState, type Todo } from "./running-card.tsx";
import { ThemeCard } from "./theme-card.tsx";
import { TierCard, type TierShare } from "./tier-card.tsx";
import { useThemeExtension } from "./use-theme-extension.ts";

interface HomePageProps {
  readonly live: boolean;
  /** Where the first set-up goes on; null: it was ended, or never begun. */
  readonly firstRun: { readonly step: FirstStep } | null;
  readonly draftWaiting: boolean;
  /** A version that is scheduled, or was refused at its time. */
  readonly coming: ComingVersion | null;
  readonly missingScopes: readonly string[];
  readonly outboxStopped: string | null;
  /** What is to be decided about orders from before the app; null = nothing. */
  readonly history: "undecided" | "ready" | "failed" | "set_aside" | null;
  readonly state: RunningState & {
    readonly parkedDeliveries: number;
    readonly missedOrders: number;
    readonly failedCodes: number;
    readonly requestedExperiences: number;
    readonly doubtfulFriends: number;
    readonly dataRequests: number;
    readonly firstDataRequest: string | null;
    readonly ledgerContradiction: string | null;
    readonly planLacks: readonly PlanLack[];
    readonly anotherProgram: boolean;
  };
  readonly figures: HomeFigures;
  readonly period: ShownPeriod;
  readonly tiers: readonly TierShare[];
  /** Offered rewards of which hardly anything is left. */
  readonly nearlyEmpty: readonly { readonly name: string; readonly left: number; readonly stock: number }[];
  readonly days: readonly DayPoints[];
  /** A month that has just ended, "2026-10"; null: none has. */
  readonly monthReport: string | null;
  /** Null: the shop has no editor in which shoppers' view is switched on. */
  readonly themeEditorUrl: string | null;
  /** Null: the shop system has a place for members. */
  readonly membersPage: { readonly address: string; readonly live: boolean } | null;
}

/** Is it running? What did it do this month? What needs me? */
export function HomePage(props: HomePageProps) {
  const t = useTexts(homeTexts);
  const todos = useTodos(props);
  return (
    <Page title={t.title}>
      <Layout>
        {props.firstRun === null ? null : (
          <Layout.Section>
            <FirstRunCard step={props.firstRun.step} />
          </Layout.Section>
        )}
        {props.live || props.firstRun !== null ? null : (
          <Layout.Section>
            <NoProgram />
          </Layout.Section>
        )}
        <Layout.Section>
          <BlockStack gap="400">
            <Figures figures={props.figures} period={props.period} />
            <PointsChart days={props.days} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <ComingCard coming={props.coming} />
            {props.live && props.themeEditorUrl !== null ? (
              <TodoWithTheme todos={todos} editorUrl={props.themeEditorUrl} />
            ) : (
              <TodoCard todos={todos} />
            )}
            <RunningCard state={props.state} />
            <TierCard tiers={props.tiers} total={props.figures.members} />
            {props.themeEditorUrl === null ? null : <ThemeCard editorUrl={props.themeEditorUrl} />}
            {props.membersPage?.live === true ? <MembersPageCard {...props.membersPage} titled /> : null}
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

interface TodoWithThemeProps {
  readonly todos: readonly Todo[];
  readonly editorUrl: string;
}

/** Where the admin says that no theme shows the app, that is to be done as well: a program nobody sees does little. */
function TodoWithTheme({ todos, editorUrl }: TodoWithThemeProps) {
  const t = useTexts(homeTexts);
  const switchedOn = useThemeExtension();
  const theme = switchedOn === false ? [{ text: t.extensionWhenOff, url: editorUrl }] : [];
  return <TodoCard todos={[...todos, ...theme]} />;
}

function NoProgram() {
  const t = useTexts(homeTexts);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.noProgramTitle}
        </Text>
        <Text as="p">{t.noProgramBody}</Text>
        <InlineStack gap="300">
          <Button variant="primary" url="/app/first-run">
            {t.noProgramAction}
          </Button>
          <Button url="/app/program">{t.noProgramEditor}</Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

/** Where the merchant can do without what the plan lacks. */
const LACK_MATTERS: Readonly<Record<PlanLack, string>> = {
  access: "/app/settings",
  codes: "/app/program/rewards",
  groups: "/app/settings",
  other: "/app/activity",
};

function useTodos(props: HomePageProps): readonly Todo[] {
  const { state, draftWaiting, coming, missingScopes, outboxStopped, history } = props;
  const t = useTexts(homeTexts);
  const { home } = useTexts(publishingTexts);
  const friends = useTexts(friendsTexts);
  const { count, moment } = useFormats();
  const report = useReportTodo(props);
  const language = useLanguage();
  const { parkedDeliveries, missedOrders, failedCodes, requestedExperiences, ledgerContradiction } = state;
  const { dataRequests, firstDataRequest } = state;
  const todo = (needed: boolean, text: () => string, url: string | null) =>
    needed ? [{ text: text(), url }] : [];
  return [
    ...(ledgerContradiction === null
      ? []
      : [{ text: t.contradiction(ledgerContradiction), url: "/app/settings" }]),
    ...(outboxStopped === null ? [] : [{ text: t.outboxStopped(outboxStopped), url: "/app/settings" }]),
    ...state.planLacks.map((lack) => ({ text: t.planLacks[lack], url: LACK_MATTERS[lack] })),
    ...todo(state.anotherProgram, () => t.anotherProgram, null),
    ...withoutPermissions(missingScopes, language).map(({ says, scopes }) => ({
      text: t.missingScopes(says, scopes),
      url: "/app/settings",
    })),
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
    ...todo(state.doubtfulFriends > 0, () => friends.waiting(state.doubtfulFriends), "/app/friends"),
    ...props.nearlyEmpty.map(({ name, left, stock }) => ({
      text: t.nearlyEmpty(name, count(left), count(stock)),
      url: "/app/rewards",
    })),
    ...report,
    ...todo(failedCodes > 0, () => t.failedCodes(failedCodes), "/app/rewards?state=failed"),
    ...(coming?.isRefused === true
      ? [{ text: home.refused(count(coming.version), moment(coming.effectiveAt)), url: "/app/program" }]
      : []),
    ...(history === null ? [] : [{ text: t.history[history], url: "/app/history" }]),
    ...todo(draftWaiting, () => t.draft, "/app/program"),
  ];
}

/** A month that has just ended is to be read about. */
function useReportTodo({ live, monthReport }: HomePageProps): readonly Todo[] {
  const t = useTexts(homeTexts);
  const { month } = useFormats();
  if (!live || monthReport === null) return [];
  return [
    {
      text: t.monthReport(month(Date.parse(`${monthReport}-15T12:00:00Z`))),
      url: `/app/insight/report?month=${monthReport}`,
    },
  ];
}
