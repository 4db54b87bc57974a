import { BlockStack, Button, Card, InlineStack, Layout, Page, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { dataTexts } from "../i18n/data-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { useFormats } from "../formats.tsx";
import { useRefresh } from "../history/use-refresh.ts";
import { FileButton } from "./file-button.tsx";
import { FileOutcome } from "./file-outcome.tsx";
import { FileProgress } from "./file-progress.tsx";
import type { MemberFilesView, ShownFile } from "./member-files.ts";
import { PreviewCard } from "./preview-card.tsx";
import { ReadingCard } from "./reading-card.tsx";
import { UploadCard } from "./upload-card.tsx";
import { useDownload } from "./use-download.ts";

/** Members in and out as files: upload, look, decide; and the way back. */
export function DataPage(view: MemberFilesView) {
  const t = useTexts(dataTexts);
  const { file, hasProgram } = view;
  const moves = file !== null && ["checking", "booking", "undoing"].includes(file.state);
  useRefresh(moves);
  return (
    <Page title={t.title} backAction={{ content: t.back, url: "/app/settings" }}>
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            {file === null ? null : <FileOutcome file={file} />}
            {file !== null && moves ? <FileProgress file={file} /> : null}
            {file !== null && file.state === "ready" ? <Ready view={view} file={file} /> : null}
            {moves || file?.state === "ready" ? null : <UploadCard hasProgram={hasProgram} />}
            <ExportCard />
            <HistoryCard />
            <EarlierCard files={view.earlier} />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

function Ready({ view, file }: { readonly view: MemberFilesView; readonly file: ShownFile }) {
  const { pointSigns, dayOrder, tiers } = file.questions;
  const asks = pointSigns !== null || dayOrder !== null || tiers.length > 0;
  const reading = <ReadingCard key={file.fileId} file={file} levels={view.levels} />;
  // What has to be answered comes first: the lines below say "above".
  return (
    <>
      {asks ? reading : null}
      <PreviewCard view={view} file={file} />
      {asks ? null : reading}
    </>
  );
}

function ExportCard() {
  const t = useTexts(dataTexts);
  return (
    <TextCard title={t.exportTitle} body={t.exportBody}>
      <DownloadButton action="/app/data/file/members" name="members.csv" label={t.exportMembers} />
      <DownloadButton action="/app/data/file/ledger-csv" name="ledger.csv" label={t.exportLedgerCsv} />
      <DownloadButton action="/app/data/file/ledger-ndjson" name="ledger.ndjson" label={t.exportLedger} />
    </TextCard>
  );
}

function DownloadButton(file: { readonly action: string; readonly name: string; readonly label: string }) {
  const t = useTexts(dataTexts);
  const { busy, download } = useDownload({ ...file, doneText: t.exported, failedText: t.exportFailed });
  return (
    <Button loading={busy} onClick={download}>
      {file.label}
    </Button>
  );
}

function HistoryCard() {
  const t = useTexts(dataTexts);
  return (
    <TextCard title={t.historyTitle} body={t.historyBody}>
      <Button url="/app/history">{t.historyOpen}</Button>
    </TextCard>
  );
}

/** What was booked by files before the newest, to be taken back. */
function EarlierCard({ files }: { readonly files: readonly ShownFile[] }) {
  const t = useTexts(dataTexts);
  const { count, points } = useFormats();
  if (files.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.earlierTitle}
        </Text>
        {files.map((file) => {
          const { booked } = file.counts;
          return (
            <InlineStack key={file.fileId} align="space-between" blockAlign="center" gap="200">
              <Text as="p">
                {file.state === "undone"
                  ? t.earlierUndone(file.name)
                  : t.earlierLine(file.name, count(booked.rows), points(booked.points))}
              </Text>
              {file.state === "done" || file.state === "stopped" ? (
                <FileButton deed="undo" fileId={file.fileId} />
              ) : null}
            </InlineStack>
          );
        })}
      </BlockStack>
    </Card>
  );
}

function TextCard({
  title,
  body,
  children,
}: {
  readonly title: string;
  readonly body: string;
  readonly children: ReactNode;
}) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        <Text as="p">{body}</Text>
        <InlineStack gap="300">{children}</InlineStack>
      </BlockStack>
    </Card>
  );
}
