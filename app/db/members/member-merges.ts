import { z } from "zod";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { MergeUndo } from "#app/domain/members/unmerge/merge-undo.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";
import { FOLLOWING_TABLES } from "./people.ts";
import { storedMergeUndo } from "./stored-merge-undo.ts";

/** By what each row that follows a member is known. */
const MOVED_BY: Readonly<Record<(typeof FOLLOWING_TABLES)[number], string>> = {
  shop_order: "order_id",
  member_note: "note_id",
  profiling_objection: "objection_id",
  message: "message_id",
  message_consent: "consent_id",
  message_suppression: "suppression_id",
  message_click: "message_id || ' ' || link",
};

const movedRows = z.object({
  /** Members that had ended in the one that ends now: customers that mean it. */
  members: z.array(z.string()),
  rows: z.record(z.enum(FOLLOWING_TABLES), z.array(z.string())),
});

/** What leads to a member, and moves with it when it ends. */
export type MovedRows = z.output<typeof movedRows>;

const nameRow = z.object({ name: z.string() });

/** What follows the member that ends; asked before it does. */
export async function rowsOfEnding(tx: Statements, shopId: number, endedId: MemberId): Promise<MovedRows> {
  const names = async (sql: string) =>
    (await readRows(tx, nameRow, sql, [shopId, endedId])).map(({ name }) => name);
  const of = (table: (typeof FOLLOWING_TABLES)[number]) =>
    names(`SELECT (${MOVED_BY[table]})::text AS name FROM ${table} WHERE shop_id = $1 AND member_id = $2`);
  return {
    members: await names(
      "SELECT member_id::text AS name FROM member WHERE shop_id = $1 AND merged_into = $2",
    ),
    rows: {
      shop_order: await of("shop_order"),
      member_note: await of("member_note"),
      profiling_objection: await of("profiling_objection"),
      message: await of("message"),
      message_consent: await of("message_consent"),
      message_suppression: await of("message_suppression"),
      message_click: await of("message_click"),
    },
  };
}

export interface KeptMerge {
  readonly keptId: MemberId;
  readonly endedId: MemberId;
  readonly mergedAt: Instant;
  readonly mergedBy: string;
  readonly undo: MergeUndo;
  readonly moved: MovedRows;
}

export async function keepMerge(tx: Statements, shopId: number, merge: KeptMerge): Promise<void> {
  const { endedId, keptId, mergedAt, mergedBy, undo, moved } = merge;
  await tx.query(
    `INSERT INTO member_merge (shop_id, ended_id, kept_id, merged_at, merged_by, undo, moved)
     VALUES ($1, $2, $3, $4::timestamptz, $5, $6::json, $7::json)
     ON CONFLICT (shop_id, ended_id) DO UPDATE SET kept_id = excluded.kept_id, merged_at = excluded.merged_at,
       merged_by = excluded.merged_by, undo = excluded.undo, moved = excluded.moved`,
    [shopId, endedId, keptId, timestamp(mergedAt), mergedBy, JSON.stringify(undo), JSON.stringify(moved)],
  );
}

const { merged_at: mergedAt } = tables.member_merge.shape;
const foundRow = z.object({
  keptId: z.string(),
  mergedAt,
  undo: storedMergeUndo.nullable(),
  moved: movedRows.nullable(),
  isLast: z.boolean(),
});

/** A merge by hand, and how it stands with it. */
export type FoundMerge = z.output<typeof foundRow>;

/** Another who became part of the kept member later, with anything of theirs: whoever is only a name is none. */
const MERGED_LATER = `EXISTS (SELECT 1 FROM member o JOIN ledger_transaction t
    ON t.shop_id = o.shop_id AND t.member_id = o.member_id AND t.kind = 'merged' AND t.at > w.merged_at
  WHERE o.shop_id = w.shop_id AND o.merged_into = w.kept_id AND o.member_id <> w.ended_id)`;

/** Whether nothing was merged into the kept member since, and it into nobody. */
export const IS_LAST_MERGE = `(e.merged_into = w.kept_id AND NOT ${MERGED_LATER})`;

/** The merge by hand in which a member ended; null where there was none. */
export async function findMerge(
  tx: Statements,
  shopId: number,
  endedId: MemberId,
): Promise<FoundMerge | null> {
  const rows = await readRows(
    tx,
    foundRow,
    `SELECT w.kept_id::text AS "keptId", w.merged_at AS "mergedAt", w.undo, w.moved,
       coalesce(${IS_LAST_MERGE}, false) AS "isLast"
     FROM member_merge w JOIN member e ON e.shop_id = w.shop_id AND e.member_id = w.ended_id
     WHERE w.shop_id = $1 AND w.ended_id = $2`,
    [shopId, endedId],
  );
  return rows[0] ?? null;
}

/**
 * Whoever and whatever led to the member that had ended leads to it again. Its address is proven as before, unless
 * somebody else has proven it since.
 */
export async function redirectBack(
  tx: Statements,
  shopId: number,
  {
    endedId,
    keptId,
    email,
    moved,
  }: {
    readonly endedId: MemberId;
    readonly keptId: MemberId;
    /** The address the ended one gets back. */
    readonly email: string | null;
    readonly moved: MovedRows;
  },
): Promise<void> {
  await tx.query("DELETE FROM member_merge WHERE shop_id = $1 AND ended_id = $2", [shopId, endedId]);
  await tx.query(
    `UPDATE member ended SET merged_into = NULL, email_proven = email_proven AND NOT EXISTS (
       SELECT 1 FROM member o WHERE o.shop_id = ended.shop_id AND o.member_id <> ended.member_id AND o.email_proven
         AND o.merged_into IS NULL AND o.email = $3::text)
     WHERE shop_id = $1 AND member_id = $2`,
    [shopId, endedId, email],
  );
  await tx.query(
    `UPDATE member SET merged_into = $2 WHERE shop_id = $1 AND merged_into = $3 AND member_id = ANY($4::bigint[])`,
    [shopId, endedId, keptId, moved.members],
  );
  for (const table of FOLLOWING_TABLES) {
    const names = moved.rows[table];
    if (names.length === 0) continue;
    await tx.query(
      `UPDATE ${table} SET member_id = $2 WHERE shop_id = $1 AND member_id = $3
         AND (${MOVED_BY[table]})::text = ANY($4::text[])`,
      [shopId, endedId, keptId, names],
    );
  }
}
