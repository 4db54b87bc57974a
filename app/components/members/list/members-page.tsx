import { useLocation } from "@remix-run/react";
import { BlockStack, Box, Card, EmptyState, Page, Text } from "@shopify/polaris";
import type { Instant } from "#app/domain/calendar.ts";
import { bulkTexts } from "../../i18n/members/bulk-texts.ts";
import { listTexts } from "../../i18n/members/list-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { memberTexts } from "../../i18n/member-texts.ts";
import { Pages } from "../../pages.tsx";
import { useDownload } from "../../use-download.ts";
import type { GivableReward } from "../give-card.tsx";
import { MemberFilters } from "./member-filters.tsx";
import { type ListedMember, MemberTable } from "./member-table.tsx";
import { MemberViews, type ShownView } from "./member-views.tsx";
import type { SegmentChoice } from "./segment-choice.ts";
import type { TierChoice } from "./tier-choice.ts";

interface MembersPageProps {
  readonly members: readonly ListedMember[];
  readonly next: string | null;
  readonly any: boolean;
  readonly tiers: readonly TierChoice[];
  readonly rewards: readonly GivableReward[];
  readonly segments: readonly SegmentChoice[];
  readonly views: readonly ShownView[];
  readonly scoredAt: Instant | null;
}

export function MembersPage({
  members,
  next,
  any,
  tiers,
  rewards,
  segments,
  views,
  scoredAt,
}: MembersPageProps) {
  const t = useTexts(memberTexts);
  const list = useTexts(listTexts);
  const bulk = useTexts(bulkTexts);
  const { search } = useLocation();
  const file = useDownload({
    address: `/app/members/export${search}`,
    name: "members.csv",
    doneText: list.downloaded,
    failedText: list.downloadFailed,
  });
  return (
    <Page
      title={t.title}
      fullWidth
      {...(any
        ? {
            secondaryActions: [
              { content: bulk.openRecent, url: "/app/members/bulk/recent" },
              { content: list.download, loading: file.busy, onAction: file.fetch },
            ],
          }
        : {})}
    >
      <Card padding="0">
        {any ? (
          <>
            <Box padding="300">
              <BlockStack gap="300">
                <MemberViews views={views} />
                <MemberFilters tiers={tiers} segments={segments} scoredAt={scoredAt} />
              </BlockStack>
            </Box>
            <MemberTable members={members} tiers={tiers} rewards={rewards} more={next !== null} />
            <Pages next={next} />
          </>
        ) : (
          <EmptyState heading={t.emptyTitle} image="">
            <Text as="p">{t.emptyBody}</Text>
          </EmptyState>
        )}
      </Card>
    </Page>
  );
}
