import { discardHistory, type HistoryWish } from "#app/commands/history/start-history.ts";
import type { ImportAnswer } from "#app/commands/history/import-refusal.ts";
import type { Database } from "#app/db/client.ts";
import { readShop } from "#app/db/shops/shops.ts";
import { log } from "#app/log.server.ts";
import type { Platform } from "#app/platforms/platform.ts";

export interface DiscardParts {
  readonly database: Database;
  readonly findPlatform: (name: string) => Pick<Platform, "stopHistory"> | null;
}

/**
 * Forgets an import and, in the same request, asks the platform to end what it gathers for it: else it
 * might stand in the way of the next one. Where the platform cannot, that one waits until it is over.
 */
export async function discardImport(
  { database, findPlatform }: DiscardParts,
  wish: HistoryWish,
): Promise<ImportAnswer> {
  const { shopId } = wish;
  const discarded = await discardHistory(database, wish);
  if (!discarded.ok) return discarded;
  const shop = discarded.unwanted === null ? null : await readShop(database, shopId);
  const platform = shop === null ? null : findPlatform(shop.platform);
  if (discarded.unwanted === null || shop === null || platform === null) return { ok: true };
  const stopped = await platform.stopHistory(shop.shopKey, discarded.unwanted);
  if (stopped.kind !== "done") log.warn("gathering_not_stopped", { shopId, reason: stopped.reason });
  return { ok: true };
}
