import type { Instant } from "#app/domain/calendar.ts";
import type { Database } from "#app/db/client.ts";
import type { HistoryImport } from "#app/db/history/history-import.ts";
import type { Shop } from "#app/db/shops/shops.ts";
import type { Platform } from "#app/platforms/platform.ts";

export type HistoryReader = Pick<
  Platform,
  "translate" | "startHistory" | "historyProgress" | "readHistory" | "stopHistory"
>;

export interface HistoryParts {
  readonly database: Database;
  readonly findPlatform: (name: string) => HistoryReader | null;
  readonly now: () => Instant;
}

export interface ImportStep extends HistoryParts {
  readonly platform: HistoryReader;
  readonly shop: Shop;
  readonly run: HistoryImport;
  readonly leaseMs: number;
  readonly stopping: AbortSignal;
}
