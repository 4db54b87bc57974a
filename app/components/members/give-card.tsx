import { BlockStack, Button, Card, InlineError, InlineStack, Select, Text } from "@shopify/polaris";
import { useCallback, useState } from "react";
import { useTexts } from "../i18n/language.tsx";
import { memberDeedTexts } from "../i18n/members/member-deed-texts.ts";
import { ReasonField } from "../reason-field.tsx";
import { useDeed } from "../use-deed.ts";
import { ClaimCard, type OfferedReward } from "./claim-card.tsx";
import { useProblem } from "./use-problem.ts";

export interface GivableReward {
  readonly rewardId: string;
  readonly name: string;
  /** What one of them is worth; null where that depends on the order or the goods. */
  readonly worthMinor: number | null;
  /** How many there are still; null: any number. */
  readonly left: number | null;
}

interface RewardCardsProps {
  readonly claimable: readonly OfferedReward[];
  readonly givable: readonly GivableReward[];
}

/** What can be claimed for a member, and what the shop can make a present of. */
export function RewardCards({ claimable, givable }: RewardCardsProps) {
  return (
    <>
      <ClaimCard rewards={claimable} />
      <GiveCard rewards={givable} />
    </>
  );
}

/** A reward the shop makes a member a present of. */
function GiveCard({ rewards }: { readonly rewards: readonly GivableReward[] }) {
  const t = useTexts(memberDeedTexts);
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const deed = useDeed(
    t.given,
    useCallback(() => setReason(""), []),
  );
  const problem = useProblem(deed);
  const [first] = rewards;
  if (first === undefined) return null;
  const reward = rewards.find(({ rewardId }) => rewardId === chosen)?.rewardId ?? first.rewardId;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.give}
        </Text>
        <Select
          label={t.reward}
          helpText={t.giveBody}
          options={rewards.map(({ rewardId, name }) => ({ value: rewardId, label: name }))}
          value={reward}
          onChange={setChosen}
        />
        <ReasonField value={reason} onChange={setReason} {...problem("reason")} />
        {deed.refusal === null ? null : <InlineError fieldID="give" message={deed.refusal} />}
        <InlineStack align="end">
          <Button loading={deed.busy} onClick={() => deed.send({ intent: "give", reward, reason })}>
            {t.giveAction}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
