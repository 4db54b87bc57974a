import { z } from "zod";
import type { MemberId } from "#app/domain/books/ids.ts";
import {
  BULK_PROBLEMS,
  type BulkProblem,
  type ConcernedMember,
  type Foreseen,
} from "#app/domain/members/bulk/bulk-deed.ts";
import type { BeforeDeed } from "#app/domain/members/bulk/for-many-event.ts";
import type { ShapeOf } from "../column-values.ts";
import type { SqlValue, Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { MEMBER_STATUSES, type MemberFilter, membersLike } from "../members/member-filter.ts";
import { readRows } from "../read-rows.ts";
import { storedBefore } from "./stored-reading.ts";

const member = tables.member.shape;
const of = tables.member_file_row.shape;

const concernedRow = z.object({
  memberId: z.string(),
  status: z.enum(MEMBER_STATUSES),
  available: member.available,
  levelId: member.tier_level_id,
  lockedUntil: member.tier_locked_until,
  excluded: member.excluded_by_hand,
  isCustomer: z.boolean(),
  tags: member.tags,
} satisfies ShapeOf<ConcernedMember & { readonly memberId: MemberId }>);
export type ConcernedRow = z.output<typeof concernedRow>;

/** Whom a deed is for, behind one of them, in the order of their numbers. */
export function nextConcerned(
  tx: Statements,
  shopId: number,
  whom: MemberFilter,
  { behind, most }: { readonly behind: MemberId; readonly most: number },
): Promise<ConcernedRow[]> {
  const values: SqlValue[] = [shopId, behind];
  const like = membersLike(whom, values);
  return readRows(
    tx,
    concernedRow,
    `SELECT m.member_id::text AS "memberId", m.status, m.available, m.tier_level_id AS "levelId",
       m.tier_locked_until AS "lockedUntil", m.excluded_by_hand AS excluded,
       m.customer_id IS NOT NULL AS "isCustomer", m.tags
     FROM member m WHERE m.shop_id = $1 AND m.member_id > $2::bigint AND ${like}
     ORDER BY m.member_id LIMIT ${String(most)}`,
    values,
  );
}

const lastRow = z.object({ memberId: z.string() });

/** Whom the last line is about; "0" before the first. */
export async function lastConcerned(tx: Statements, shopId: number, fileId: number): Promise<MemberId> {
  const [row] = await readRows(
    tx,
    lastRow,
    `SELECT coalesce(max(member_id), 0)::text AS "memberId" FROM member_file_row WHERE shop_id = $1 AND file_id = $2`,
    [shopId, fileId],
  );
  return row === undefined ? "0" : row.memberId;
}

export type ForeseenRow = Foreseen & { readonly line: number; readonly memberId: MemberId };

export async function writeForeseen(
  tx: Statements,
  shopId: number,
  fileId: number,
  rows: readonly ForeseenRow[],
): Promise<void> {
  const written = rows.map((row) => ({
    line: row.line,
    memberId: row.memberId,
    state: row.state,
    points: row.state === "known" ? row.points : 0,
    problems: row.state === "wrong" ? [{ kind: row.problem }] : null,
  }));
  await tx.query(
    `INSERT INTO member_file_row (shop_id, file_id, line, state, person, member_id, points, problems)
     SELECT $1, $2, line, state, 'm:' || "memberId", "memberId", points, problems
     FROM json_to_recordset($3::json) AS r(line int, "memberId" bigint, state text, points bigint, problems json)
     ON CONFLICT (shop_id, file_id, line) DO NOTHING`,
    [shopId, fileId, JSON.stringify(written)],
  );
}

const waitingRow = z.object({ line: of.line, memberId: z.string() });
export type WaitingRow = z.output<typeof waitingRow>;

/** The next lines to do. */
export function nextWaiting(
  tx: Statements,
  shopId: number,
  fileId: number,
  most: number,
): Promise<WaitingRow[]> {
  return readRows(
    tx,
    waitingRow,
    `SELECT line, member_id::text AS "memberId" FROM member_file_row
     WHERE shop_id = $1 AND file_id = $2 AND state = 'known' ORDER BY line LIMIT $3`,
    [shopId, fileId, most],
  );
}

export interface DoneRow {
  readonly line: number;
  readonly points: number;
  readonly before: BeforeDeed & {
    /** The code it gave; null: none. */
    readonly code: string | null;
  };
}

export async function markDone(
  tx: Statements,
  shopId: number,
  fileId: number,
  rows: readonly DoneRow[],
): Promise<void> {
  await tx.query(
    `UPDATE member_file_row SET state = 'booked', person = NULL, points = r.points, before = r.before
     FROM json_to_recordset($3::json) AS r(line int, points bigint, before json)
     WHERE member_file_row.shop_id = $1 AND member_file_row.file_id = $2 AND member_file_row.line = r.line`,
    [shopId, fileId, JSON.stringify(rows)],
  );
}

/** Lines that turned out to be impossible only when they were to be done. */
export async function markImpossible(
  tx: Statements,
  shopId: number,
  fileId: number,
  rows: readonly { readonly line: number; readonly problem: BulkProblem }[],
): Promise<void> {
  const written = rows.map(({ line, problem }) => ({ line, problems: [{ kind: problem }] }));
  await tx.query(
    `UPDATE member_file_row SET state = 'wrong', person = NULL, points = 0, problems = r.problems
     FROM json_to_recordset($3::json) AS r(line int, problems json)
     WHERE member_file_row.shop_id = $1 AND member_file_row.file_id = $2 AND member_file_row.line = r.line`,
    [shopId, fileId, JSON.stringify(written)],
  );
}

const doneRow = z.object({
  line: of.line,
  memberId: z.string(),
  points: of.points,
  before: z.object({
    tier: storedBefore.shape.tier,
    excluded: z.boolean(),
    code: z.string().nullable().default(null),
  }),
});

/** The next lines to take back; whoever was merged since is found as the member they have become. */
export function nextDone(
  tx: Statements,
  shopId: number,
  fileId: number,
  most: number,
): Promise<z.output<typeof doneRow>[]> {
  return readRows(
    tx,
    doneRow,
    `SELECT r.line, coalesce(m.merged_into, m.member_id)::text AS "memberId", r.points, r.before
     FROM member_file_row r JOIN member m ON m.shop_id = r.shop_id AND m.member_id = r.member_id
     WHERE r.shop_id = $1 AND r.file_id = $2 AND r.state = 'booked' ORDER BY r.line LIMIT $3`,
    [shopId, fileId, most],
  );
}

const problemRow = z.object({ problem: z.enum(BULK_PROBLEMS), members: z.int() });

/** For how many something cannot be done, by why. */
export async function countProblems(
  statements: Statements,
  shopId: number,
  fileId: number,
): Promise<ReadonlyMap<BulkProblem, number>> {
  const rows = await readRows(
    statements,
    problemRow,
    `SELECT problems -> 0 ->> 'kind' AS problem, count(*) AS members FROM member_file_row
     WHERE shop_id = $1 AND file_id = $2 AND state = 'wrong' GROUP BY 1`,
    [shopId, fileId],
  );
  return new Map(rows.map(({ problem, members }) => [problem, members]));
}

const levelRow = z.object({ levelId: member.tier_level_id, members: z.int() });

/** From which tiers those come whom a deed would still change. */
export function countLevels(
  statements: Statements,
  shopId: number,
  fileId: number,
): Promise<z.output<typeof levelRow>[]> {
  return readRows(
    statements,
    levelRow,
    `SELECT m.tier_level_id AS "levelId", count(*) AS members
     FROM member_file_row r JOIN member m ON m.shop_id = r.shop_id AND m.member_id = r.member_id
     WHERE r.shop_id = $1 AND r.file_id = $2 AND r.state = 'known' GROUP BY 1 ORDER BY 2 DESC`,
    [shopId, fileId],
  );
}
