import { z } from "zod";
import type { MemberId } from "#app/domain/books/ids.ts";
import { ROW_STATES, type RowState } from "#app/domain/member-files/file-reading.ts";
import type { MemberRow, RowProblem } from "#app/domain/member-files/member-row.ts";
import type { BeforeOpening } from "#app/domain/members/opening-event.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";
import { storedBefore, storedProblems, storedRow } from "./stored-reading.ts";

const of = tables.member_file_row.shape;

export interface CheckedRow {
  readonly line: number;
  readonly state: Extract<RowState, "new" | "known" | "same" | "wrong">;
  readonly person: string | null;
  /** As they stand in the file, until the line is booked. */
  readonly cells: readonly string[];
  readonly said: MemberRow | null;
  readonly problems: readonly RowProblem[];
  readonly points: number;
}

/** Lines as they were checked; a line that is there already stays. */
export async function writeRows(
  tx: Statements,
  shopId: number,
  fileId: number,
  rows: readonly CheckedRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const written = rows.map(({ problems, ...row }) => ({
    ...row,
    problems: problems.length === 0 ? null : problems,
  }));
  await tx.query(
    `INSERT INTO member_file_row (shop_id, file_id, line, state, person, cells, said, problems, points)
     SELECT $1, $2, line, state, person, ARRAY(SELECT json_array_elements_text(cells)), said, problems, points
     FROM json_to_recordset($3::json) AS r(line int, state text, person text, cells json, said json, problems json,
       points bigint)
     ON CONFLICT (shop_id, file_id, line) DO NOTHING`,
    [shopId, fileId, JSON.stringify(written)],
  );
}

export async function dropRows(tx: Statements, shopId: number, fileId: number): Promise<void> {
  await tx.query("DELETE FROM member_file_row WHERE shop_id = $1 AND file_id = $2", [shopId, fileId]);
}

const lineRow = z.object({ person: z.string(), line: of.line });

/** In which line of the file each of these people stands already. */
export async function linesOfPeople(
  tx: Statements,
  shopId: number,
  fileId: number,
  people: readonly string[],
): Promise<Map<string, number>> {
  const rows = await readRows(
    tx,
    lineRow,
    `SELECT person, min(line) AS line FROM member_file_row
     WHERE shop_id = $1 AND file_id = $2 AND person = ANY($3::text[]) GROUP BY person`,
    [shopId, fileId, people],
  );
  return new Map(rows.map(({ person, line }) => [person, line]));
}

const stagedRow = z.object({ line: of.line, said: storedRow });
export type StagedRow = z.output<typeof stagedRow>;

/** The next lines to book, held by this transaction. */
export function nextRows(tx: Statements, shopId: number, fileId: number, most: number): Promise<StagedRow[]> {
  return readRows(
    tx,
    stagedRow,
    `SELECT line, said FROM member_file_row WHERE shop_id = $1 AND file_id = $2 AND state IN ('new', 'known')
     ORDER BY line LIMIT $3`,
    [shopId, fileId, most],
  );
}

export interface BookedRow {
  readonly line: number;
  readonly memberId: MemberId;
  readonly points: number;
  readonly before: BeforeOpening;
  readonly levelId: string | null;
  readonly birthday: string | null;
}

/** From here on the line says nothing of a person but the member's number and what was set. */
export async function markBooked(
  tx: Statements,
  shopId: number,
  fileId: number,
  rows: readonly BookedRow[],
): Promise<void> {
  const written = rows.map(({ before, levelId, birthday, ...row }) => ({
    ...row,
    before: { ...before, set: { levelId, birthday } },
  }));
  await tx.query(
    `UPDATE member_file_row SET state = 'booked', person = NULL, said = NULL, cells = '{}', member_id = r."memberId",
       points = r.points, before = r.before
     FROM json_to_recordset($3::json) AS r(line int, "memberId" bigint, points bigint, before json)
     WHERE member_file_row.shop_id = $1 AND member_file_row.file_id = $2 AND member_file_row.line = r.line`,
    [shopId, fileId, JSON.stringify(written)],
  );
}

/** A line that turned out to be wrong only when it was to be booked. */
export async function markWrong(
  tx: Statements,
  shopId: number,
  fileId: number,
  wrong: { readonly line: number; readonly problem: RowProblem },
): Promise<void> {
  await tx.query(
    `UPDATE member_file_row SET state = 'wrong', said = NULL, points = 0, problems = $4::json
     WHERE shop_id = $1 AND file_id = $2 AND line = $3`,
    [shopId, fileId, wrong.line, JSON.stringify([wrong.problem])],
  );
}

const bookedRow = z.object({
  line: of.line,
  memberId: z.int(),
  points: of.points,
  before: storedBefore.extend({
    set: z.object({ levelId: z.string().nullable(), birthday: z.string().nullable() }),
  }),
});
export type UndoableRow = z.output<typeof bookedRow>;

/** The next lines to take back; whoever was merged since is found as the member they have become. */
export function nextBooked(
  tx: Statements,
  shopId: number,
  fileId: number,
  most: number,
): Promise<UndoableRow[]> {
  return readRows(
    tx,
    bookedRow,
    `SELECT r.line, coalesce(m.merged_into, m.member_id) AS "memberId", r.points, r.before
     FROM member_file_row r JOIN member m ON m.shop_id = r.shop_id AND m.member_id = r.member_id
     WHERE r.shop_id = $1 AND r.file_id = $2 AND r.state = 'booked' ORDER BY r.line LIMIT $3`,
    [shopId, fileId, most],
  );
}

