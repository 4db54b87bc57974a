import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import type { Database } from "#app/db/client.ts";
import { readRows } from "#app/db/read-rows.ts";

/** Idle connections tell what they did after a second at the latest. */
const TOLD_AFTER_MS = 1_500;

const tableRow = z.object({ table: z.string(), scans: z.int(), rows: z.int() });

export interface SequentialScan {
  readonly table: string;
  /** How often it was read from end to end, and how many rows that came to. */
  readonly scans: number;
  readonly rows: number;
}

/** Which tables were read from end to end while something was done, large ones only, by the server's own count. */
export async function scansDuring(
  database: Database,
  largeRows: number,
  done: () => Promise<void>,
): Promise<readonly SequentialScan[]> {
  const before = new Map((await counted(database)).map((row) => [row.table, row]));
  await done();
  return (await counted(database)).flatMap(({ table, scans, rows }) => {
    const was = before.get(table);
    const more = { scans: scans - (was?.scans ?? 0), rows: rows - (was?.rows ?? 0) };
    return more.scans > 0 && more.rows / more.scans >= largeRows ? [{ table, ...more }] : [];
  });
}

async function counted(database: Database): Promise<readonly SequentialScan[]> {
  await pause(TOLD_AFTER_MS);
  return readRows(
    database,
    tableRow,
    `SELECT relname AS table, coalesce(seq_scan, 0)::int8 AS scans, coalesce(seq_tup_read, 0)::int8 AS rows
     FROM pg_stat_user_tables WHERE schemaname = 'public' ORDER BY relname`,
    [],
  );
}
