import {
  Banner,
  BlockStack,
  Button,
  Card,
  InlineError,
  InlineStack,
  List,
  Select,
  Text,
  TextField,
} from "@shopify/polaris";
import { useCallback, useState } from "react";
import { useFormats } from "../formats.tsx";
import { useTexts } from "../i18n/language.tsx";
import { memberDeedTexts } from "../i18n/members/member-deed-texts.ts";
import { refusalTexts, type PageRefusal } from "../i18n/refusal-texts.ts";
import { useDeed } from "../use-deed.ts";
import { useProblem } from "./use-problem.ts";

export interface OfferedReward {
  readonly rewardId: string;
  readonly name: string;
  readonly cost: number | null;
  readonly choice: { readonly min: number; readonly step: number } | null;
  readonly refusal: PageRefusal | null;
}

/** A reward claimed for somebody who asks for it; what cannot be had now says why. */
export function ClaimCard({ rewards }: { readonly rewards: readonly OfferedReward[] }) {
  const t = useTexts(memberDeedTexts);
  const refusals = useTexts(refusalTexts);
  if (rewards.length === 0) return null;
  const open = rewards.filter(({ refusal }) => refusal === null);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.claim}
        </Text>
        {open.length === 0 ? (
          <>
            <Text as="p" tone="subdued">
              {t.noneClaimable}
            </Text>
            <List>
              {rewards.map(({ rewardId, name, refusal }) => (
                <List.Item key={rewardId}>
                  {refusal === null ? name : t.rewardNot(name, refusals[refusal])}
                </List.Item>
              ))}
            </List>
          </>
        ) : null}
        <ClaimForm rewards={open} />
      </BlockStack>
    </Card>
  );
}

function ClaimForm({ rewards }: { readonly rewards: readonly OfferedReward[] }) {
  const t = useTexts(memberDeedTexts);
  const { points, count } = useFormats();
  const [rewardId, setRewardId] = useState<string | null>(null);
  const [typed, setTyped] = useState("");
  const deed = useDeed(
    (made) => (made === "claim" ? t.claimed : t.claimWaits),
    useCallback(() => setTyped(""), []),
  );
  const problem = useProblem(deed);
  const chosen = rewards.find((reward) => reward.rewardId === rewardId) ?? rewards[0];
  return (
    <BlockStack gap="300">
      {deed.made === null ? null : <Banner tone="success">{t.madeCode(deed.made)}</Banner>}
      {chosen === undefined ? null : (
        <>
          <Select
            label={t.reward}
            helpText={t.claimBody}
            options={rewards.map(({ rewardId: value, name, cost }) => ({
              value,
              label: cost === null ? name : t.rewardFor(name, points(cost)),
            }))}
            value={chosen.rewardId}
            onChange={setRewardId}
          />
          {chosen.choice === null ? null : (
            <TextField
              label={t.claimPoints}
              helpText={t.claimPointsHelp(points(chosen.choice.min), count(chosen.choice.step))}
              inputMode="numeric"
              autoComplete="off"
              value={typed}
              onChange={setTyped}
              {...problem("points")}
            />
          )}
          {deed.refusal === null ? null : <InlineError fieldID="claim" message={deed.refusal} />}
          <InlineStack align="end">
            <Button
              loading={deed.busy}
              onClick={() =>
                deed.send({
                  intent: "claim",
                  reward: chosen.rewardId,
                  points: chosen.choice === null ? "" : typed,
                })
              }
            >
              {t.claimAction}
            </Button>
          </InlineStack>
        </>
      )}
    </BlockStack>
  );
}
