import { assertNever } from "#app/domain/assert.ts";
import type { ProgramVersion } from "#app/domain/books/books.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { Effect } from "#app/domain/effect.ts";
import { type CodeState, readPersonAtShop, readCodeState } from "#app/db/outbox/effect-facts.ts";
import type { Database } from "#app/db/client.ts";
import type { TakenEffect } from "#app/db/outbox/outbox-batch.ts";
import { hasStandingPerks, standingPerks } from "#app/domain/program/standing-perks.ts";
import type { CombinesWith } from "#app/domain/shops/merchant-choices.ts";
import { inLanguage } from "#app/domain/program/texts/text.ts";
import { readProgramVersions } from "#app/db/program/programs.ts";
import type { Shop } from "#app/db/shops/shops.ts";
import { type MemberToPublish, memberToPublish } from "#app/queries/members/member-to-publish.ts";

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
  readonly combinesWith: CombinesWith;
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
      combinesWith: shop.settings.combinesWith,
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
      const versions = await readProgramVersions(database, shopId);
      const code =
        effect.type === "notify_reward_claimed" ? await readCodeState(database, shopId, effect.code) : null;
      return wanted({
        memberState: { ...state, customerId, tierTag: tierTagOf(shop, state.tierId, versions) },
        rewardName: code === null ? null : await rewardName(database, shopId, code),
      });
    }
    case "tag_customer":
    case "notify_segment_entered":
      if (customerId === null) return { kind: "unwanted", reason: "the shop has no such customer" };
      return wanted({ memberState: null, rewardName: null });
    case "withdraw_discount":
    case "request_experience":
    case "notify_tier_grace":
    case "send_message":
      return wanted({ memberState: null, rewardName: null });
    default:
      return assertNever(effect);
  }
}

/** The cart knows the members of a level by their tag: it is written where the merchant wishes, or a perk needs it. */
function tierTagOf({ settings }: Shop, levelId: string | null, versions: readonly ProgramVersion[]): TierTag {
  const live = versions.at(-1);
  const isNeeded = levelId !== null && live !== undefined && hasStandingPerks(live.program, levelId);
  if (settings.tagTier || isNeeded) return "write";
  const wasWritten =
    settings.tierTagsLeft || versions.some(({ program }) => standingPerks(program).length > 0);
  return wasWritten ? "remove" : "leave";
}

/** What the reward was called when the code was claimed, in the program's language; null where it is not known. */
async function rewardName(
  database: Database,
  shopId: number,
  { rewardId, programVersion }: CodeState,
): Promise<string | null> {
  const versions = await readProgramVersions(database, shopId);
  const program = versions.find(({ version }) => version === programVersion)?.program;
  const reward = program?.rewards.find(({ id }) => id === rewardId);
  return program === undefined || reward === undefined ? null : inLanguage(reward.name, program.language);
}
