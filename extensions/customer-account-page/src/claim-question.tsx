import type { StorefrontReward } from "../../../storefront/state.ts";
import { say } from "../../../storefront/words/words.ts";
import { claimQuestion } from "../../../storefront/wording/claims.ts";
import { fieldText } from "../../common/field-text.ts";
import type { ShopperClient } from "../../common/shopper-client.ts";
import { useClaim } from "../../common/use-claim.ts";
import type { ReadyShopper } from "../../common/use-shopper.ts";

interface ClaimQuestionProps {
  client: ShopperClient;
  shopper: ReadyShopper;
  reward: StorefrontReward;
  onDone: (points: number | null, code: string | null) => void;
  onCancel: () => void;
}

/** "500 Bohnen for €5.00 off, valid 90 days." Yes, or not now: asked once. */
export function ClaimQuestion({ client, shopper, reward, onDone, onCancel }: ClaimQuestionProps) {
  const { speech, settle } = shopper;
  const { words } = speech;
  const claim = useClaim({ reward, claim: client.claim, settle, onDone });
  return (
    <s-stack gap="small">
      {reward.variable !== null && claim.points !== null && (
        <s-number-field
          label={say(words.claimChoose, { name: speech.pointsName })}
          value={String(claim.points)}
          min={reward.variable.min}
          max={reward.variable.max ?? claim.points}
          step={reward.variable.step}
          onChange={(event) => claim.choose(fieldText(event))}
        />
      )}
      <s-text>{claimQuestion(speech, reward, claim.points)}</s-text>
      {claim.failure !== null && <s-banner tone="critical">{claim.failure}</s-banner>}
      <s-stack direction="inline" gap="small">
        <s-button variant="primary" loading={claim.working} onClick={() => void claim.confirm()}>
          {claim.failure === null ? words.claimYes : words.retry}
        </s-button>
        {!claim.working && (
          <s-button variant="secondary" onClick={onCancel}>
            {words.claimNo}
          </s-button>
        )}
      </s-stack>
    </s-stack>
  );
}
