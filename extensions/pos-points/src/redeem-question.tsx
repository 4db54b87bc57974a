import type { StorefrontReward } from "../../../storefront/state.ts";
import { say } from "../../../storefront/words/words.ts";
import { claimQuestion } from "../../../storefront/wording/claims.ts";
import { fieldText } from "../../common/field-text.ts";
import type { StaffClient } from "../../common/staff-client.ts";
import type { Translate } from "../../common/staff-words.ts";
import { useClaim } from "../../common/use-claim.ts";
import type { ReadyShopper } from "../../common/use-shopper.ts";

interface RedeemQuestionProps {
  client: StaffClient;
  shopper: ReadyShopper;
  translate: Translate;
  reward: StorefrontReward;
  onDone: (points: number | null, code: string | null) => void;
  onCancel: () => void;
}

/** What it costs and what it gives, asked once before points move. */
export function RedeemQuestion(props: RedeemQuestionProps) {
  const { client, shopper, translate, reward, onDone, onCancel } = props;
  const { speech, settle } = shopper;
  const claim = useClaim({ reward, claim: client.claim, settle, onDone });
  return (
    <s-stack gap="base">
      {reward.variable !== null && claim.points !== null && (
        <s-number-field
          label={say(speech.words.claimChoose, { name: speech.pointsName })}
          value={String(claim.points)}
          min={reward.variable.min}
          max={reward.variable.max ?? claim.points}
          onChange={(event) => claim.choose(fieldText(event))}
        />
      )}
      <s-text>{claimQuestion(speech, reward, claim.points)}</s-text>
      {claim.failure !== null && <s-banner tone="critical" heading={claim.failure} />}
      <s-button variant="primary" loading={claim.working} onClick={() => void claim.confirm()}>
        {translate("redeem.confirm")}
      </s-button>
      <s-button disabled={claim.working} onClick={onCancel}>
        {translate("redeem.back")}
      </s-button>
    </s-stack>
  );
}
