import { BlockStack, Page } from "@shopify/polaris";
import type { CodeCondition } from "#app/domain/books/codes.ts";
import { useTexts } from "../i18n/language.tsx";
import { rewardTexts } from "../i18n/rewards/reward-texts.ts";
import { PlanBanner } from "../host/plan-banner.tsx";
import type { SegmentChoice } from "../members/list/segment-choice.ts";
import type { ShownView } from "../members/list/member-views.tsx";
import { CodeTable, type ListedCode } from "./code-table.tsx";
import { ExperiencesCard } from "./experiences-card.tsx";
import { RewardList } from "./reward-list.tsx";
import type { ShownReward } from "./shown-reward.ts";

interface RewardsPageProps {
  readonly rewards: readonly ShownReward[];
  readonly codes: readonly ListedCode[];
  readonly next: string | null;
  readonly counts: Readonly<Record<CodeCondition, number>>;
  readonly waiting: readonly ListedCode[];
  readonly views: readonly ShownView[];
  readonly segments: readonly SegmentChoice[];
}

/** Who waits for something, what each reward did, and every code. */
export function RewardsPage({ rewards, codes, next, counts, waiting, views, segments }: RewardsPageProps) {
  const t = useTexts(rewardTexts);
  return (
    <Page title={t.title} fullWidth primaryAction={{ content: t.create, url: "/app/program/rewards?new" }}>
      <BlockStack gap="400">
        <PlanBanner of="rewards" />
        <ExperiencesCard waiting={waiting} total={counts.requested} />
        <RewardList rewards={rewards} whom={{ views, segments }} />
        <CodeTable codes={codes} next={next} counts={counts} rewards={rewards} />
      </BlockStack>
    </Page>
  );
}
