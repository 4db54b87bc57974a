import { z } from "zod";
import type { Instant } from "#app/domain/calendar.ts";
import { FILE_FORMS, type FileForm } from "#app/domain/member-files/file-forms.ts";
import {
  FILE_STATES,
  type FileReading,
  type FileState,
  type OpenQuestions,
} from "#app/domain/member-files/file-reading.ts";
import { timestamp } from "../column-values.ts";
import type { SqlValue, Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";
import { type PlannedDeed, plannedDeed } from "./planned-deed.ts";
import { storedQuestions, storedReading } from "./stored-reading.ts";

/** An uploaded file of members, or a deed for many without one, and how far it has come. */
export interface MemberFile {
  readonly fileId: number;
  readonly name: string;
  readonly state: FileState;
  /** Names the run: what still works for an earlier one changes nothing. */
  readonly startedAt: Instant;
  /** Who wanted the run: a staff member's id. */
  readonly startedBy: string;
  readonly bytes: number;
  readonly parts: number;
  readonly form: FileForm;
  readonly reading: FileReading;
  readonly header: readonly string[];
  readonly questions: OpenQuestions;
  /** What is done for many members; null: what a file says. */
  readonly deed: PlannedDeed | null;
  /** Lines that were checked. */
  readonly position: number;
  readonly failures: number;
  readonly reason: string | null;
  readonly endedAt: Instant | null;
}

const of = tables.member_file.shape;
const fileRow = z.object({
  fileId: of.file_id,
  name: of.name,
  state: z.enum(FILE_STATES),
  startedAt: of.started_at,
  startedBy: of.started_by,
  bytes: of.bytes,
  parts: of.parts,
  form: z.enum(FILE_FORMS),
  reading: storedReading,
  header: of.header,
  questions: storedQuestions,
  deed: plannedDeed.nullable(),
  position: of.position,
  failures: of.failures,
  reason: of.reason,
  endedAt: of.ended_at,
});
const fileIdRow = tables.member_file.pick({ file_id: true });
const shopRow = tables.member_file.pick({ shop_id: true });
const partRow = tables.member_file_part.pick({ base64: true });

const COLUMNS = `file_id AS "fileId", name, state, started_at AS "startedAt", started_by AS "startedBy", bytes, parts, form, reading,
  header, questions, deed, position, failures, reason, ended_at AS "endedAt"`;
/** What a worker brings on. */
const MOVING = "('checking', 'booking', 'undoing')";

export async function createFile(
  statements: Statements,
  shopId: number,
  {
    name,
    actor,
    now,
    deed = null,
  }: {
    readonly name: string;
    readonly actor: string;
    readonly now: Instant;
    readonly deed?: PlannedDeed | null;
  },
): Promise<number> {
  const planned = deed === null ? [null, "receiving"] : [JSON.stringify(deed), "checking"];
  const [row] = await readRows(
    statements,
    fileIdRow,
    `INSERT INTO member_file (shop_id, name, started_at, started_by, next_at, bytes, parts, form, reading, questions,
       deed, state)
     VALUES ($1, $2, $3::timestamptz, $4, $3::timestamptz, 0, 0, 'unknown', $5::json, $6::json, $7::json, $8)
     RETURNING file_id`,
    [shopId, name, timestamp(now), actor, JSON.stringify(UNREAD), JSON.stringify(NO_QUESTIONS), ...planned],
  );
  if (row === undefined) throw new Error("A row that was inserted is answered.");
  return row.file_id;
}

const UNREAD: FileReading = {
  encoding: "utf-8",
  separator: ",",
  pointsMean: "added",
  mapping: [],
  pointSigns: null,
  dayOrder: null,
  tiers: {},
};
const NO_QUESTIONS: OpenQuestions = { pointSigns: null, dayOrder: null, tiers: [] };

export async function writePart(
  statements: Statements,
  shopId: number,
  fileId: number,
  { part, bytes }: { readonly part: number; readonly bytes: Uint8Array },
): Promise<void> {
  await statements.query(
    "INSERT INTO member_file_part (shop_id, file_id, part, base64) VALUES ($1, $2, $3, $4)",
    [shopId, fileId, part, Buffer.from(bytes).toString("base64")],
  );
}

/** The bytes of a file in their order, a part at a time. */
export async function* readParts(
  statements: Statements,
  shopId: number,
  { fileId, parts }: Pick<MemberFile, "fileId" | "parts">,
): AsyncGenerator<Uint8Array> {
  for (let part = 0; part < parts; part += 1) {
    const [row] = await readRows(
      statements,
      partRow,
      "SELECT base64 FROM member_file_part WHERE shop_id = $1 AND file_id = $2 AND part = $3",
      [shopId, fileId, part],
    );
    if (row === undefined) return;
    yield Buffer.from(row.base64, "base64");
  }
}

/** The newest first: of files, or of deeds for many. */
export function readFiles(
  statements: Statements,
  shopId: number,
  most: number,
  of: "files" | "deeds" = "files",
): Promise<MemberFile[]> {
  return readRows(
    statements,
    fileRow,
    `SELECT ${COLUMNS} FROM member_file WHERE shop_id = $1 AND state <> 'receiving'
       AND deed IS ${of === "files" ? "NULL" : "NOT NULL"} ORDER BY file_id DESC LIMIT $2`,
    [shopId, most],
  );
}

export async function readFile(
  statements: Statements,
  shopId: number,
  fileId: number,
): Promise<MemberFile | null> {
  const [row] = await readRows(
    statements,
    fileRow,
    `SELECT ${COLUMNS} FROM member_file WHERE shop_id = $1 AND file_id = $2`,
    [shopId, fileId],
  );
  return row ?? null;
}

/** Held until the transaction ends: a click and a worker take turns. */
export async function lockFile(tx: Statements, shopId: number, fileId: number): Promise<MemberFile | null> {
  const [row] = await readRows(
    tx,
    fileRow,
    `SELECT ${COLUMNS} FROM member_file WHERE shop_id = $1 AND file_id = $2 FOR UPDATE`,
    [shopId, fileId],
  );
  return row ?? null;
}

export async function shopsWithFiles(statements: Statements, now: Instant): Promise<number[]> {
  const rows = await readRows(
    statements,
    shopRow,
    `SELECT DISTINCT f.shop_id FROM member_file f JOIN shop ON shop.shop_id = f.shop_id
     WHERE shop.status = 'installed' AND f.state IN ${MOVING} AND f.next_at <= $1::timestamptz ORDER BY f.shop_id`,
    [timestamp(now)],
  );
  return rows.map(({ shop_id }) => shop_id);
}

/** Takes the oldest file up that is due: until then no other worker does. */
export async function claimFile(
  statements: Statements,
  shopId: number,
  now: Instant,
  leasedUntil: Instant,
): Promise<MemberFile | null> {
  const [row] = await readRows(
    statements,
    fileRow,
    `UPDATE member_file SET next_at = $3::timestamptz WHERE shop_id = $1 AND file_id = (
       SELECT min(file_id) FROM member_file
       WHERE shop_id = $1 AND state IN ${MOVING} AND next_at <= $2::timestamptz)
     AND state IN ${MOVING} AND next_at <= $2::timestamptz RETURNING ${COLUMNS}`,
    [shopId, timestamp(now), timestamp(leasedUntil)],
  );
  return row ?? null;
}

export interface FileChange {
  readonly state?: FileState;
  readonly startedAt?: Instant;
  readonly startedBy?: string;
  readonly deed?: PlannedDeed;
  readonly nextAt?: Instant;
  readonly bytes?: number;
  readonly parts?: number;
  readonly form?: FileForm;
  readonly reading?: FileReading;
  readonly header?: readonly string[];
  readonly questions?: OpenQuestions;
  readonly position?: number;
  readonly failures?: number;
  readonly reason?: string | null;
  readonly endedAt?: Instant | null;
}

/** Writes what became of a run, as long as it is that run and in that state. Returns whether it was. */
export async function changeFile(
  statements: Statements,
  shopId: number,
  run: Pick<MemberFile, "fileId" | "startedAt" | "state">,
  change: FileChange,
): Promise<boolean> {
  const columns = columnsOf(change);
  const sets = columns.map(([column, type], index) => `${column} = $${String(index + 5)}::${type}`);
  const changed = await statements.query(
    `UPDATE member_file SET ${sets.join(", ")}
     WHERE shop_id = $1 AND file_id = $2 AND started_at = $3::timestamptz AND state = $4 RETURNING 1`,
    [shopId, run.fileId, timestamp(run.startedAt), run.state, ...columns.map(([, , value]) => value)],
  );
  return changed.length > 0;
}

type Column = readonly [name: string, type: string, value: SqlValue];

function columnsOf(change: FileChange): Column[] {
  const json = (value: unknown) => (value === undefined ? undefined : JSON.stringify(value));
  const moment = (value: Instant | null | undefined) => (value === undefined ? undefined : timestamp(value));
  const columns: readonly (readonly [string, string, SqlValue | undefined])[] = [
    ["state", "text", change.state],
    ["started_at", "timestamptz", moment(change.startedAt)],
    ["started_by", "text", change.startedBy],
    ["deed", "json", json(change.deed)],
    ["next_at", "timestamptz", moment(change.nextAt)],
    ["bytes", "bigint", change.bytes],
    ["parts", "int", change.parts],
    ["form", "text", change.form],
    ["reading", "json", json(change.reading)],
    ["header", "text[]", change.header],
    ["questions", "json", json(change.questions)],
    ["position", "int", change.position],
    ["failures", "int", change.failures],
    ["reason", "text", change.reason],
    ["ended_at", "timestamptz", moment(change.endedAt)],
  ];
  return columns.flatMap(([name, type, value]) =>
    value === undefined ? [] : [[name, type, value] as const],
  );
}

/** What is no longer needed of a file once nothing more is read from it. */
export async function dropParts(tx: Statements, shopId: number, fileId: number): Promise<void> {
  await tx.query("DELETE FROM member_file_part WHERE shop_id = $1 AND file_id = $2", [shopId, fileId]);
}

export async function deleteFile(tx: Statements, shopId: number, fileId: number): Promise<void> {
  await dropParts(tx, shopId, fileId);
  await tx.query("DELETE FROM member_file_row WHERE shop_id = $1 AND file_id = $2", [shopId, fileId]);
  await tx.query("DELETE FROM member_file WHERE shop_id = $1 AND file_id = $2", [shopId, fileId]);
}
