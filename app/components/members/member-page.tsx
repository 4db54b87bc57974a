import { Banner, BlockStack, Card, InlineStack, Layout, Link, Page, Text } from "@shopify/polaris";
import type { Instant } from "#app/domain/calendar.ts";
import type { MemberFigures } from "#app/queries/customers/member-figures.ts";
import type { ShownMerge } from "#app/queries/members/merges-of-member.ts";
import type { MemberLot, MemberOrder, ReinstatableLot } from "#app/queries/members/admin-member.ts";
import { useFormats } from "../formats.tsx";
import { useTexts } from "../i18n/language.tsx";
import { memberPageTexts } from "../i18n/member-page-texts.ts";
import { timelineTexts } from "../i18n/members/timeline-texts.ts";
import { memberTexts } from "../i18n/member-texts.ts";
import { AsCustomerCard } from "./as-customer/as-customer-card.tsx";
import { AdjustCard } from "./adjust-card.tsx";
import type { OfferedReward } from "./claim-card.tsx";
import { CodesCard, type ShownCode } from "./codes-card.tsx";
import { EntriesCard, type ShownEntry } from "./entries-card.tsx";
import { EraseButton } from "./erase-button.tsx";
import { type GivableReward, RewardCards } from "./give-card.tsx";
import { ExclusionCard } from "./exclusion-card.tsx";
import { LotsCard } from "./lots-card.tsx";
import { memberName, type NamedMember } from "./member-name.ts";
import { Merging } from "./merges-card.tsx";
import { NotesCard, type ShownNote } from "./notes-card.tsx";
import { OrdersCard } from "./orders-card.tsx";
import { StatusBadge } from "./status-badge.tsx";
import { TierCard, type TierWords } from "./tier-card.tsx";
import { type LevelChoice, TierForm } from "./tier-form.tsx";
import { useRecord } from "./use-record.ts";

interface ShownMember extends NamedMember {
  readonly memberId: string;
  readonly available: number;
  readonly pending: number;
  readonly held: number;
  readonly debt: number;
  readonly earned: number;
  readonly spent: number;
  readonly expired: number;
  readonly excludedByHand: boolean;
  readonly tierLevelId: string | null;
  readonly tierUntil: Instant | null;
  readonly tierGraceUntil: Instant | null;
  readonly mergedInto: string | null;
  readonly objectsSince: Instant | null;
}

interface MemberPageProps {
  readonly member: ShownMember;
  /** What the spendable points are worth; null where no reward is worth money. */
  readonly worthMinor: number | null;
  readonly lots: readonly MemberLot[];
  readonly reinstatable: readonly ReinstatableLot[];
  readonly codes: readonly ShownCode[];
  readonly orders: readonly MemberOrder[];
  readonly entries: readonly ShownEntry[];
  readonly olderEntries: string | null;
  readonly tiers: readonly LevelChoice[];
  readonly tierWords: TierWords;
  /** What the program's tiers count; null: it has none. */
  readonly metric: "spend" | "points" | "orders" | null;
  readonly rewards: readonly OfferedReward[];
  /** What the shop can make a present of. */
  readonly givable: readonly GivableReward[];
  readonly notes: readonly ShownNote[];
  readonly merges: readonly ShownMerge[];
  /** Who looks, as the record knows them. */
  readonly viewer: string;
  /** Null before they were scored. */
  readonly figures: MemberFigures | null;
}

