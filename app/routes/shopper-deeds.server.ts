import { z } from "zod";
import { cancelCode } from "#app/commands/cancel-code.ts";
import { claimReward } from "#app/commands/claim-reward.ts";
import { joinProgram } from "#app/commands/join-program.ts";
import type { Database } from "#app/db/client.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { deliverCode, type ClaimedCode } from "#app/jobs/deliver-code.ts";
import { logError } from "#app/log.server.ts";
import { findPlatform } from "#app/platforms/registry.server.ts";
import { storefrontCode } from "#app/queries/storefront-code.ts";
import type { Shopper } from "#app/queries/storefront-shop.ts";
import { storefrontState } from "#app/queries/storefront-sight.ts";
import type { StorefrontAnswer, StorefrontRefusal } from "#app/queries/storefront-state.ts";
import { storefrontRefusal } from "./storefront-refusal.server.ts";

/** One customer of one shop, proven by the platform; whoever acts, it is about this customer. */
export interface ShopperVisit {
  readonly database: Database;
  readonly shopId: number;
  readonly shopper: Shopper;
  readonly now: Instant;
}

/** `points` only where the member chooses the value; `key` is of the click: pressing twice claims once. */
export const rewardChoice = z.object({
  rewardId: z.string().min(1).max(100),
  points: z.int().positive().nullable(),
  key: z.string().regex(/^[\w-]{8,80}$/u),
});

export type RewardChoice = z.output<typeof rewardChoice>;

/**
 * Sets points aside for a reward and waits a moment for its code; null in the answer: it is being made.
 * `actor` is the member of staff who does it for the shopper, null where the shopper does it.
 */
export async function claimFor(
  visit: ShopperVisit,
  choice: RewardChoice,
  actor: string | null,
): Promise<StorefrontAnswer> {
  const { database, shopId, shopper, now } = visit;
  const { memberId } = shopper;
  if (memberId === null) return refusal("not_a_member");
  const { rewardId, points } = choice;
  const key = `surface:${memberId}:${choice.key}`;
  const claimed = await claimReward(database, { shopId, memberId, rewardId, points, actor, key, now });
  if (!claimed.ok) return refusedClaim(visit, choice, storefrontRefusal(claimed.refusal));
  const { code } = claimed;
  const made = await storefrontCode(database, shopId, code, askShop(database, { shopId, memberId, code }));
  if (made === "refused") return refusal("unavailable");
  return changed(visit, made === "made" ? code : null);
}

/** True: the shop was asked by us, whatever came of it. What fails here is the worker's to do again. */
async function askShop(database: Database, code: ClaimedCode): Promise<boolean> {
  try {
    return (await deliverCode({ database, findPlatform, now: Date.now }, code)) === "told";
  } catch (error) {
    logError("code_not_delivered", error, { shopId: code.shopId });
    return false;
  }
}

export async function cancelCodeFor(visit: ShopperVisit, code: string): Promise<StorefrontAnswer> {
  const { database, shopId, shopper, now } = visit;
  const { memberId } = shopper;
  if (memberId === null) return refusal("not_a_member");
  const reason = "given back";
  const cancelled = await cancelCode(database, { shopId, memberId, code, reason, actor: null, now });
  return cancelled.ok ? changed(visit, null) : refusal(storefrontRefusal(cancelled.refusal));
}

/** Whoever is logged in joins, or comes back. What the shop's own deliveries say of them is left as it is. */
export async function joinFor({ database, shopId, shopper, now }: ShopperVisit): Promise<StorefrontAnswer> {
  const { customerId: id, email } = shopper;
  const customer = {
    id,
    email,
    emailProven: false,
    tags: null,
    birthday: null,
    firstName: null,
    lastName: null,
  };
  const { memberId } = await joinProgram(database, { shopId, customer, now });
  return changed({ database, shopId, shopper: { ...shopper, memberId }, now }, null);
}

/** What a change is answered with: the new state, so that nothing is asked twice. */
export async function changed(visit: ShopperVisit, code: string | null): Promise<StorefrontAnswer> {
  const state = await storefrontState(visit.database, visit.shopId, visit.shopper, visit.now);
  return state === null ? refusal("program_missing") : { ok: true, code, state };
}

export type RefusalAnswer = Extract<StorefrontAnswer, { readonly ok: false }>;

export function refusal(reason: StorefrontRefusal, missing: number | null = null): RefusalAnswer {
  return { ok: false, refusal: reason, missing };
}

async function refusedClaim(
  { database, shopId, shopper, now }: ShopperVisit,
  choice: RewardChoice,
  reason: StorefrontRefusal,
): Promise<StorefrontAnswer> {
  if (reason !== "points_insufficient") return refusal(reason);
  const state = await storefrontState(database, shopId, shopper, now);
  const reward = state?.program.rewards.find(({ id }) => id === choice.rewardId);
  const price = choice.points ?? reward?.cost;
  if (state?.viewer.kind !== "member" || price == null) return refusal(reason);
  return refusal(reason, Math.max(0, price - state.viewer.available));
}
