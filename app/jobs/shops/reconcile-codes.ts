import { applyFacts } from "#app/commands/inbox/apply-facts.ts";
import type { Database } from "#app/db/client.ts";
import { issuedCodes, writeCodesSeen } from "#app/db/codes/reward-codes.ts";
import { readShop } from "#app/db/shops/shops.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { log } from "#app/log.server.ts";
import type { Platform } from "#app/platforms/platform.ts";

/** As many as are looked for in a shop in an hour; of more, those first that waited longest. */
const CODES_AN_HOUR = 500;
/** A code that was just made may not be found yet. */
const GRACE_MS = 10 * 60_000;

export interface CodeParts {
  readonly database: Database;
  readonly findPlatform: (name: string) => Pick<Platform, "missingCodes"> | null;
  readonly now: () => Instant;
}

/** Open codes that the merchant has removed in the shop are noticed, also where no delivery told us. */
export async function reconcileCodes(parts: CodeParts, shopId: number): Promise<void> {
  const { database, findPlatform, now } = parts;
  const shop = await readShop(database, shopId);
  const platform = shop === null ? null : findPlatform(shop.platform);
  if (shop?.status !== "installed" || shop.outboxStopped !== null || platform === null) return;
  const at = now();
  const open = await issuedCodes(database, shopId, { claimedBefore: at - GRACE_MS, limit: CODES_AN_HOUR });
  if (open.length === 0) return;
  const answer = await platform.missingCodes(shop.shopKey, open);
  if (answer.kind !== "data") {
    log.warn("codes_not_compared", { shopId, reason: answer.reason });
    return;
  }
  const gone = answer.data.map((code) => ({ type: "discount_gone", at, reference: null, code }) as const);
  if (gone.length > 0) {
    log.warn("codes_gone", { shopId, gone: gone.length });
    await applyFacts(database, shopId, gone, at);
  }
  await writeCodesSeen(
    database,
    shopId,
    open.map(({ code }) => code),
    at,
  );
}
