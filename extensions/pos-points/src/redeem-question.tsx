import { useState } from "preact/hooks";
import type { StorefrontReward } from "../../../storefront/state.ts";
import { say } from "../../../storefront/words/words.ts";
import { fieldText } from "../../common/field-text.ts";
import { claimQuestion } from "../../common/shopper-wording.ts";
import type { StaffClient } from "../../common/staff-client.ts";
import type { Translate } from "../../common/staff-words.ts";
import type { Ready } from "./redeem-page.tsx";

interface RedeemQuestionProps {
  client: StaffClient;
  shopper: Ready;
  translate: Translate;
  reward: StorefrontReward;
  onDone: (code: string | null) => void;
  onCancel: () => void;
}

/** What it costs and what it gives, asked once before points move. */
export function RedeemQuestion(props: RedeemQuestionProps) {
  const { client, shopper, translate, reward, onDone, onCancel } = props;
  const { speech, settle } = shopper;
  const [points, setPoints] = useState(reward.variable?.min ?? null);
  // Another amount is another claim: the key of a failed attempt must not answer for it.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [working, setWorking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const choose = (typed: string) => {
    const chosen = Number(typed);
    if (!Number.isSafeInteger(chosen)) return;
    setPoints(chosen);
    setKey(crypto.randomUUID());
  };
  const confirm = async () => {
    if (working) return;
    setWorking(true);
    setFailure(null);
    const settled = settle(await client.claim(reward.id, points, key));
    setWorking(false);
    if (settled.ok) onDone(settled.code);
    else setFailure(settled.text);
  };

  return (
    <s-stack gap="base">
      {reward.variable !== null && points !== null && (
        <s-number-field
          label={say(speech.words.claimChoose, { name: speech.pointsName })}
          value={String(points)}
          min={reward.variable.min}
          max={reward.variable.max ?? points}
          onChange={(event) => choose(fieldText(event))}
        />
      )}
      <s-text>{claimQuestion(speech, reward, points)}</s-text>
      {failure !== null && <s-banner tone="critical" heading={failure} />}
      <s-button variant="primary" loading={working} onClick={() => void confirm()}>
        {translate("redeem.confirm")}
      </s-button>
      <s-button disabled={working} onClick={onCancel}>
        {translate("redeem.back")}
      </s-button>
    </s-stack>
  );
}