/** One member, as support needs it: the sentence first, then what it is made of. */
export function MemberPage(props: MemberPageProps) {
  const t = useTexts(memberPageTexts);
  const names = useTexts(memberTexts);
  const timeline = useTexts(timelineTexts);
  const { member, tiers } = props;
  const takesPart = member.status === "active" || member.status === "shadow";
  const isSomebody = takesPart || member.status === "left";
  const record = useRecord(member.memberId, t.recordFetched);
  return (
    <Page
      title={memberName(member, names)}
      titleMetadata={<StatusBadge status={member.status} />}
      backAction={{ content: t.back, url: "/app/members" }}
      secondaryActions={[
        { content: timeline.open, url: `/app/members/${member.memberId}/timeline` },
        { content: t.record, loading: record.busy, onAction: record.fetch },
      ]}
    >
      <Layout>
        {member.mergedInto === null ? null : (
          <Layout.Section>
            <MergedBanner into={member.mergedInto} />
          </Layout.Section>
        )}
        <Layout.Section>
          <div className="regulars-member">
            <div className="regulars-member__sentence">
              <Card>
                <Text as="p" variant="headingMd" fontWeight="regular">
                  {t.sentence(useSupportFacts(props))}
                </Text>
              </Card>
            </div>
            <div className="regulars-member__side">
              <BlockStack gap="400">
                <BalanceCard member={member} />
                {takesPart ? (
                  <AdjustCard
                    memberId={member.memberId}
                    debt={member.debt}
                    metric={props.metric}
                    tiers={tiers}
                  />
                ) : null}
                <RewardCards claimable={props.rewards} givable={props.givable} />
                <AsCustomerCard
                  memberId={member.memberId}
                  figures={props.figures}
                  objectsSince={member.objectsSince}
                  isSomebody={isSomebody}
                />
                <CodesCard codes={props.codes} />
                <TierCard words={props.tierWords} />
                {takesPart ? <TierForm tiers={tiers} current={member.tierLevelId} /> : null}
                <LotsCard names={causeNames(props)} lots={props.lots} reinstatable={props.reinstatable} />
                {takesPart ? <ExclusionCard excluded={member.excludedByHand} /> : null}
                {takesPart ? <Merging member={member} tiers={tiers} merges={props.merges} /> : null}
                {isSomebody ? <EraseButton /> : null}
              </BlockStack>
            </div>
            <div className="regulars-member__past">
              <PastCards {...props} isSomebody={isSomebody} />
            </div>
          </div>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

function MergedBanner({ into }: { readonly into: string }) {
  const t = useTexts(memberPageTexts);
  return (
    <Banner>
      {t.mergedInto} <Link url={`/app/members/${into}`}>{t.toMerged}</Link>
    </Banner>
  );
}

function PastCards({ isSomebody, ...props }: MemberPageProps & { readonly isSomebody: boolean }) {
  return (
    <BlockStack gap="400">
      <NotesCard notes={props.notes} viewer={props.viewer} canWrite={isSomebody} />
      <EntriesCard entries={props.entries} older={props.olderEntries} />
      <OrdersCard orders={props.orders} />
    </BlockStack>
  );
}

function useSupportFacts({ member, worthMinor, lots, tiers }: MemberPageProps) {
  const names = useTexts(memberTexts);
  const { points, count, money, lastDay } = useFormats();
  const given = (value: number) => (value === 0 ? null : points(value));
  return {
    name: member.firstName ?? memberName(member, names),
    tier: tiers.find(({ id }) => id === member.tierLevelId)?.name ?? null,
    until: member.tierUntil === null ? null : lastDay(member.tierUntil),
    graceUntil: member.tierGraceUntil === null ? null : lastDay(member.tierGraceUntil),
    points: points(member.available),
    worth: worthMinor === null || member.available === 0 ? null : money(worthMinor),
    expiring: nextExpiry(lots, count, lastDay),
    pending: given(member.pending),
    debt: given(member.debt),
  };
}

function causeNames({ lots, reinstatable, tiers }: MemberPageProps): ReadonlyMap<string, string> {
  const orders = [...lots, ...reinstatable].flatMap(({ cause, orderName }) =>
    orderName === null ? [] : [[cause, orderName] as const],
  );
  return new Map([...orders, ...tiers.map(({ id, name }) => [`tier_entry:${id}`, name] as const)]);
}

/** What expires next: all that ends at the same instant. */
function nextExpiry(
  lots: readonly MemberLot[],
  count: (value: number) => string,
  lastDay: (end: Instant) => string,
): { points: string; day: string } | null {
  const ends = lots.flatMap(({ state, expiresAt }) =>
    state === "open" && expiresAt !== null ? [expiresAt] : [],
  );
  if (ends.length === 0) return null;
  const first = Math.min(...ends);
  const points = lots.reduce((sum, lot) => sum + (lot.expiresAt === first ? lot.remaining : 0), 0);
  return { points: count(points), day: lastDay(first) };
}

function BalanceCard({ member }: { readonly member: ShownMember }) {
  const t = useTexts(memberPageTexts);
  const { count } = useFormats();
  const lines: readonly (readonly [string, number])[] = [
    [t.available, member.available],
    [t.pending, member.pending],
    [t.held, member.held],
    ...(member.debt === 0 ? [] : [[t.debt, member.debt] as const]),
    [t.earned, member.earned],
    [t.spent, member.spent],
    [t.expired, member.expired],
  ];
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {t.balance}
        </Text>
        {lines.map(([label, value]) => (
          <InlineStack key={label} align="space-between">
            <Text as="span" tone="subdued">
              {label}
            </Text>
            <Text as="span" numeric>
              {count(value)}
            </Text>
          </InlineStack>
        ))}
      </BlockStack>
    </Card>
  );
}
