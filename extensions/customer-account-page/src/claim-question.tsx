import { useState } from "preact/hooks";
import type { StorefrontReward } from "../../../storefront/state.ts";
import { say } from "../../../storefront/words/words.ts";
import type { ShopperClient } from "../../common/shopper-client.ts";
import { fieldText } from "../../common/field-text.ts";
import { claimQuestion } from "../../common/shopper-wording.ts";
import type { Ready } from "./program-page.tsx";

interface ClaimQuestionProps {
  client: ShopperClient;
  shopper: Ready;
  reward: StorefrontReward;
  onDone: (points: number | null, code: string | null) => void;
  onCancel: () => void;
}

/** "500 Bohnen for €5.00 off, valid 90 days." Yes, or not now: asked once. */
export function ClaimQuestion({ client, shopper, reward, onDone, onCancel }: ClaimQuestionProps) {
  const { speech, settle } = shopper;
  const { words } = speech;
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
    if (settled.ok) onDone(points, settled.code);
    else setFailure(settled.text);
  };

  return (
    <s-stack gap="small">
      {reward.variable !== null && points !== null && (
        <s-number-field
          label={say(words.claimChoose, { name: speech.pointsName })}
          value={String(points)}
          min={reward.variable.min}
          max={reward.variable.max ?? points}
          step={reward.variable.step}
          onChange={(event) => choose(fieldText(event))}
        />
      )}
      <s-text>{claimQuestion(speech, reward, points)}</s-text>
      {failure !== null && <s-banner tone="critical">{failure}</s-banner>}
      <s-stack direction="inline" gap="small">
        <s-button variant="primary" loading={working} onClick={() => void confirm()}>
          {failure === null ? words.claimYes : words.retry}
        </s-button>
        {!working && (
          <s-button variant="secondary" onClick={onCancel}>
            {words.claimNo}
          </s-button>
        )}
      </s-stack>
    </s-stack>
  );
}
