import { BlockStack, Card, InlineStack, Layout, Link, Page, Text } from "@shopify/polaris";
import type { BulkDeedPage, ShownBulk } from "#app/queries/members/bulk/bulk-deed-page.ts";
import { actorWords } from "../../activity/deed-words.ts";
import { useFormats } from "../../formats.tsx";
import { useRefresh } from "../../history/use-refresh.ts";
import { deedTexts } from "../../i18n/deed-texts.ts";
import { bulkTexts } from "../../i18n/members/bulk-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { BulkOutcome } from "./bulk-outcome.tsx";
import { BulkPreview } from "./bulk-preview.tsx";
import { BulkProgress } from "./bulk-progress.tsx";
import type { DeedChoices } from "./deed-choices.ts";
import { useBulkSentence } from "./use-bulk-sentence.ts";

interface BulkPageProps {
  /** Null: it was discarded, or none is asked for. */
  readonly bulk: BulkDeedPage | null;
  readonly recent: readonly ShownBulk[];
  readonly choices: DeedChoices;
  readonly viewer: string;
}

/** Something for many members: look, decide, watch; and the way back. */
export function BulkPage({ bulk, recent, choices, viewer }: BulkPageProps) {
  const t = useTexts(bulkTexts);
  useRefresh(bulk !== null && ["checking", "booking", "undoing"].includes(bulk.state));
  return (
    <Page
      title={bulk === null ? t.openRecent : t.title}
      backAction={{ content: t.back, url: "/app/members" }}
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            {bulk === null ? null : (
              <>
                <BulkOutcome bulk={bulk} />
                <BulkProgress bulk={bulk} />
                <BulkPreview bulk={bulk} choices={choices} viewer={viewer} />
              </>
            )}
            <RecentCard recent={recent} choices={choices} viewer={viewer} alone={bulk === null} />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

interface RecentProps extends Pick<BulkPageProps, "recent" | "choices" | "viewer"> {
  readonly alone: boolean;
}

function RecentCard({ recent, choices, viewer, alone }: RecentProps) {
  const t = useTexts(bulkTexts);
  if (recent.length === 0 && !alone) return null;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t.recent}
        </Text>
        {recent.length === 0 ? <Text as="p">{t.noneRecent}</Text> : null}
        {recent.map((one) => (
          <RecentLine key={one.fileId} bulk={one} choices={choices} viewer={viewer} />
        ))}
      </BlockStack>
    </Card>
  );
}

function RecentLine({
  bulk,
  choices,
  viewer,
}: Pick<RecentProps, "choices" | "viewer"> & { readonly bulk: ShownBulk }) {
  const t = useTexts(bulkTexts);
  const deeds = useTexts(deedTexts);
  const sentence = useBulkSentence(choices);
  const { count, moment } = useFormats();
  const { booked, undone, known } = bulk.counts;
  const members = booked.rows + undone.rows + known.rows;
  return (
    <InlineStack align="space-between" blockAlign="start" gap="200">
      <BlockStack gap="050">
        <Link url={`/app/members/bulk/${String(bulk.fileId)}`} removeUnderline>
          {sentence(bulk.deed)}
        </Link>
        <Text as="p" tone="subdued">
          {[
            t.memberCount(count(members)),
            t.by(actorWords(bulk.startedBy, viewer, deeds), moment(bulk.startedAt)),
          ].join(" · ")}
        </Text>
      </BlockStack>
      <Text as="span">{t.states[bulk.state]}</Text>
    </InlineStack>
  );
}
