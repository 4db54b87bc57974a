import { Banner, BlockStack, Layout, Link, Page, Text } from "@shopify/polaris";
import { useFormats } from "../formats.tsx";
import { historyTexts } from "../i18n/history-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { DeedButton } from "./deed-button.tsx";
import { Discard } from "./discard.tsx";
import { PreviewCards } from "./preview-cards.tsx";
import { SetAside } from "./set-aside.tsx";
import { ProgressCard } from "./progress-card.tsx";
import { StartCard } from "./start-card.tsx";
import type { History } from "./history.ts";
import { useRefresh } from "./use-refresh.ts";

/** Points for orders from before the app: read, look, decide. */
export function HistoryPage(history: History) {
  const t = useTexts(historyTexts);
  const { state } = history;
  const moves = state === "reading" || state === "previewing" || state === "booking";
  useRefresh(moves);
  return (
    <Page title={t.title} backAction={{ content: t.back, url: "/app/settings" }}>
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <Outcome history={history} />
            {state === "none" || state === "skipped" ? <StartCard history={history} /> : null}
            {moves ? <ProgressCard history={history} /> : null}
            {state === "ready" || state === "done" ? <PreviewCards history={history} /> : null}
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

/** What came of it, where it has ended one way or another. */
function Outcome({ history }: { readonly history: History }) {
  if (history.state === "failed") return <Failed history={history} />;
  return history.state === "done" ? <Done history={history} /> : <SetAside history={history} />;
}

function Failed({ history }: { readonly history: History }) {
  const t = useTexts(historyTexts);
  return (
    <Banner tone="critical" title={t.failedTitle}>
      <BlockStack gap="300" inlineAlign="start">
        <Text as="p">
          {history.reason === null ? t.failedAdvice : `${t.failedBody(history.reason)} ${t.failedAdvice}`}
        </Text>
        <DeedButton intent="start" label={t.tryAgain} done={t.started} />
        <Discard />
      </BlockStack>
    </Banner>
  );
}

function Done({ history }: { readonly history: History }) {
  const t = useTexts(historyTexts);
  const { moment } = useFormats();
  const { bookedAt } = history;
  return (
    <>
      <Banner tone="success" title={t.doneTitle}>
        <BlockStack gap="300" inlineAlign="start">
          <Text as="p">{t.doneBody(bookedAt === null ? "" : moment(bookedAt))}</Text>
          <Link url="/app/members">{t.seeMembers}</Link>
          <DeedButton intent="start" label={t.readAgain} done={t.started} />
        </BlockStack>
      </Banner>
      <SetAside history={history} />
    </>
  );
}
