import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "./column-values.ts";
import type { Statements } from "./database.ts";

/** A worker says that it is alive. */
export async function writeHeartbeat(statements: Statements, workerId: string, now: Instant): Promise<void> {
  await statements.query(
    `INSERT INTO worker_heartbeat (worker_id, started_at, seen_at) VALUES ($1, $2::timestamptz, $2::timestamptz)
     ON CONFLICT (worker_id) DO UPDATE SET seen_at = excluded.seen_at`,
    [workerId, timestamp(now)],
  );
}

/** It stops on purpose; also takes away those that have not been heard of for long. */
export async function removeHeartbeat(
  statements: Statements,
  workerId: string,
  silentSince: Instant,
): Promise<void> {
  await statements.query("DELETE FROM worker_heartbeat WHERE worker_id = $1 OR seen_at < $2::timestamptz", [
    workerId,
    timestamp(silentSince),
  ]);
}
