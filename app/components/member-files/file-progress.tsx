import {
  BlockStack,
  Button,
  Card,
  InlineError,
  InlineStack,
  ProgressBar,
  Spinner,
  Text,
} from "@shopify/polaris";
import { useCallback } from "react";
import { useFormats } from "../formats.tsx";
import { dataTexts } from "../i18n/data-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { useDeed } from "../use-deed.ts";
import { FileButton } from "./file-button.tsx";
import type { ShownFile } from "./member-files.ts";

/** How far it has come. Nobody has to wait at the page. */
export function FileProgress({ file }: { readonly file: ShownFile }) {
  const t = useTexts(dataTexts);
  const { state, fileId } = file;
  const title = state === "checking" ? t.checking : state === "booking" ? t.booking : t.undoing;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        {state === "checking" ? <Checked file={file} /> : <Counted file={file} />}
        <Text as="p" tone="subdued">
          {t.goesOn}
        </Text>
        <InlineStack>
          {state === "checking" ? <FileButton deed="discard" fileId={fileId} /> : null}
          {state === "booking" ? <StopButton fileId={fileId} /> : null}
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

/** How many lines there are is known at the end only. */
function Checked({ file }: { readonly file: ShownFile }) {
  const t = useTexts(dataTexts);
  const { count } = useFormats();
  return (
    <InlineStack gap="300" blockAlign="center" wrap={false}>
      <Spinner size="small" accessibilityLabel={t.checking} />
      <Text as="p">{t.linesChecked(count(file.position))}</Text>
    </InlineStack>
  );
}

function Counted({ file }: { readonly file: ShownFile }) {
  const t = useTexts(dataTexts);
  const { count } = useFormats();
  const { booked, undone, known, new: fresh } = file.counts;
  const done = file.state === "booking" ? booked.rows : undone.rows;
  const all = done + (file.state === "booking" ? known.rows + fresh.rows : booked.rows);
  const percent = all === 0 ? 0 : Math.floor((done * 100) / all);
  return (
    <BlockStack gap="200">
      <ProgressBar progress={percent} size="small" ariaLabelledBy="file-progress" />
      <Text as="p" id="file-progress">
        {t.linesDone(count(done), count(all))}
      </Text>
    </BlockStack>
  );
}

function StopButton({ fileId }: { readonly fileId: number }) {
  const t = useTexts(dataTexts);
  const deed = useDeed(
    t.stopped,
    useCallback(() => undefined, []),
  );
  return (
    <BlockStack gap="100">
      <Button loading={deed.busy} onClick={() => deed.send({ intent: "stop", fileId: String(fileId) })}>
        {t.stop}
      </Button>
      {deed.refusal === null ? null : <InlineError fieldID="stop" message={deed.refusal} />}
    </BlockStack>
  );
}
