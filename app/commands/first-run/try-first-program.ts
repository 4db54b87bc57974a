import type { Database } from "#app/db/client.ts";
import { readImport } from "#app/db/history/history-import.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { startHistory } from "../history/start-history.ts";
import { startReview } from "../program-review/start-review.ts";

/**
 * Tries the draft on the shop's own orders. Those from before the app are read first, where nobody has decided
 * about them: reading gives nobody anything, and what is read is there for the decision afterwards. While they
 * are read there is nothing to try.
 */
export async function tryFirstProgram(
  database: Database,
  by: { readonly shopId: number; readonly actor: string; readonly now: Instant },
): Promise<void> {
  const past = await readImport(database, by.shopId);
  if (past === null) await startHistory(database, by);
  else if (past.state !== "reading") await startReview(database, by);
}
