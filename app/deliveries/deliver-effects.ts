import { confirmCode } from "#app/commands/codes/confirm-code.ts";
import { refuseCode } from "#app/commands/codes/refuse-code.ts";
import type { Database } from "#app/db/client.ts";
import { postponeEffect, settleEffect, type TakenEffect } from "#app/db/outbox/outbox-batch.ts";
import { stopSpeakingTo } from "#app/db/shops/shop-states.ts";
import type { Shop } from "#app/db/shops/shops.ts";
import { assert, assertNever } from "#app/domain/assert.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { Effect } from "#app/domain/effect.ts";
import { describeError, log } from "#app/log.server.ts";
import type { DeliverOutcome, OutboxItem, Platform } from "#app/platforms/platform.ts";
import { effectToDeliver } from "./effect-to-deliver.ts";

/** How long a taken effect is leased: longer than any platform call may take, retries within it included. */
export const LEASE_MS = 90_000;
const FIRST_DELAY_MS = 2_000;
const LONGEST_DELAY_MS = 15 * 60_000;
const PARK_AFTER_ATTEMPTS = 20;
/** A permission comes by the merchant's hand, and its delivery says so at once; this is for a lost one. */
const PERMISSION_DELAY_MS = 24 * 60 * 60_000;

export interface DeliveryParts {
  readonly database: Database;
  readonly findPlatform: (name: string) => Pick<Platform, "deliver"> | null;
  readonly now: () => Instant;
}

/**
 * Tells the shop of effects that were taken, together, and writes down what came of each. `gone`: the
 * shop cannot be told anything any more.
 */
export async function deliverEffects(
  database: Database,
  platform: Pick<Platform, "deliver">,
  shop: Shop,
  { effects, now }: { readonly effects: readonly TakenEffect[]; readonly now: Instant },
): Promise<"settled" | "gone"> {
  const wanted: { readonly effect: TakenEffect; readonly item: OutboxItem }[] = [];
  for (const effect of effects) {
    const put = await effectToDeliver(database, shop, effect, now);
    if (put.kind === "wanted") wanted.push({ effect, item: put.item });
    else await settle(database, shop.shopId, effect, { state: "done", reason: put.reason, now });
  }
  if (wanted.length === 0) return "settled";
  const outcomes = await ask(
    platform,
    wanted.map(({ item }) => item),
  );
  const written = await Promise.all(
    wanted.map(({ effect }, index) =>
      writeDown(database, shop.shopId, effect, { outcome: outcomes[index], now }),
    ),
  );
  return written.includes("gone") ? "gone" : "settled";
}

async function writeDown(
  database: Database,
  shopId: number,
  effect: TakenEffect,
  { outcome, now }: { readonly outcome: DeliverOutcome | undefined; readonly now: Instant },
): Promise<"settled" | "gone"> {
  assert(outcome !== undefined, "every effect has its outcome");
  const outboxId = effect.outbox_id;
  switch (outcome.kind) {
    case "done": {
      const { reference } = outcome;
      await confirm(database, shopId, effect, { reference, now });
      await settleEffect(database, shopId, { outboxId, state: "done", reason: null, reference }, now);
      return "settled";
    }
    case "refused":
      if (outcome.lacksPermission === true && canWait(effect.body)) {
        log.warn("effect_not_allowed", { shopId, outboxId, topic: effect.body.type, reason: outcome.reason });
        await postponeEffect(database, shopId, outboxId, {
          reason: outcome.reason,
          nextAttemptAt: now + PERMISSION_DELAY_MS,
        });
        return "settled";
      }
      log.warn("effect_refused", { shopId, outboxId, topic: effect.body.type, reason: outcome.reason });
      await giveBack(database, shopId, effect, { reason: outcome.reason, now });
      await settle(database, shopId, effect, { state: "refused", reason: outcome.reason, now });
      return "settled";
    case "retry":
      await tryLater(database, shopId, effect, { outcome, now });
      return "settled";
    case "gone":
      log.warn("shop_unreachable", { shopId, reason: outcome.reason });
      await postponeEffect(database, shopId, outboxId, { reason: outcome.reason, nextAttemptAt: now });
      await stopSpeakingTo(database, shopId, outcome.reason);
      return "gone";
    default:
      return assertNever(outcome);
  }
}

