import { useMemo, useState } from "preact/hooks";
import type { StorefrontReward } from "../../../storefront/state.ts";
import { chosenReward, isDiscount } from "../../../storefront/wording/claims.ts";
import {
  rewardConditions,
  rewardCost,
  rewardWaits,
  rewardsInOrder,
} from "../../../storefront/wording/rewards.ts";
import type { StaffClient } from "../../common/staff-client.ts";
import { staffWords, type Translate } from "../../common/staff-words.ts";
import { useShopper, type ReadyShopper } from "../../common/use-shopper.ts";
import { RedeemQuestion } from "./redeem-question.tsx";
import { Redeemed } from "./redeemed.tsx";

export interface RedeemPageProps {
  client: StaffClient;
  translate: Translate;
  /** Puts a code on the sale in progress; rejects where the till refuses it. */
  addCodeToCart: (code: string) => Promise<void>;
  onClose: () => void;
}

type Step =
  | { readonly kind: "choose" }
  | { readonly kind: "ask"; readonly reward: StorefrontReward }
  | ({ readonly kind: "done"; readonly reward: StorefrontReward } & Claimed);

/** The points chosen for a reward whose value is chosen, and its code once there is one. */
interface Claimed {
  readonly points: number | null;
  readonly code: string | null;
}

/** Rewards the person may have now; one question; then the code, put on the sale where it fits. */
export function RedeemPage({ client, translate, addCodeToCart, onClose }: RedeemPageProps) {
  const { words, locale } = useMemo(() => staffWords(translate), [translate]);
  const shopper = useShopper(client.open, words, locale);
  const [step, setStep] = useState<Step>({ kind: "choose" });
  return (
    <s-page heading={translate("redeem.name")}>
      <s-scroll-box>
        {shopper.phase === "loading" && <s-text>{words.loading}</s-text>}
        {shopper.phase === "failed" && (
          <s-stack gap="base">
            <s-banner tone="critical" heading={shopper.text} />
            <s-button onClick={shopper.retry}>{words.retry}</s-button>
          </s-stack>
        )}
        {shopper.phase === "ready" && step.kind === "choose" && (
          <Rewards
            shopper={shopper}
            translate={translate}
            onChoose={(reward) => setStep({ kind: "ask", reward })}
          />
        )}
        {shopper.phase === "ready" && step.kind === "ask" && (
          <RedeemQuestion
            client={client}
            shopper={shopper}
            translate={translate}
            reward={step.reward}
            onDone={(points, code) => setStep({ kind: "done", reward: step.reward, points, code })}
            onCancel={() => setStep({ kind: "choose" })}
          />
        )}
        {shopper.phase === "ready" && step.kind === "done" && (
          <Redeemed
            translate={translate}
            shopper={shopper}
            what={shopper.speech.rewardTitle(chosenReward(step.reward, step.points))}
            code={isDiscount(step.reward.kind) ? step.code : null}
            making={isDiscount(step.reward.kind) && step.code === null}
            addCodeToCart={addCodeToCart}
            onClose={onClose}
          />
        )}
      </s-scroll-box>
    </s-page>
  );
}

interface RewardsProps {
  shopper: ReadyShopper;
  translate: Translate;
  onChoose: (reward: StorefrontReward) => void;
}

function Rewards({ shopper: { state, speech }, translate, onChoose }: RewardsProps) {
  const { viewer, program } = state;
  if (viewer.kind !== "member") return <s-text>{translate("notMember")}</s-text>;
  return (
    <s-stack gap="base">
      <s-heading>{speech.points(viewer.available)}</s-heading>
      {program.rewards.length === 0 && <s-text>{translate("redeem.nothingYet")}</s-text>}
      {rewardsInOrder(program.rewards).map((reward) => {
        const aside = rewardWaits(speech, reward) ?? rewardConditions(speech, reward).join(" · ");
        const cost = rewardCost(speech, reward);
        return (
          <s-section key={reward.id} heading={speech.rewardTitle(reward)}>
            <s-stack gap="small">
              <s-text color="subdued">{aside === "" ? cost : `${cost} · ${aside}`}</s-text>
              {reward.claim?.ok === true && (
                <s-button onClick={() => onChoose(reward)}>{translate("redeem.choose")}</s-button>
              )}
            </s-stack>
          </s-section>
        );
      })}
    </s-stack>
  );
}
