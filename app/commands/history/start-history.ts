import type { Instant } from "#app/domain/calendar.ts";
import { writeAudit } from "#app/db/audit.ts";
import type { Database } from "#app/db/client.ts";
import {
  deleteImport,
  type ImportState,
  lockImport,
  writeNewImport,
} from "#app/db/history/history-import.ts";
import { clearStaging } from "#app/db/history/history-staging.ts";
import type { ImportAnswer } from "./import-refusal.ts";

export interface HistoryWish {
  readonly shopId: number;
  readonly actor: string;
  readonly now: Instant;
}

const CAN_START: ReadonlySet<ImportState> = new Set(["skipped", "failed", "done"]);

/** Has the platform gather the orders from before the app. What was read for an earlier run goes. */
export function startHistory(database: Database, wish: HistoryWish): Promise<ImportAnswer> {
  return begin(database, wish, "reading");
}

/** The merchant begins from zero: nothing is read, and nobody is asked again. It can be started all the same, later. */
export function skipHistory(database: Database, wish: HistoryWish): Promise<ImportAnswer> {
  return begin(database, wish, "skipped");
}

function begin(
  database: Database,
  { shopId, actor, now }: HistoryWish,
  state: "reading" | "skipped",
): Promise<ImportAnswer> {
  return database.transaction(async (tx) => {
    const run = await lockImport(tx, shopId);
    if (run !== null && !CAN_START.has(run.state)) return { ok: false, refusal: "import_running" };
    await clearStaging(tx, shopId);
    await writeNewImport(tx, shopId, state, now);
    const action = state === "reading" ? "start_history_import" : "skip_history_import";
    await writeAudit(tx, shopId, { at: now, actor, action, memberId: null, details: {} });
    return { ok: true };
  });
}

const CAN_DISCARD: ReadonlySet<ImportState> = new Set([
  "reading",
  "previewing",
  "ready",
  "failed",
  "skipped",
]);

export type DiscardAnswer =
  { readonly ok: true; readonly unwanted: string | null } | Extract<ImportAnswer, { ok: false }>;

/**
 * Forgets what was read; nothing of it was booked. Once booking has begun it is brought to its end.
 * `unwanted`: the platform's gathering that may still run for it.
 */
export function discardHistory(
  database: Database,
  { shopId, actor, now }: HistoryWish,
): Promise<DiscardAnswer> {
  return database.transaction(async (tx) => {
    const run = await lockImport(tx, shopId);
    if (run === null) return { ok: true, unwanted: null };
    if (!CAN_DISCARD.has(run.state)) return { ok: false, refusal: "import_running" };
    await clearStaging(tx, shopId);
    await deleteImport(tx, shopId);
    const action = "discard_history_import";
    await writeAudit(tx, shopId, { at: now, actor, action, memberId: null, details: { state: run.state } });
    return { ok: true, unwanted: run.state === "reading" ? run.operationId : null };
  });
}
