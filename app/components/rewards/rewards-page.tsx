import { BlockStack, Box, Card, IndexTable, Page, Text } from "@shopify/polaris";
import { useFormats } from "../formats.tsx";
import { useLanguage, useTexts, type Language } from "../i18n/language.tsx";
import { rewardTexts } from "../i18n/reward-texts.ts";
import { NumberCell } from "../number-cell.tsx";
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
    <Card padding="0">
      <Box padding="300">
        <Text as="h2" variant="headingMd">
          {t.rewards}
        </Text>
      </Box>
      <IndexTable
        selectable={false}
        resourceName={{ singular: t.reward, plural: t.rewards }}
        itemCount={rewards.length}
        emptyState={
          <Box padding="400">
            <Text as="p" tone="subdued">
              {t.noRewards}
            </Text>
          </Box>
        }
        headings={[
          { title: t.reward },
          { title: t.terms },
          { title: t.open, alignment: "end" },
          { title: t.used, alignment: "end" },
          { title: t.lapsed, alignment: "end" },
          { title: t.spent, alignment: "end" },
        ]}
      >
        {rewards.map(({ rewardId, name, sentence, open, used, lapsed, pointsSpent }, index) => (
          <IndexTable.Row id={rewardId} key={rewardId} position={index}>
            <IndexTable.Cell>{name}</IndexTable.Cell>
            <IndexTable.Cell>
              {sentence === null ? t.gone : <Sentence text={sentence[language]} />}
            </IndexTable.Cell>
            <NumberCell text={count(open)} />
            <NumberCell text={count(used)} />
            <NumberCell text={count(lapsed)} />
            <NumberCell text={count(pointsSpent)} />
          </IndexTable.Row>
        ))}
      </IndexTable>
    </Card>
  );
}