/** `points`: what of it had been spent and stays. */
export async function markUndone(
  tx: Statements,
  shopId: number,
  fileId: number,
  rows: readonly { readonly line: number; readonly points: number }[],
): Promise<void> {
  await tx.query(
    `UPDATE member_file_row SET state = 'undone', points = r.points, before = NULL
     FROM json_to_recordset($3::json) AS r(line int, points bigint)
     WHERE member_file_row.shop_id = $1 AND member_file_row.file_id = $2 AND member_file_row.line = r.line`,
    [shopId, fileId, JSON.stringify(rows)],
  );
}

const carriedRow = z.object({ memberId: z.int(), points: z.int() });

/** What members have been given by files so far, so that the same file gives nothing twice. */
export async function carriedSoFar(
  tx: Statements,
  shopId: number,
  memberIds: readonly MemberId[],
): Promise<Map<MemberId, number>> {
  const rows = await readRows(
    tx,
    carriedRow,
    `SELECT coalesce(m.merged_into, m.member_id) AS "memberId", sum(r.points)::bigint AS points
     FROM member m JOIN member_file_row r ON r.shop_id = m.shop_id AND r.member_id = m.member_id
       JOIN member_file f ON f.shop_id = r.shop_id AND f.file_id = r.file_id AND f.deed IS NULL
     WHERE m.shop_id = $1 AND (m.member_id = ANY($2::bigint[]) OR m.merged_into = ANY($2::bigint[]))
       AND r.state IN ('booked', 'undone') GROUP BY 1`,
    [shopId, memberIds],
  );
  return new Map(rows.map(({ memberId, points }) => [String(memberId), points]));
}

const countRow = z.object({ state: z.enum(ROW_STATES), rows: z.int(), points: z.int() });

export interface RowCount {
  readonly rows: number;
  readonly points: number;
}

/** How many lines come to what, and the points in them. */
export async function countRows(
  statements: Statements,
  shopId: number,
  fileId: number,
): Promise<Readonly<Record<RowState, RowCount>>> {
  const found = await readRows(
    statements,
    countRow,
    `SELECT state, count(*) AS rows, sum(points)::bigint AS points FROM member_file_row
     WHERE shop_id = $1 AND file_id = $2 GROUP BY state`,
    [shopId, fileId],
  );
  const none: RowCount = { rows: 0, points: 0 };
  const counts: Record<RowState, RowCount> = {
    new: none,
    known: none,
    same: none,
    wrong: none,
    booked: none,
    undone: none,
  };
  for (const { state, rows, points } of found) counts[state] = { rows, points };
  return counts;
}

const wrongRow = z.object({ line: of.line, cells: of.cells, problems: storedProblems });
export type WrongRow = z.output<typeof wrongRow>;

/** Lines that cannot be taken over, behind one of them. */
export function wrongRows(
  statements: Statements,
  shopId: number,
  fileId: number,
  { behind, most }: { readonly behind: number; readonly most: number },
): Promise<WrongRow[]> {
  return readRows(
    statements,
    wrongRow,
    `SELECT line, cells, problems FROM member_file_row
     WHERE shop_id = $1 AND file_id = $2 AND state = 'wrong' AND line > $3 ORDER BY line LIMIT $4`,
    [shopId, fileId, behind, most],
  );
}

const previewRow = z.object({
  line: of.line,
  state: z.enum(ROW_STATES),
  said: storedRow.nullable(),
  points: of.points,
});
export type PreviewRow = z.output<typeof previewRow>;

/** The first lines that will be taken over. */
export function firstRows(
  statements: Statements,
  shopId: number,
  fileId: number,
  most: number,
): Promise<PreviewRow[]> {
  return readRows(
    statements,
    previewRow,
    `SELECT line, state, said, points FROM member_file_row
     WHERE shop_id = $1 AND file_id = $2 AND state IN ('new', 'known', 'same') ORDER BY line LIMIT $3`,
    [shopId, fileId, most],
  );
}

/** Of somebody who is erased no line says anything any more. */
export async function forgetInFiles(
  tx: Statements,
  shopId: number,
  people: readonly string[],
): Promise<void> {
  await tx.query("DELETE FROM member_file_row WHERE shop_id = $1 AND person = ANY($2::text[])", [
    shopId,
    people,
  ]);
}

const NOT_BOOKED = "('new', 'known', 'same', 'wrong')";

/** Files nobody has decided about are people's: what was read of them goes, and so does every file's unread rest. */
export async function forgetUnbookedFiles(tx: Statements, shopId: number): Promise<void> {
  await tx.query("DELETE FROM member_file_part WHERE shop_id = $1", [shopId]);
  await tx.query(`DELETE FROM member_file_row WHERE shop_id = $1 AND state IN ${NOT_BOOKED}`, [shopId]);
  await tx.query(
    `DELETE FROM member_file f WHERE shop_id = $1 AND NOT EXISTS
       (SELECT 1 FROM member_file_row r WHERE r.shop_id = f.shop_id AND r.file_id = f.file_id)`,
    [shopId],
  );
}
