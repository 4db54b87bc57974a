import type { z } from "zod";
import type { Pause } from "#app/domain/books/pauses.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

export const pauseRow = tables.pause.pick({ earning: true, claiming: true, starts_at: true, ends_at: true });
const keptRow = pauseRow.extend({ pause_id: tables.pause.shape.pause_id });

/** Every pause a shop had, has or plans: few, and orders of any instant may still be told. */
export const SELECT_PAUSES = "SELECT earning, claiming, starts_at, ends_at FROM pause WHERE shop_id = $1";

export function pauseOfRow({ earning, claiming, starts_at, ends_at }: z.output<typeof pauseRow>): Pause {
  return { earning, claiming, from: starts_at, until: ends_at };
}

export async function readPauses(statements: Statements, shopId: number): Promise<Pause[]> {
  return (await readRows(statements, pauseRow, SELECT_PAUSES, [shopId])).map(pauseOfRow);
}

export interface KeptPause extends Pause {
  readonly pauseId: number;
}

/** The pause that runs or is planned; there is one at most. */
export async function readPresentPause(
  statements: Statements,
  shopId: number,
  now: Instant,
): Promise<KeptPause | null> {
  const [row] = await readRows(
    statements,
    keptRow,
    `SELECT pause_id, earning, claiming, starts_at, ends_at FROM pause
     WHERE shop_id = $1 AND (ends_at IS NULL OR ends_at > $2::timestamptz) ORDER BY pause_id DESC LIMIT 1`,
    [shopId, timestamp(now)],
  );
  return row === undefined ? null : { ...pauseOfRow(row), pauseId: row.pause_id };
}

/** Nobody else decides about the pauses of this shop before the transaction ends. */
export async function lockPauses(tx: Statements, shopId: number): Promise<void> {
  await tx.query("SELECT shop_id FROM shop WHERE shop_id = $1 FOR UPDATE", [shopId]);
}

export async function writePause(
  tx: Statements,
  shopId: number,
  pause: Pause,
  { now, actor }: { readonly now: Instant; readonly actor: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO pause (shop_id, earning, claiming, starts_at, ends_at, decided_at, decided_by)
     VALUES ($1, $2, $3, $4::timestamptz, $5::timestamptz, $6::timestamptz, $7)`,
    [
      shopId,
      pause.earning,
      pause.claiming,
      timestamp(pause.from),
      pause.until === null ? null : timestamp(pause.until),
      timestamp(now),
      actor,
    ],
  );
}

export async function movePauseEnd(
  tx: Statements,
  shopId: number,
  pauseId: number,
  until: Instant | null,
): Promise<void> {
  await tx.query("UPDATE pause SET ends_at = $3::timestamptz WHERE shop_id = $1 AND pause_id = $2", [
    shopId,
    pauseId,
    until === null ? null : timestamp(until),
  ]);
}

/** One that never began. */
export async function dropPause(tx: Statements, shopId: number, pauseId: number): Promise<void> {
  await tx.query("DELETE FROM pause WHERE shop_id = $1 AND pause_id = $2", [shopId, pauseId]);
}
