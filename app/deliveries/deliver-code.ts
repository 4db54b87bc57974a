import { readCodeState } from "#app/db/codes/reward-codes.ts";
import { takeEffectOfCode, type TakenEffect } from "#app/db/outbox/outbox-batch.ts";
import { readShop } from "#app/db/shops/shops.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import { deliverEffects, type DeliveryParts, LEASE_MS } from "./deliver-effects.ts";

/** The asking for one code that was just claimed. */
export interface ClaimedCode {
  readonly shopId: number;
  readonly memberId: MemberId;
  readonly code: string;
  /** Taken with the claim itself; null: whoever claimed it before took it, or nobody. */
  readonly toTell: TakenEffect | null;
}

/** What became of it: the shop has made it, has said no and the points are back, or is still to answer. */
export type CodeAnswer = "made" | "refused" | "making";

/** Codes this process is asking for: who presses twice waits for the answer to the first. */
const underWay = new Map<string, Promise<CodeAnswer>>();

/**
 * Asks the shop for a code in the very request that claimed it, because somebody is waiting, and answers
 * what the shop's own answer made of it: the same effect, told as the worker does it, only at once and not
 * behind what else the shop is to be told. Should this process die meanwhile, or the shop not answer, the
 * worker tells it again when the time is over.
 */
export function deliverCode(parts: DeliveryParts, claimed: ClaimedCode): Promise<CodeAnswer> {
  const name = `${String(claimed.shopId)} ${claimed.code}`;
  const known = underWay.get(name);
  if (known !== undefined) return known;
  const asking = tell(parts, claimed).finally(() => underWay.delete(name));
  underWay.set(name, asking);
  return asking;
}

async function tell(
  { database, findPlatform, now }: DeliveryParts,
  claimed: ClaimedCode,
): Promise<CodeAnswer> {
  const { shopId, code } = claimed;
  const shop = await readShop(database, shopId);
  const canBeTold = shop?.status === "installed" && shop.outboxStopped === null;
  const platform = canBeTold ? findPlatform(shop.platform) : null;
  if (canBeTold && platform !== null) {
    const at = now();
    const effect =
      claimed.toTell ??
      (await takeEffectOfCode(database, shopId, claimed, { now: at, leasedUntil: at + LEASE_MS }));
    if (effect !== null) await deliverEffects(database, platform, shop, { effects: [effect], now: now() });
  }
  switch (await readCodeState(database, shopId, code)) {
    case "held":
      return "making";
    case "failed":
      return "refused";
    default:
      return "made";
  }
}
