import { useNavigate } from "@remix-run/react";
import { BlockStack, Button, ButtonGroup, InlineError } from "@shopify/polaris";
import { useCallback, useState } from "react";
import { rewardTexts } from "../i18n/rewards/reward-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { useDeed } from "../use-deed.ts";
import { GiveModal, type GiveWhom } from "./give-modal.tsx";
import type { ShownReward } from "./shown-reward.ts";

interface RewardActionsProps {
  readonly reward: ShownReward;
  readonly whom: GiveWhom;
}

/** What can be done about a reward of the program: given at once, changed and switched in the draft. */
export function RewardActions({ reward, whom }: RewardActionsProps) {
  const t = useTexts(rewardTexts);
  const [giving, setGiving] = useState(false);
  const { offer, name, rewardId } = reward;
  const close = useCallback(() => setGiving(false), []);
  const navigate = useNavigate();
  // It waits in the draft with everything else, to be published there.
  const change = useDeed(
    t.switched,
    useCallback(() => navigate(editorOf(rewardId)), [navigate, rewardId]),
  );
  if (offer === null) return null;
  const { isEnabled } = offer;
  return (
    <BlockStack gap="100">
      <ButtonGroup>
        {offer.isGivable ? (
          <Button onClick={() => setGiving(true)} accessibilityLabel={`${t.give}: ${name}`}>
            {t.give}
          </Button>
        ) : null}
        <Button url={editorOf(rewardId)} accessibilityLabel={`${t.edit}: ${name}`}>
          {t.edit}
        </Button>
        <Button
          loading={change.busy}
          accessibilityLabel={`${isEnabled ? t.switchOff : t.switchOn}: ${name}`}
          onClick={() =>
            change.send({ intent: "switch", reward: rewardId, enabled: isEnabled ? "no" : "yes" })
          }
        >
          {isEnabled ? t.switchOff : t.switchOn}
        </Button>
      </ButtonGroup>
      {change.refusal === null ? null : <InlineError fieldID={rewardId} message={change.refusal} />}
      {giving ? <GiveModal reward={reward} whom={whom} onClose={close} /> : null}
    </BlockStack>
  );
}

/** The program's editor with this reward opened. */
function editorOf(rewardId: string): string {
  return `/app/program/rewards?${new URLSearchParams({ open: rewardId }).toString()}`;
}
