import { IndexTable, Link, useIndexResourceState } from "@shopify/polaris";
import type { Instant } from "#app/domain/calendar.ts";
import { useFormats } from "../../formats.tsx";
import { listTexts } from "../../i18n/members/list-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { memberTexts } from "../../i18n/member-texts.ts";
import { Listing } from "../../listing.tsx";
import { NumberCell } from "../../number-cell.tsx";
import { useBulkChoice } from "../bulk/use-bulk-choice.tsx";
import type { GivableReward } from "../give-card.tsx";
import { memberName, type NamedMember } from "../member-name.ts";
import { StatusBadge } from "../status-badge.tsx";
import type { TierChoice } from "./tier-choice.ts";

export interface ListedMember extends NamedMember {
  readonly memberId: string;
  readonly tierLevelId: string | null;
  readonly available: number;
  readonly pending: number;
  readonly debt: number;
  readonly spentMinor: number | null;
  readonly lastOrderAt: Instant | null;
  readonly enrolledAt: Instant;
}

interface MemberTableProps {
  readonly members: readonly ListedMember[];
  readonly tiers: readonly TierChoice[];
  readonly rewards: readonly GivableReward[];
  /** The list goes on behind this page. */
  readonly more: boolean;
}

/** A page of the list, from which some or all can be chosen. */
export function MemberTable({ members, tiers, rewards, more }: MemberTableProps) {
  const t = useTexts(memberTexts);
  const list = useTexts(listTexts);
  const named = members.map(({ memberId }) => ({ id: memberId }));
  const chosen = useIndexResourceState(named);
  const { choice, modal } = useBulkChoice({ chosen, choices: { tiers, rewards }, more });
  return (
    <>
      <Listing
        called={{ singular: t.title, plural: t.title }}
        rows={members.length}
        none={{ title: t.nothingFound, body: t.nothingFoundBody }}
        choice={choice}
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
        {/* By their place: where other members come, words change, and no row goes elsewhere. */}
        {members.map((member, index) => (
          <MemberLine
            key={index}
            member={member}
            position={index}
            tiers={tiers}
            selected={chosen.selectedResources.includes(member.memberId)}
          />
        ))}
      </Listing>
      {modal}
    </>
  );
}

interface MemberLineProps {
  readonly member: ListedMember;
  readonly position: number;
  readonly tiers: readonly TierChoice[];
  readonly selected: boolean;
}

function MemberLine({ member, position, tiers, selected }: MemberLineProps) {
  const t = useTexts(memberTexts);
  const list = useTexts(listTexts);
  const { count, day, money } = useFormats();
  const tier = tiers.find(({ id }) => id === member.tierLevelId);
  return (
    <IndexTable.Row id={member.memberId} position={position} selected={selected}>
      <IndexTable.Cell>
        <Link dataPrimaryLink url={`/app/members/${member.memberId}`} removeUnderline>
          {memberName(member, t)}
        </Link>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <StatusBadge status={member.status} />
      </IndexTable.Cell>
      <IndexTable.Cell>{tier === undefined ? "–" : tier.name}</IndexTable.Cell>
      <NumberCell text={count(member.available)} />
      <NumberCell text={count(member.pending)} />
      <NumberCell text={count(member.debt)} />
      <NumberCell text={member.spentMinor === null ? "–" : money(member.spentMinor)} />
      <IndexTable.Cell>{member.lastOrderAt === null ? list.never : day(member.lastOrderAt)}</IndexTable.Cell>
      <IndexTable.Cell>{day(member.enrolledAt)}</IndexTable.Cell>
    </IndexTable.Row>
  );
}
