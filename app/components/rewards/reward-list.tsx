import { BlockStack, Box, Card, Divider, InlineGrid, InlineStack, Link, Text } from "@shopify/polaris";
import { isNearlyEmpty, type Stock } from "#app/domain/redemption/stock.ts";
import { useFormats } from "../formats.tsx";
import { useLanguage, useTexts } from "../i18n/language.tsx";
import { rewardTexts } from "../i18n/rewards/reward-texts.ts";
import { Sentence } from "../program/sentence.tsx";
import { QuietBadge } from "../quiet-badge.tsx";
import { ShareBar } from "../share-bar.tsx";
import type { GiveWhom } from "./give-modal.tsx";
import { RewardActions } from "./reward-actions.tsx";
import type { ShownReward } from "./shown-reward.ts";

interface RewardListProps {
  readonly rewards: readonly ShownReward[];
  readonly whom: GiveWhom;
}

/** Every reward: how it is offered, what is left of it, and what it did. */
export function RewardList({ rewards, whom }: RewardListProps) {
  const t = useTexts(rewardTexts);
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t.rewards}
        </Text>
        {rewards.length === 0 ? (
          <Text as="p" tone="subdued">
            {t.noRewards}
          </Text>
        ) : null}
        {rewards.map((reward) => (
          <BlockStack gap="400" key={reward.rewardId}>
            <Divider />
            <RewardLine reward={reward} whom={whom} />
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  );
}

function RewardLine({ reward, whom }: { readonly reward: ShownReward; readonly whom: GiveWhom }) {
  const t = useTexts(rewardTexts);
  const language = useLanguage();
  const { offer } = reward;
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {reward.name}
        </Text>
        <OfferBadges offer={offer} />
      </InlineStack>
      {offer === null ? null : (
        <Text as="p">
          <Sentence text={offer.sentence[language]} />
        </Text>
      )}
      {offer?.isOnlyGiven === true ? (
        <Text as="p" variant="bodySm" tone="subdued">
          {t.onlyGivenHelp}
        </Text>
      ) : null}
      {offer?.stock == null ? null : <StockLine rewardId={reward.rewardId} stock={offer.stock} />}
      <RewardDeeds reward={reward} />
      <InlineStack gap="300" blockAlign="center">
        <RewardActions reward={reward} whom={whom} />
        <Link
          url={`/app/rewards?${new URLSearchParams({ reward: reward.rewardId }).toString()}`}
          accessibilityLabel={t.showCodesOf(reward.name)}
        >
          {t.showCodes}
        </Link>
      </InlineStack>
    </BlockStack>
  );
}

function OfferBadges({ offer }: Pick<ShownReward, "offer">) {
  const t = useTexts(rewardTexts);
  if (offer === null) return <QuietBadge tone={null}>{t.gone}</QuietBadge>;
  const { isEnabled, isOnlyGiven, stock } = offer;
  return (
    <>
      <QuietBadge tone={isEnabled ? (isOnlyGiven ? "info" : "success") : null}>
        {isEnabled ? (isOnlyGiven ? t.onlyGiven : t.on) : t.off}
      </QuietBadge>
      {stock === null || !isNearlyEmpty(stock) ? null : (
        <QuietBadge tone={stock.left === 0 ? "critical" : "attention"}>
          {stock.left === 0 ? t.empty : t.nearlyEmpty}
        </QuietBadge>
      )}
    </>
  );
}

function StockLine({ rewardId, stock }: { readonly rewardId: string; readonly stock: Stock }) {
  const t = useTexts(rewardTexts);
  const { count } = useFormats();
  const id = `stock-${rewardId}`;
  return (
    <Box maxWidth="20rem">
      <BlockStack gap="100">
        <span id={id}>{t.left(count(stock.left), count(stock.stock))}</span>
        <ShareBar part={stock.left} whole={stock.stock} labelledBy={id} />
      </BlockStack>
    </Box>
  );
}

/** What it did: only figures that say something of it. */
function RewardDeeds({ reward }: { readonly reward: ShownReward }) {
  const t = useTexts(rewardTexts);
  const { count, money } = useFormats();
  const figures = [
    { label: t.claimed, value: count(reward.claimed) },
    ...(reward.given === 0 ? [] : [{ label: t.given, value: count(reward.given) }]),
    { label: t.open, value: count(reward.open) },
    { label: t.used, value: count(reward.used) },
    { label: t.lapsed, value: count(reward.lapsed) },
    { label: t.spent, value: count(reward.pointsSpent) },
    ...(reward.usedMinor === null ? [] : [{ label: t.worth, value: money(reward.usedMinor) }]),
  ];
  return (
    <InlineGrid columns={{ xs: 2, sm: 4, lg: 7 }} gap="200">
      {figures.map(({ label, value }) => (
        <BlockStack key={label}>
          <Text as="span" variant="bodySm" tone="subdued">
            {label}
          </Text>
          <Text as="span" numeric fontWeight="medium">
            {value}
          </Text>
        </BlockStack>
      ))}
    </InlineGrid>
  );
}
