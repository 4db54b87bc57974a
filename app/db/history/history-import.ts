import { z } from "zod";
import { assert } from "#app/domain/assert.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { HistoryFigures } from "#app/domain/history/history-figures.ts";
import type { ImportProgress } from "#app/domain/history/import-progress.ts";
import { oneOf, timestamp } from "../column-values.ts";
import type { Database, SqlValue, Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";
import { storedFigures } from "./stored-figures.ts";

const shopRow = tables.history_import.pick({ shop_id: true });

export type ImportState = Exclude<ImportProgress["state"], "none">;

/** By which program the read orders are judged: the published one, or the draft as it was saved. */
export interface JudgedBy {
  readonly program: "live" | "draft";
  /** The version, or the draft's revision. */
  readonly number: number;
}

/** How far the import of a shop's orders from before the app has come. */
export interface HistoryImport {
  readonly state: ImportState;
  /** Names the run: what still works for an earlier one changes nothing. */
  readonly startedAt: Instant;
  readonly operationId: string | null;
  /** What the platform has gone through so far (orders and their lines). */
  readonly objects: number;
  /** Orders of the present gathering that were read. */
  readonly position: number;
  /** Failures in a row without anything read between them. */
  readonly failures: number;
  /** How often the gathering was asked for anew. */
  readonly restarts: number;
  readonly reason: string | null;
  readonly unreadable: number;
  readonly nameless: number;
  readonly judgedBy: JudgedBy | null;
  readonly figures: HistoryFigures | null;
  readonly readAt: Instant | null;
  readonly previewedAt: Instant | null;
  readonly bookedAt: Instant | null;
  /** It rests until the shop has answered what it is asked about the orders. */
  readonly waiting: boolean;
}

const of = tables.history_import.shape;
const importRow = z.object({
  state: oneOf<ImportState>({
    reading: true,
    previewing: true,
    ready: true,
    booking: true,
    done: true,
    failed: true,
    skipped: true,
  }),
  startedAt: of.started_at,
  operationId: of.operation_id,
  objects: of.objects,
  position: of.position,
  failures: of.failures,
  restarts: of.restarts,
  reason: of.reason,
  unreadable: of.unreadable,
  nameless: of.nameless,
  program: oneOf<JudgedBy["program"]>({ live: true, draft: true }).nullable(),
  programNumber: of.program_number,
  figures: storedFigures.nullable(),
  readAt: of.read_at,
  previewedAt: of.previewed_at,
  bookedAt: of.booked_at,
  waiting: of.waiting,
});

type ImportRow = z.output<typeof importRow>;

const COLUMNS = `state, started_at AS "startedAt", operation_id AS "operationId", objects, position, failures, restarts,
  reason, unreadable, nameless, program, program_number AS "programNumber", figures, read_at AS "readAt",
  previewed_at AS "previewedAt", booked_at AS "bookedAt", waiting`;
const SELECT = `SELECT ${COLUMNS} FROM history_import`;

export async function readImport(statements: Statements, shopId: number): Promise<HistoryImport | null> {
  const [row] = await readRows(statements, importRow, `${SELECT} WHERE shop_id = $1`, [shopId]);
  return row === undefined ? null : importOf(row);
}

/** The same, held until the transaction ends: a click and a worker take turns. */
export async function lockImport(tx: Statements, shopId: number): Promise<HistoryImport | null> {
  const [row] = await readRows(tx, importRow, `${SELECT} WHERE shop_id = $1 FOR UPDATE`, [shopId]);
  return row === undefined ? null : importOf(row);
}

function importOf({ program, programNumber: number, ...run }: ImportRow): HistoryImport {
  return { ...run, judgedBy: program === null || number === null ? null : { program, number } };
}

/** A new run; whatever was known of an earlier one is forgotten. */
export async function writeNewImport(
  tx: Statements,
  shopId: number,
  state: "reading" | "skipped",
  now: Instant,
): Promise<void> {
  await tx.query("DELETE FROM history_import WHERE shop_id = $1", [shopId]);
  await tx.query(
    `INSERT INTO history_import (shop_id, state, started_at, next_at)
     VALUES ($1, $2, $3::timestamptz, $3::timestamptz)`,
    [shopId, state, timestamp(now)],
  );
}

export async function deleteImport(tx: Statements, shopId: number): Promise<void> {
  await tx.query("DELETE FROM history_import WHERE shop_id = $1", [shopId]);
}

/** Installed shops whose import a worker can bring on now. */
export async function shopsWithImports(statements: Statements, now: Instant): Promise<number[]> {
  const rows = await readRows(
    statements,
    shopRow,
    `SELECT h.shop_id FROM history_import h JOIN shop ON shop.shop_id = h.shop_id
     WHERE shop.status = 'installed' AND h.state IN ('reading', 'previewing', 'booking')
       AND h.next_at <= $1::timestamptz ORDER BY h.shop_id`,
    [timestamp(now)],
  );
  return rows.map(({ shop_id }) => shop_id);
}

/**
 * Takes an import up, if it is due: until then no other worker does. Should this one die, the import
 * goes on when that time is over.
 */
export async function claimImport(
  statements: Statements,
  shopId: number,
  now: Instant,
  leasedUntil: Instant,
): Promise<HistoryImport | null> {
  const [row] = await readRows(
    statements,
    importRow,
    `UPDATE history_import SET next_at = $3::timestamptz, waiting = false
     WHERE shop_id = $1 AND state IN ('reading', 'previewing', 'booking') AND next_at <= $2::timestamptz
     RETURNING ${COLUMNS}`,
    [shopId, timestamp(now), timestamp(leasedUntil)],
  );
  return row === undefined ? null : importOf(row);
}

/** The step that an import was taken up for is done, and the next can follow at once. */
export async function releaseImport({ prisma }: Database, shopId: number, now: Instant): Promise<void> {
  await prisma.historyImport.updateMany({ where: { shopId }, data: { nextAt: new Date(now) } });
}

/** The platform says that a gathering has ended: it is looked at now rather than at the next turn. */
export async function wakeImport(
  statements: Statements,
  shopId: number,
  operationId: string,
  now: Instant,
): Promise<void> {
  await statements.query(
    `UPDATE history_import SET next_at = $3::timestamptz
     WHERE shop_id = $1 AND state = 'reading' AND operation_id = $2 AND position = 0 AND next_at > $3::timestamptz`,
    [shopId, operationId, timestamp(now)],
  );
}

/**
 * The shop has answered something: an import that rests until then goes on. The row is written in any case,
 * so that one that is just going to rest is seen here, or sees that its question has gone.
 */
export async function wakeWaitingImport(tx: Statements, shopId: number, now: Instant): Promise<void> {
  await tx.query(
    `UPDATE history_import SET next_at = CASE WHEN waiting THEN $2::timestamptz ELSE next_at END
     WHERE shop_id = $1 AND state IN ('previewing', 'booking')`,
    [shopId, timestamp(now)],
  );
}

/** What may change of a run; what is not named stays. */
export interface ImportChange {
  readonly state?: ImportState;
  readonly nextAt?: Instant;
  readonly operationId?: string | null;
  readonly objects?: number;
  readonly position?: number;
  readonly failures?: number;
  readonly restarts?: number;
  readonly reason?: string | null;
  readonly unreadable?: number;
  readonly nameless?: number;
  readonly judgedBy?: JudgedBy;
  readonly figures?: HistoryFigures;
  readonly readAt?: Instant;
  readonly previewedAt?: Instant;
  readonly bookedAt?: Instant;
  readonly waiting?: boolean;
}

/**
 * Writes what became of a run, as long as it is that run and in that state: a merchant may have
 * discarded it meanwhile. Returns whether it was.
 */
export async function changeImport(
  statements: Statements,
  shopId: number,
  run: Pick<HistoryImport, "startedAt" | "state">,
  change: ImportChange,
): Promise<boolean> {
  const columns = columnsOf(change);
  assert(columns.length > 0, "a change of an import changes something");
  const sets = columns.map(([column, type], index) => `${column} = $${String(index + 4)}::${type}`);
  const changed = await statements.query(
    `UPDATE history_import SET ${sets.join(", ")}
     WHERE shop_id = $1 AND started_at = $2::timestamptz AND state = $3 RETURNING 1`,
    [shopId, timestamp(run.startedAt), run.state, ...columns.map(([, , value]) => value)],
  );
  return changed.length > 0;
}

type Column = readonly [name: string, type: string, value: SqlValue];

function columnsOf(change: ImportChange): Column[] {
  const { judgedBy, figures } = change;
  const columns: readonly (readonly [string, string, SqlValue | undefined])[] = [
    ["state", "text", change.state],
    ["next_at", "timestamptz", momentOf(change.nextAt)],
    ["operation_id", "text", change.operationId],
    ["objects", "bigint", change.objects],
    ["position", "int", change.position],
    ["failures", "int", change.failures],
    ["restarts", "int", change.restarts],
    ["reason", "text", change.reason],
    ["unreadable", "int", change.unreadable],
    ["nameless", "int", change.nameless],
    ["program", "text", judgedBy?.program],
    ["program_number", "int", judgedBy?.number],
    ["figures", "json", figures === undefined ? undefined : JSON.stringify(figures)],
    ["read_at", "timestamptz", momentOf(change.readAt)],
    ["previewed_at", "timestamptz", momentOf(change.previewedAt)],
    ["booked_at", "timestamptz", momentOf(change.bookedAt)],
    ["waiting", "boolean", change.waiting],
  ];
  return columns.flatMap(([name, type, value]) =>
    value === undefined ? [] : [[name, type, value] as const],
  );
}

function momentOf(instant: Instant | undefined): string | undefined {
  return instant === undefined ? undefined : timestamp(instant);
}
