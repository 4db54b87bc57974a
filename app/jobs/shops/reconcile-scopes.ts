import { applyFacts } from "#app/commands/inbox/apply-facts.ts";
import type { Database } from "#app/db/client.ts";
import { readShop } from "#app/db/shops/shops.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { log } from "#app/log.server.ts";
import type { Platform } from "#app/platforms/platform.ts";

export interface ScopeParts {
  readonly database: Database;
  readonly findPlatform: (name: string) => Pick<Platform, "describeShop"> | null;
  readonly now: () => Instant;
}

/**
 * Asks what the merchant allows the app. Where no delivery told of a change, it is applied as if one had:
 * what waits for a permission is told once it is there. A shop that does not answer is asked with the
 * next comparison.
 */
export async function reconcileScopes(
  { database, findPlatform, now }: ScopeParts,
  shopId: number,
): Promise<void> {
  const shop = await readShop(database, shopId);
  const platform = shop === null ? null : findPlatform(shop.platform);
  if (shop?.status !== "installed" || platform === null) return;
  const described = await platform.describeShop(shop.shopKey);
  if (described.kind !== "data") {
    log.warn("scopes_not_compared", { shopId, reason: described.reason });
    return;
  }
  const { scopes } = described.data;
  if (isSame(scopes, shop.scopes)) return;
  log.warn("scopes_change_missed", { shopId });
  const at = now();
  await applyFacts(database, shopId, [{ type: "scopes_changed", at, scopes }], at);
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return [...some].sort().join() === [...others].sort().join();
}
