import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { joinChallenge } from "#app/commands/challenges/join-challenge.ts";
import { cancelCode } from "#app/commands/codes/cancel-code.ts";
import { joinProgram } from "#app/commands/members/join-program.ts";
import type { Database } from "#app/db/client.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { askForTags } from "#app/deliveries/ask-for-tags.ts";
import { findPlatform } from "#app/platforms/registry.server.ts";
import type { Shopper } from "#app/queries/storefront/storefront-shop.ts";
import { storefrontState } from "#app/queries/storefront/storefront-sight.ts";
import type { StorefrontAnswer, StorefrontRefusal } from "#storefront/state.ts";
import { claimAndAsk } from "./claim-and-ask.server.ts";
import { storefrontRefusal } from "./storefront-refusal.server.ts";

/** One customer of one shop, proven by the platform; whoever acts, it is about this customer. */
export interface ShopperVisit {
  readonly database: Database;
  readonly shopId: number;
  readonly shopper: Shopper;
  /** What the page is read in; null where it was not said. */
  readonly language: string | null;
  readonly now: Instant;
}

/** `points` only where the member chooses the value; `key` is of the click: pressing twice claims once. */
export const rewardChoice = z.object({
  rewardId: z.string().min(1).max(100),
  points: z.int().positive().nullable(),
  key: z.string().regex(/^[\w-]{8,80}$/u),
});

export type RewardChoice = z.output<typeof rewardChoice>;

/** Nobody looks at a button for longer; what the shop says later is done all the same. */
const PATIENCE_MS = 8_000;

/**
 * Sets points aside for a reward and waits for the shop's answer; no code in ours: it is still being made.
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
  const asked = await claimAndAsk(database, { shopId, memberId, rewardId, points, actor, key, now });
  if (!asked.ok) return refusal(storefrontRefusal(asked.refusal), asked.missing ?? null);
  if (asked.made === "refused") return refusal("shop_refused");
  return changed(visit, asked.made === "made" ? asked.code : null);
}

export async function cancelCodeFor(visit: ShopperVisit, code: string): Promise<StorefrontAnswer> {
  const { database, shopId, shopper, now } = visit;
  const { memberId } = shopper;
  if (memberId === null) return refusal("not_a_member");
  const reason = "given back";
  const cancelled = await cancelCode(database, { shopId, memberId, code, reason, actor: null, now });
  return cancelled.ok ? changed(visit, null) : refusal(storefrontRefusal(cancelled.refusal));
}

/**
 * Whoever is logged in joins, or comes back. What the shop's own deliveries say of them is left as it is; their
 * tags are asked for where the program judges by them.
 */
export async function joinFor(visit: ShopperVisit): Promise<StorefrontAnswer> {
  const { database, shopId, shopper, now } = visit;
  const { customerId: id, email } = shopper;
  const known = await Promise.race([
    askForTags(database, findPlatform, shopId, id),
    wait(PATIENCE_MS, { ok: false } as const, { ref: false }),
  ]);
  if (!known.ok) return refusal("unavailable");
  const { tags } = known;
  const customer = {
    id,
    email,
    emailProven: false,
    tags,
    birthday: null,
    firstName: null,
    lastName: null,
  };
  const { memberId } = await joinProgram(database, { shopId, customer, now });
  return changed({ ...visit, shopper: { ...shopper, memberId } }, null);
}

export const challengeChoice = z.object({ challengeId: z.string().min(1).max(100) });

/** A member takes part in a challenge from now on. */
export async function takePartFor(
  visit: ShopperVisit,
  { challengeId }: z.output<typeof challengeChoice>,
): Promise<StorefrontAnswer> {
  const { database, shopId, shopper, now } = visit;
  const { memberId } = shopper;
  if (memberId === null) return refusal("not_a_member");
  const joined = await joinChallenge(database, { shopId, memberId, challengeId, now });
  return joined.ok ? changed(visit, null) : refusal(storefrontRefusal(joined.refusal));
}

/** What a change is answered with: the new state, so that nothing is asked twice. */
export async function changed(visit: ShopperVisit, code: string | null): Promise<StorefrontAnswer> {
  const state = await stateFor(visit);
  return state === null ? refusal("program_missing") : { ok: true, code, state };
}

export function stateFor({ database, shopId, shopper, language, now }: ShopperVisit) {
  return storefrontState(database, shopId, { customerId: shopper.customerId, language }, now);
}

export type RefusalAnswer = Extract<StorefrontAnswer, { readonly ok: false }>;

export function refusal(reason: StorefrontRefusal, missing: number | null = null): RefusalAnswer {
  return { ok: false, refusal: reason, missing };
}
