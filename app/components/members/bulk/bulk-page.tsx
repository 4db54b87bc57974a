import { BlockStack, Card, InlineStack, Layout, Link, Page, Text } from "@shopify/polaris";
import type { BulkDeedPage, ShownBulk } from "#app/queries/members/bulk/bulk-deed-page.ts";
import { actorWords } from "../../activity/deed-words.ts";
import { useFormats } from "../../formats.tsx";
import { useRefresh } from "../../history/use-refresh.ts";
import { deedTexts } from "../../i18n/deed-texts.ts";
import { bulkTexts } from "../../i18n/members/bulk-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import type { TierChoice } from "../list/tier-choice.ts";
import { BulkOutcome } from "./bulk-outcome.tsx";
import { BulkPreview } from "./bulk-preview.tsx";
import { BulkProgress } from "./bulk-progress.tsx";
import { useBulkSentence } from "./use-bulk-sentence.ts";

interface BulkPageProps {
  /** Null: it was discarded, or none is asked for. */
  readonly bulk: BulkDeedPage | null;
  readonly recent: readonly ShownBulk[];
  readonly tiers: readonly TierChoice[];
  readonly viewer: string;
}

/** Something for many members: look, decide, watch; and the way back. */
export function BulkPage({ bulk, recent, tiers, viewer }: BulkPageProps) {
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
                <BulkPreview bulk={bulk} tiers={tiers} viewer={viewer} />
              </>
            )}
            <RecentCard recent={recent} tiers={tiers} viewer={viewer} alone={bulk === null} />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

interface RecentProps extends Pick<BulkPageProps, "recent" | "tiers" | "viewer"> {
  readonly alone: boolean;
}

function RecentCard({ recent, tiers, viewer, alone }: RecentProps) {
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
          <RecentLine key={one.fileId} bulk={one} tiers={tiers} viewer={viewer} />
        ))}
      </BlockStack>
    </Card>
  );
}

function RecentLine({
  bulk,
  tiers,
  viewer,
}: Pick<RecentProps, "tiers" | "viewer"> & { readonly bulk: ShownBulk }) {
  const t = useTexts(bulkTexts);
  const deeds = useTexts(deedTexts);
  const sentence = useBulkSentence(tiers);
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
