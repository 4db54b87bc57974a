import { z } from "zod";
import type { Database } from "#app/db/client.ts";
import { readDraft } from "#app/db/program/program-drafts.ts";
import { readVersionDocument } from "#app/db/program/programs.ts";
import { parseCleanJson } from "#app/domain/clean-text.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { saveDraft, type SavedDraft } from "./save-draft.ts";

export interface RewardSwitch {
  readonly shopId: number;
  readonly rewardId: string;
  readonly enabled: boolean;
  readonly liveVersion: number | null;
  readonly actor: string;
  readonly now: Instant;
}

const withRewards = z.looseObject({ rewards: z.array(z.looseObject({ id: z.string() })) });

/**
 * Switches a reward on or off in the draft, which begins as what is live where there is none. Only publishing the
 * draft makes it count.
 */
export async function switchReward(
  database: Database,
  { shopId, rewardId, enabled, liveVersion, actor, now }: RewardSwitch,
): Promise<SavedDraft | { readonly ok: false; readonly refusal: "reward_unknown" }> {
  const draft = await readDraft(database, shopId);
  const live = liveVersion === null ? undefined : await readVersionDocument(database, shopId, liveVersion);
  const read = withRewards.safeParse(draft === null ? live : parseCleanJson(draft.text));
  if (!read.success || read.data.rewards.every(({ id }) => id !== rewardId)) {
    return { ok: false, refusal: "reward_unknown" };
  }
  const rewards = read.data.rewards.map((reward) =>
    reward.id === rewardId ? { ...reward, enabled } : reward,
  );
  return saveDraft(database, {
    ...{ shopId, baseVersion: liveVersion, actor, now },
    text: JSON.stringify({ ...read.data, rewards }, null, 2),
    expectedRevision: draft === null ? null : draft.revision,
  });
}
