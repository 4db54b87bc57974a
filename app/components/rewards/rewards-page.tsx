import { BlockStack, Card, DataTable, Page, Text } from "@shopify/polaris";
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
        <RewardTable rewards={rewards} />
        <CodeTable codes={codes} next={next} />
      </BlockStack>
    </Page>
  );
}

function RewardTable({ rewards }: { readonly rewards: readonly ShownReward[] }) {
  const t = useTexts(rewardTexts);
  const language = useLanguage();
  const { count } = useFormats();
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
        ) : (
          <DataTable
            columnContentTypes={["text", "text", "numeric", "numeric", "numeric", "numeric"]}
            headings={[t.reward, t.terms, t.open, t.used, t.lapsed, t.spent]}
            rows={rewards.map(({ rewardId, name, sentence, open, used, lapsed, pointsSpent }) => [
              name,
              sentence === null ? t.gone : <Sentence key={rewardId} text={sentence[language]} />,
              count(open),
              count(used),
              count(lapsed),
              count(pointsSpent),
            ])}
          />
        )}
      </BlockStack>
    </Card>
  );
}
