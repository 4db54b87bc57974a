import type { Statements } from "#app/db/database.ts";
import { readComing } from "#app/db/program/scheduled-versions.ts";
import type { Instant } from "#app/domain/calendar.ts";

/** The version that waits for its instant, or was refused at it; null: there is none. */
export function comingVersion(
  statements: Statements,
  shopId: number,
): Promise<{ readonly version: number; readonly effectiveAt: Instant; readonly isRefused: boolean } | null> {
  return readComing(statements, shopId);
}