/** It is over, with a reason and without a trace at the shop. */
function settle(
  database: Database,
  shopId: number,
  { outbox_id: outboxId }: TakenEffect,
  {
    state,
    reason,
    now,
  }: { readonly state: "done" | "refused" | "parked"; readonly reason: string; readonly now: Instant },
): Promise<void> {
  return settleEffect(database, shopId, { outboxId, state, reason, reference: null }, now);
}

/** Nobody waits for it, and it stays true: what a member has, and that a code should not work. */
function canWait({ type }: Effect): boolean {
  return type === "publish_member_state" || type === "withdraw_discount";
}

/** An adapter that throws has met something it did not foresee: not now, and it is looked at in the log. */
async function ask(
  platform: Pick<Platform, "deliver">,
  items: readonly OutboxItem[],
): Promise<readonly DeliverOutcome[]> {
  try {
    return await platform.deliver(items);
  } catch (error) {
    const reason = describeError(error);
    return items.map(() => ({ kind: "retry", reason, afterMs: null }));
  }
}

async function tryLater(
  database: Database,
  shopId: number,
  effect: TakenEffect,
  { outcome, now }: { readonly outcome: Extract<DeliverOutcome, { kind: "retry" }>; readonly now: Instant },
): Promise<void> {
  const outboxId = effect.outbox_id;
  const { reason } = outcome;
  log.warn("effect_postponed", { shopId, outboxId, topic: effect.body.type, reason });
  if (effect.earlier_attempts + 1 >= PARK_AFTER_ATTEMPTS) {
    await settle(database, shopId, effect, { state: "parked", reason, now });
    return;
  }
  const backoffMs = Math.min(FIRST_DELAY_MS * 2 ** effect.earlier_attempts, LONGEST_DELAY_MS);
  const delayMs = outcome.afterMs ?? backoffMs;
  await postponeEffect(database, shopId, outboxId, { reason, nextAttemptAt: now + delayMs });
}

/** The code works from now on. Told twice after a crash, the second time changes nothing. */
async function confirm(
  database: Database,
  shopId: number,
  { body: effect }: TakenEffect,
  { reference, now }: { readonly reference: string | null; readonly now: Instant },
): Promise<void> {
  switch (effect.type) {
    case "issue_discount":
    case "issue_store_credit":
    case "issue_gift_card": {
      const { memberId, code } = effect;
      const answer = await confirmCode(database, { shopId, memberId, code, reference, now });
      if (!answer.ok) log.info("confirmation_without_effect", { shopId, reason: answer.message });
      return;
    }
    case "withdraw_discount":
    case "publish_member_state":
    case "request_experience":
    case "notify_points_expiring":
    case "notify_tier_changed":
    case "notify_tier_grace":
    case "notify_points_earned":
    case "notify_reward_claimed":
    case "notify_segment_entered":
    case "tag_customer":
    case "send_message":
      return;
    default:
      assertNever(effect);
  }
}

/** What was set aside for a code that will never be goes back to the member. */
async function giveBack(
  database: Database,
  shopId: number,
  { body: effect }: TakenEffect,
  { reason, now }: { readonly reason: string; readonly now: Instant },
): Promise<void> {
  if (
    effect.type === "issue_discount" ||
    effect.type === "issue_store_credit" ||
    effect.type === "issue_gift_card"
  ) {
    const { memberId, code } = effect;
    const answer = await refuseCode(database, { shopId, memberId, code, reason, now });
    if (!answer.ok) log.info("refusal_without_effect", { shopId, reason: answer.message });
  }
}
