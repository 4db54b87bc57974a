import { BlockStack, Card, Divider, Page, Text } from "@shopify/polaris";
import { useFormats } from "../formats.tsx";
import { useLanguage, useTexts, type Language } from "../i18n/language.tsx";
import { rewardTexts } from "../i18n/reward-texts.ts";
import { Sentence } from "../program/sentence.tsx";
import { CodeTable, type ListedCode } from "./code-table.tsx";

export interface ShownReward {
  readonly rewardId: string;
  /** The reward as a sentence; null: the program has it no more. */
  readonly sentence: Readonly<Record<Language, string>> | null;
  readonly name: string;
  readonly open: number;
  readonly used: number;
  readonly lapsed: number;
  readonly pointsSpent: number;
}

interface RewardsPageProps {
  readonly rewards: readonly ShownReward[];
  readonly codes: readonly ListedCode[];
  readonly next: string | null;
}

export function RewardsPage({ rewards, codes, next }: RewardsPageProps) {
  const t = useTexts(rewardTexts);
  return (
    <Page title={t.title} fullWidth>
      <BlockStack gap="400">
        <RewardList rewards={rewards} />
        <CodeTable codes={codes} next={next} />
      </BlockStack>
    </Page>
  );
}

function RewardList({ rewards }: { readonly rewards: readonly ShownReward[] }) {
  const t = useTexts(rewardTexts);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.rewards}
        </Text>
        {rewards.length === 0 ? (
          <Text as="p" tone="subdued">
            {t.noRewards}
          </Text>
        ) : null}
        {rewards.map((reward) => (
          <BlockStack gap="300" key={reward.rewardId}>
            <Divider />
            <RewardLine reward={reward} />
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  );
}

function RewardLine({ reward }: { readonly reward: ShownReward }) {
  const t = useTexts(rewardTexts);
  const language = useLanguage();
  const { count, points } = useFormats();
  const figures = [
    `${t.open}: ${count(reward.open)}`,
    `${t.used}: ${count(reward.used)}`,
    `${t.lapsed}: ${count(reward.lapsed)}`,
    `${t.spent}: ${points(reward.pointsSpent)}`,
  ];
  return (
    <BlockStack gap="050">
      <Text as="h3" variant="headingSm">
        {reward.name}
      </Text>
      <Text as="p">{reward.sentence === null ? t.gone : <Sentence text={reward.sentence[language]} />}</Text>
      <Text as="p" variant="bodySm" tone="subdued">
        {figures.join(" · ")}
      </Text>
    </BlockStack>
  );
}
