import { Banner, BlockStack, InlineStack, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { useFormats } from "../formats.tsx";
import { dataTexts } from "../i18n/data-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { FaultyButton } from "./faulty-button.tsx";
import { FileButton } from "./file-button.tsx";
import type { ShownFile } from "./member-files.ts";

/** What came of the newest file, where it has ended one way or another. */
export function FileOutcome({ file }: { readonly file: ShownFile }) {
  const t = useTexts(dataTexts);
  const { count, points } = useFormats();
  const { fileId, counts } = file;
  const booked = t.doneBody(count(counts.booked.rows), points(counts.booked.points));
  switch (file.state) {
    case "done":
      return (
        <Outcome tone="success" title={t.doneTitle} body={booked}>
          <FileButton deed="undo" fileId={fileId} />
          <FaultyButton rows={counts.wrong.rows} />
        </Outcome>
      );
    case "stopped":
      return (
        <Outcome tone="warning" title={t.stoppedTitle} body={booked}>
          <FileButton deed="start" fileId={fileId} label={t.goOn} ask={t.goOn} />
          <FileButton deed="undo" fileId={fileId} />
        </Outcome>
      );
    case "undone":
      return (
        <Outcome
          tone="info"
          title={t.undoneTitle}
          body={counts.undone.points === 0 ? t.undoneAll : t.undoneBody(points(counts.undone.points))}
        />
      );
    case "failed":
      return (
        <Outcome tone="critical" title={t.failedTitle} body={failedBody(file, t)}>
          <FileButton deed="discard" fileId={fileId} />
        </Outcome>
      );
    case "receiving":
    case "checking":
    case "ready":
    case "booking":
    case "undoing":
      return null;
  }
}

function failedBody({ reason }: ShownFile, t: (typeof dataTexts)["en"]): string {
  if (reason === null) return t.uploadEmpty;
  return reason.startsWith("CSV_") ? t.failedQuote : t.failedBody(reason);
}

interface OutcomeProps {
  readonly tone: "success" | "warning" | "info" | "critical";
  readonly title: string;
  readonly body: string;
  readonly children?: ReactNode;
}

function Outcome({ tone, title, body, children }: OutcomeProps) {
  return (
    <Banner tone={tone} title={title}>
      <BlockStack gap="300" inlineAlign="start">
        <Text as="p">{body}</Text>
        <InlineStack gap="300">{children}</InlineStack>
      </BlockStack>
    </Banner>
  );
}
