import { assertNever } from "#app/domain/assert.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { Effect } from "#app/domain/effect.ts";
import { type CodeState, readPersonAtShop, readCodeState } from "#app/db/effect-facts.ts";
import type { Database } from "#app/db/client.ts";
import type { TakenEffect } from "#app/db/outbox-batch.ts";
import { readProgramVersions } from "#app/db/programs.ts";
import type { Shop } from "#app/db/shops.ts";
import { type MemberToPublish, memberToPublish } from "./member-to-publish.ts";

/** What delivering an effect needs; `OutboxItem` of the platform port has this form. */
export interface DeliverableEffect {
  readonly id: string;
  readonly shopKey: string;
  readonly attempts: number;
  readonly effect: Effect;
  readonly customerId: string | null;
  readonly memberState: (MemberToPublish & { readonly customerId: string; readonly tierTag: TierTag }) | null;
  readonly currency: string;
  readonly rewardName: string | null;
}

type TierTag = "write" | "remove" | "leave";

export type EffectToDeliver =
  | { readonly kind: "wanted"; readonly item: DeliverableEffect }
  /** The world has moved on since it was written down. */
  | { readonly kind: "unwanted"; readonly reason: string };

/** Puts an effect into the words of this moment, or says why it need not be delivered any more. */
export async function effectToDeliver(
  database: Database,
  shop: Shop,
  taken: TakenEffect,
  now: Instant,
): Promise<EffectToDeliver> {
  const { body: effect } = taken;
  const { shopId, currency } = shop;
  if (currency === null) return { kind: "unwanted", reason: "the shop has no currency" };
  const customerId = await readPersonAtShop(database, shopId, effect.memberId);
  const wanted = (
    more: Pick<DeliverableEffect, "memberState" | "rewardName">,
    boundTo = customerId,
  ): EffectToDeliver => ({
    kind: "wanted",
    item: {
      id: String(taken.outbox_id),
      shopKey: shop.shopKey,
      attempts: taken.earlier_attempts,
      effect,
      customerId: boundTo,
      currency,
      ...more,
    },
  });
  switch (effect.type) {
    case "issue_discount":
    case "issue_store_credit":
    case "issue_gift_card": {
      const state = await readCodeState(database, shopId, effect.code);
      if (state?.state !== "held") return { kind: "unwanted", reason: "the code is not wanted any more" };
      const boundTo = shop.settings.codesMayBePassedOn ? null : customerId;
      return wanted({ memberState: null, rewardName: await rewardName(database, shopId, state) }, boundTo);
    }
    case "publish_member_state":
    case "notify_points_earned":
    case "notify_tier_changed":
    case "notify_points_expiring":
    case "notify_reward_claimed": {
      if (customerId === null) return { kind: "unwanted", reason: "the shop has no such customer" };
      const state = await memberToPublish(database, shopId, effect.memberId, now);
      if (state === null) return { kind: "unwanted", reason: "there is no such member" };
      const code =
        effect.type === "notify_reward_claimed" ? await readCodeState(database, shopId, effect.code) : null;
      return wanted({
        memberState: { ...state, customerId, tierTag: tierTagOf(shop) },
        rewardName: code === null ? null : await rewardName(database, shopId, code),
      });
    }
    case "withdraw_discount":
    case "request_experience":
    case "notify_tier_grace":
      return wanted({ memberState: null, rewardName: null });
    default:
      return assertNever(effect);
  }
}

function tierTagOf({ settings }: Shop): TierTag {
  if (settings.tagTier) return "write";
  return settings.tierTagsLeft ? "remove" : "leave";
}

/** The merchant's own name for it, as it was when the code was claimed; null where it has none. */
async function rewardName(
  database: Database,
  shopId: number,
  { rewardId, programVersion }: CodeState,
): Promise<string | null> {
  const versions = await readProgramVersions(database, shopId);
  const program = versions.find(({ version }) => version === programVersion)?.program;
  return program?.rewards.find(({ id }) => id === rewardId)?.name ?? null;
}
