import { useState } from "preact/hooks";
import type { StorefrontReward } from "../../../storefront/state.ts";
import { chosenReward, claimedWords, isDiscount } from "../../../storefront/wording/claims.ts";
import {
  rewardConditions,
  rewardCost,
  rewardWaits,
  rewardsInOrder,
} from "../../../storefront/wording/rewards.ts";
import type { ShopperClient } from "../../common/shopper-client.ts";
import { ClaimQuestion } from "./claim-question.tsx";
import { CodeActions } from "./code-actions.tsx";
import type { ReadyShopper } from "../../common/use-shopper.ts";

interface RewardsProps {
  client: ShopperClient;
  shopper: ReadyShopper;
}

/** The reward just claimed, the points chosen for it, and its code once there is one. */
interface Claimed {
  readonly rewardId: string;
  readonly points: number | null;
  readonly code: string | null;
}

/** What can be claimed comes first; everything else says what it waits for. */
export function Rewards({ client, shopper }: RewardsProps) {
  const { words } = shopper.speech;
  const [asking, setAsking] = useState<string | null>(null);
  const [claimed, setClaimed] = useState<Claimed | null>(null);
  const { rewards } = shopper.state.program;
  const ask = (rewardId: string) => {
    setClaimed(null);
    setAsking(rewardId);
  };
  return (
    <s-section heading={words.rewardsTitle}>
      <s-stack gap="base">
        {rewards.length === 0 && <s-text color="subdued">{words.rewardsNone}</s-text>}
        {rewardsInOrder(rewards).map((reward) => (
          <RewardCard key={reward.id} shopper={shopper} reward={reward}>
            {claimed?.rewardId === reward.id ? (
              <ClaimedReward shopper={shopper} reward={reward} claimed={claimed} />
            ) : asking === reward.id ? (
              <ClaimQuestion
                client={client}
                shopper={shopper}
                reward={reward}
                onDone={(points, code) => {
                  setAsking(null);
                  setClaimed({ rewardId: reward.id, points, code });
                }}
                onCancel={() => setAsking(null)}
              />
            ) : (
              <ClaimOffer shopper={shopper} reward={reward} onAsk={() => ask(reward.id)} />
            )}
          </RewardCard>
        ))}
      </s-stack>
    </s-section>
  );
}

interface RewardProps {
  shopper: ReadyShopper;
  reward: StorefrontReward;
}

function RewardCard({
  shopper: { speech },
  reward,
  children,
}: RewardProps & { children: preact.ComponentChildren }) {
  const conditions = rewardConditions(speech, reward);
  return (
    <s-box border="base" borderRadius="base" padding="base">
      <s-stack gap="small">
        <s-stack direction="inline" justifyContent="space-between" gap="small-300 base">
          <s-text type="strong">{speech.rewardTitle(reward)}</s-text>
          <s-text>{rewardCost(speech, reward)}</s-text>
        </s-stack>
        {conditions.length > 0 && <s-text color="subdued">{conditions.join(" · ")}</s-text>}
        {children}
      </s-stack>
    </s-box>
  );
}

function ClaimOffer({ shopper: { speech }, reward, onAsk }: RewardProps & { onAsk: () => void }) {
  const waits = rewardWaits(speech, reward);
  if (waits !== null) return <s-text color="subdued">{waits}</s-text>;
  return (
    <s-button onClick={onAsk} accessibilityLabel={`${speech.words.claim}: ${speech.reward(reward)}`}>
      {speech.words.claim}
    </s-button>
  );
}

function ClaimedReward({ shopper, reward, claimed: { points, code } }: RewardProps & { claimed: Claimed }) {
  const { speech } = shopper;
  const told = speech.reward(chosenReward(reward, points));
  return (
    <s-stack gap="small" accessibilityRole="status">
      <s-text>{claimedWords(speech, reward.kind, { told, code })}</s-text>
      {code !== null && isDiscount(reward.kind) && (
        <CodeActions shopper={shopper} code={code} place="claimed" />
      )}
    </s-stack>
  );
}
