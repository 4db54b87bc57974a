import { setTimeout as wait } from "node:timers/promises";
import { claimReward, type RewardWish } from "#app/commands/codes/claim-reward.ts";
import type { Refused } from "#app/commands/decide.ts";
import type { Database } from "#app/db/client.ts";
import { deliverCode, type ClaimedCode, type CodeAnswer } from "#app/deliveries/deliver-code.ts";
import { LEASE_MS } from "#app/deliveries/deliver-effects.ts";
import { logError } from "#app/log.server.ts";
import { findPlatform } from "#app/platforms/registry.server.ts";

/** Nobody looks at a button for longer; what the shop says later is done all the same. */
const PATIENCE_MS = 8_000;

/** A claimed code, and what the shop has made of it so far. */
export interface AskedCode {
  readonly ok: true;
  readonly code: string;
  readonly made: CodeAnswer;
}

/** Sets points aside for a reward and waits for the shop's answer, as long as a person does. */
export async function claimAndAsk(
  database: Database,
  wish: Omit<RewardWish, "tellsUntil">,
): Promise<AskedCode | Refused> {
  const claimed = await claimReward(database, { ...wish, tellsUntil: wish.now + LEASE_MS });
  if (!claimed.ok) return claimed;
  const { code, toTell } = claimed;
  const answered = askShop(database, { shopId: wish.shopId, memberId: wish.memberId, code, toTell });
  const made = await Promise.race([answered, wait(PATIENCE_MS, "making" as const, { ref: false })]);
  return { ok: true, code, made };
}

/** What fails here is the worker's to do again. */
async function askShop(database: Database, code: ClaimedCode): Promise<CodeAnswer> {
  try {
    return await deliverCode({ database, findPlatform, now: Date.now }, code);
  } catch (error) {
    logError("code_not_delivered", error, { shopId: code.shopId });
    return "making";
  }
}
