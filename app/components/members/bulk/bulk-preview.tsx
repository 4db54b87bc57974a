import { Banner, BlockStack, Card, InlineGrid, InlineStack, List, Text } from "@shopify/polaris";
import { BULK_PROBLEMS } from "#app/domain/members/bulk/bulk-deed.ts";
import type { BulkDeedPage } from "#app/queries/members/bulk/bulk-deed-page.ts";
import { actorWords } from "../../activity/deed-words.ts";
import { useFormats } from "../../formats.tsx";
import { deedTexts } from "../../i18n/deed-texts.ts";
import { bulkTexts } from "../../i18n/members/bulk-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import type { GivableReward } from "../give-card.tsx";
import { BulkButton } from "./bulk-button.tsx";
import type { DeedChoices } from "./deed-choices.ts";
import { useBulkSentence } from "./use-bulk-sentence.ts";

interface PreviewProps {
  readonly bulk: BulkDeedPage;
  readonly choices: DeedChoices;
  readonly viewer: string;
}

/** What is to be done, for how many, and for whom not; where it waits for a decision, with the buttons. */
export function BulkPreview({ bulk, choices, viewer }: PreviewProps) {
  const t = useTexts(bulkTexts);
  const deeds = useTexts(deedTexts);
  const { moment } = useFormats();
  const sentence = useBulkSentence(choices);
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {sentence(bulk.deed)}
          </Text>
          <Text as="p">{t.reason(bulk.deed.reason)}</Text>
          <Text as="p" tone="subdued">
            {t.by(actorWords(bulk.startedBy, viewer, deeds), moment(bulk.startedAt))}
          </Text>
        </BlockStack>
        {bulk.state === "ready" ? <Decision bulk={bulk} choices={choices} /> : null}
        {bulk.state === "checking" ? null : <LeftOut bulk={bulk} />}
      </BlockStack>
    </Card>
  );
}

function quietly(kind: BulkDeedPage["deed"]["kind"], t: (typeof bulkTexts)["en"]): string {
  if (kind === "reward") return t.quietReward;
  return kind === "tag" ? t.quietTag : t.quiet;
}

type DecisionProps = Pick<PreviewProps, "bulk" | "choices">;

function Decision({ bulk, choices }: DecisionProps) {
  const t = useTexts(bulkTexts);
  const isNothing = bulk.counts.known.rows === 0;
  return (
    <>
      <Text as="h3" variant="headingSm">
        {t.readyTitle}
      </Text>
      <Figures bulk={bulk} choices={choices} />
      <Stock bulk={bulk} choices={choices} />
      <Levels bulk={bulk} choices={choices} />
      <Text as="p" tone="subdued">
        {isNothing ? t.nothing : quietly(bulk.deed.kind, t)}
      </Text>
      <InlineStack gap="300">
        {isNothing ? null : <BulkButton does="start" bulk={bulk} />}
        <BulkButton does="discard" bulk={bulk} />
      </InlineStack>
    </>
  );
}

function Figures({ bulk, choices }: DecisionProps) {
  const t = useTexts(bulkTexts);
  const { count, change, money } = useFormats();
  const { counts, deed } = bulk;
  const { rows } = counts.known;
  const worth = rewardOf(bulk, choices)?.worthMinor;
  const figures = [
    [t.figures.members, count(rows)],
    ...(deed.kind === "points" ? [[t.figures.points, change(counts.known.points)] as const] : []),
    ...(deed.kind === "reward"
      ? [[t.figures.cost, worth == null ? t.costByOrder : money(worth * rows)] as const]
      : []),
    ...(deed.kind === "tier" || deed.kind === "exclusion" || deed.kind === "tag"
      ? [[t.figures.same, count(counts.same.rows)] as const]
      : []),
    [t.figures.out, count(counts.wrong.rows)],
  ] as const;
  return (
    <InlineGrid columns={{ xs: 2, md: 3 }} gap="300">
      {figures.map(([name, value]) => (
        <BlockStack key={name}>
          <Text as="span" tone="subdued">
            {name}
          </Text>
          <Text as="span" variant="headingLg">
            {value}
          </Text>
        </BlockStack>
      ))}
    </InlineGrid>
  );
}

function rewardOf({ deed }: BulkDeedPage, { rewards }: DeedChoices): GivableReward | undefined {
  return deed.kind === "reward" ? rewards.find(({ rewardId }) => rewardId === deed.rewardId) : undefined;
}

/** Where there is less of a reward than members. */
function Stock({ bulk, choices }: DecisionProps) {
  const t = useTexts(bulkTexts);
  const { count } = useFormats();
  const left = rewardOf(bulk, choices)?.left;
  if (left == null || left >= bulk.counts.known.rows) return null;
  return <Banner tone="warning">{t.fewLeft(count(left))}</Banner>;
}

/** From which tiers they come whose tier would change. */
function Levels({ bulk: { levels }, choices: { tiers } }: DecisionProps) {
  const t = useTexts(bulkTexts);
  const { count } = useFormats();
  if (levels.length === 0) return null;
  const nameOf = (levelId: string | null) =>
    levelId === null ? t.noTier : (tiers.find(({ id }) => id === levelId)?.name ?? t.goneTier);
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {t.fromTiers}
      </Text>
      <List>
        {levels.map(({ levelId, members }) => (
          <List.Item key={levelId}>{t.fromTier(nameOf(levelId), count(members))}</List.Item>
        ))}
      </List>
    </BlockStack>
  );
}

function LeftOut({ bulk: { problems } }: Pick<PreviewProps, "bulk">) {
  const t = useTexts(bulkTexts);
  const { count } = useFormats();
  const told = BULK_PROBLEMS.flatMap((problem) => {
    const members = problems[problem];
    return members === undefined ? [] : [t.problems[problem](count(members))];
  });
  if (told.length === 0) return null;
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {t.figures.out}
      </Text>
      <List>
        {told.map((text) => (
          <List.Item key={text}>{text}</List.Item>
        ))}
      </List>
    </BlockStack>
  );
}
