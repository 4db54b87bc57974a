import { useLocation } from "@remix-run/react";
import { BlockStack, Box, Card, EmptyState, IndexTable, Link, Page, Text } from "@shopify/polaris";
import type { Instant } from "#app/domain/calendar.ts";
import { useFormats } from "../../formats.tsx";
import { listTexts } from "../../i18n/members/list-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { memberTexts } from "../../i18n/member-texts.ts";
import { Listing } from "../../listing.tsx";
import { NumberCell } from "../../number-cell.tsx";
import { Pages } from "../../pages.tsx";
import { useDownload } from "../../use-download.ts";
import { memberName, type NamedMember } from "../member-name.ts";
import { StatusBadge } from "../status-badge.tsx";
import { MemberFilters } from "./member-filters.tsx";
import { MemberViews, type ShownView } from "./member-views.tsx";
import type { TierChoice } from "./tier-choice.ts";

interface ListedMember extends NamedMember {
  readonly memberId: string;
  readonly tierLevelId: string | null;
  readonly available: number;
  readonly pending: number;
  readonly debt: number;
  readonly spentMinor: number | null;
  readonly lastOrderAt: Instant | null;
  readonly enrolledAt: Instant;
}

interface MembersPageProps {
  readonly members: readonly ListedMember[];
  readonly next: string | null;
  readonly any: boolean;
  readonly tiers: readonly TierChoice[];
  readonly views: readonly ShownView[];
  readonly scoredAt: Instant | null;
}

export function MembersPage({ members, next, any, tiers, views, scoredAt }: MembersPageProps) {
  const t = useTexts(memberTexts);
  const list = useTexts(listTexts);
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
        ? { secondaryActions: [{ content: list.download, loading: file.busy, onAction: file.fetch }] }
        : {})}
    >
      <Card padding="0">
        {any ? (
          <>
            <Box padding="300">
              <BlockStack gap="300">
                <MemberViews views={views} />
                <MemberFilters tiers={tiers} scoredAt={scoredAt} />
              </BlockStack>
            </Box>
            <MemberTable members={members} tiers={tiers} />
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

function MemberTable({ members, tiers }: Pick<MembersPageProps, "members" | "tiers">) {
  const t = useTexts(memberTexts);
  const list = useTexts(listTexts);
  const { count, day, money } = useFormats();
  const tierNames = new Map(tiers.map(({ id, name }) => [id, name]));
  return (
    <Listing
      called={{ singular: t.title, plural: t.title }}
      rows={members.length}
      none={{ title: t.nothingFound, body: t.nothingFoundBody }}
      headings={[
        { title: t.name },
        { title: t.status },
        { title: t.tier },
        { title: t.points, alignment: "end" },
        { title: t.pending, alignment: "end" },
        { title: t.debt, alignment: "end" },
        { title: list.spent, alignment: "end" },
        { title: list.lastOrder },
        { title: t.joined },
      ]}
    >
      {members.map((member, index) => (
        <IndexTable.Row id={member.memberId} key={member.memberId} position={index}>
          <IndexTable.Cell>
            <Link dataPrimaryLink url={`/app/members/${member.memberId}`} removeUnderline>
              {memberName(member, t)}
            </Link>
          </IndexTable.Cell>
          <IndexTable.Cell>
            <StatusBadge status={member.status} />
          </IndexTable.Cell>
          <IndexTable.Cell>
            {member.tierLevelId === null ? "–" : (tierNames.get(member.tierLevelId) ?? "–")}
          </IndexTable.Cell>
          <NumberCell text={count(member.available)} />
          <NumberCell text={count(member.pending)} />
          <NumberCell text={count(member.debt)} />
          <NumberCell text={member.spentMinor === null ? "–" : money(member.spentMinor)} />
          <IndexTable.Cell>
            {member.lastOrderAt === null ? list.never : day(member.lastOrderAt)}
          </IndexTable.Cell>
          <IndexTable.Cell>{day(member.enrolledAt)}</IndexTable.Cell>
        </IndexTable.Row>
      ))}
    </Listing>
  );
}
