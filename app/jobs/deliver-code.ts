import { takeEffectOfCode } from "#app/db/outbox-batch.ts";
import { readShop } from "#app/db/shops.ts";
import type { MemberId } from "#app/domain/books.ts";
import { deliverEffects, type DeliveryParts, HELD_MS } from "./deliver-effects.ts";

/** The asking for one code that was just claimed. */
export interface ClaimedCode {
  readonly shopId: number;
  readonly memberId: MemberId;
  readonly code: string;
}

/**
 * Asks the shop for a code in the very request that claimed it, because somebody is waiting: the same
 * effect, taken and told as the worker does it, only at once and not behind what else the shop is to
 * be told. `left`: a worker has it already, or the shop cannot be told anything now. Should this
 * process die meanwhile, or the shop not answer, the worker tells it again when the time is over.
 */
export async function deliverCode(
  { database, findPlatform, now }: DeliveryParts,
  { shopId, memberId, code }: ClaimedCode,
): Promise<"told" | "left"> {
  const shop = await readShop(database, shopId);
  if (shop?.status !== "installed" || shop.outboxStopped !== null) return "left";
  const platform = findPlatform(shop.platform);
  if (platform === null) return "left";
  const at = now();
  const effect = await takeEffectOfCode(database, shopId, { memberId, code }, at, at + HELD_MS);
  if (effect === null) return "left";
  await deliverEffects(database, platform, shop, [effect], now());
  return "told";
}
