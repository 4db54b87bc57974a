import { Card, EmptyState, IndexTable, Link, Page, Text } from "@shopify/polaris";
import type { Instant } from "#app/domain/calendar.ts";
import { useFormats } from "../formats.tsx";
import { useTexts } from "../i18n/language.tsx";
import { memberTexts } from "../i18n/member-texts.ts";
import { Listing } from "../listing.tsx";
import { NumberCell } from "../number-cell.tsx";
import { Pages } from "../pages.tsx";
import { MemberFilters, type TierChoice } from "./member-filters.tsx";
import { memberName, type NamedMember } from "./member-name.ts";
import { StatusBadge } from "./status-badge.tsx";

interface ListedMember extends NamedMember {
  readonly memberId: string;
  readonly tierLevelId: string | null;
  readonly available: number;
  readonly pending: number;
  readonly debt: number;
  readonly enrolledAt: Instant;
}

interface MembersPageProps {
  readonly members: readonly ListedMember[];
  readonly next: string | null;
  readonly any: boolean;
  readonly tiers: readonly TierChoice[];
}

export function MembersPage({ members, next, any, tiers }: MembersPageProps) {
  const t = useTexts(memberTexts);
  return (
    <Page title={t.title} fullWidth>
      <Card padding="0">
        {any ? (
          <>
            <MemberFilters tiers={tiers} />
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
  const { count, day } = useFormats();
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
            {member.tierLevelId === null ? "–" : (tierNames.get(member.tierLevelId) ?? member.tierLevelId)}
          </IndexTable.Cell>
          <NumberCell text={count(member.available)} />
          <NumberCell text={count(member.pending)} />
          <NumberCell text={count(member.debt)} />
          <IndexTable.Cell>{day(member.enrolledAt)}</IndexTable.Cell>
        </IndexTable.Row>
      ))}
    </Listing>
  );
}
