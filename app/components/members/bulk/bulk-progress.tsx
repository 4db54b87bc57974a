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
import type { BulkDeedPage } from "#app/queries/members/bulk/bulk-deed-page.ts";
import { useFormats } from "../../formats.tsx";
import { bulkTexts } from "../../i18n/members/bulk-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { useDeed } from "../../use-deed.ts";
import { BulkButton } from "./bulk-button.tsx";

/** How far it has come, while a worker is at it. Nobody has to wait at the page. */
export function BulkProgress({ bulk }: { readonly bulk: BulkDeedPage }) {
  const t = useTexts(bulkTexts);
  const titles: Partial<Record<BulkDeedPage["state"], string>> = {
    checking: t.counting,
    booking: t.doing,
    undoing: t.undoing,
  };
  const title = titles[bulk.state];
  if (title === undefined) return null;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        {bulk.state === "checking" ? <Counted bulk={bulk} /> : <Done bulk={bulk} />}
        <Text as="p" tone="subdued">
          {t.goesOn}
        </Text>
        <InlineStack>
          {bulk.state === "checking" ? <BulkButton does="discard" bulk={bulk} /> : null}
          {bulk.state === "booking" ? <StopButton /> : null}
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

function Counted({ bulk }: { readonly bulk: BulkDeedPage }) {
  const t = useTexts(bulkTexts);
  const { count } = useFormats();
  return (
    <InlineStack gap="300" blockAlign="center" wrap={false}>
      <Spinner size="small" accessibilityLabel={t.counting} />
      <Text as="p">{t.counted(count(bulk.position))}</Text>
    </InlineStack>
  );
}

function Done({ bulk: { counts, state } }: { readonly bulk: BulkDeedPage }) {
  const t = useTexts(bulkTexts);
  const { count } = useFormats();
  const { booked, undone, known } = counts;
  const done = state === "booking" ? booked.rows : undone.rows;
  const all = done + (state === "booking" ? known.rows : booked.rows);
  return (
    <BlockStack gap="200">
      <ProgressBar
        progress={all === 0 ? 0 : Math.floor((done * 100) / all)}
        size="small"
        ariaLabelledBy="bulk-progress"
      />
      <Text as="p" id="bulk-progress">
        {t.progress(count(done), count(all))}
      </Text>
    </BlockStack>
  );
}

function StopButton() {
  const t = useTexts(bulkTexts);
  const deed = useDeed(
    t.stopped,
    useCallback(() => undefined, []),
  );
  return (
    <BlockStack gap="100">
      <Button loading={deed.busy} onClick={() => deed.send({ intent: "stop" })}>
        {t.stop}
      </Button>
      {deed.refusal === null ? null : <InlineError fieldID="stop" message={deed.refusal} />}
    </BlockStack>
  );
}
