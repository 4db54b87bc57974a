import { z } from "zod";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { instant, timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";
import { forgetFigures } from "./customer-figures.ts";

const sinceRow = z.object({ since: instant.nullable() });
const heldRow = tables.member.pick({ member_id: true });
const memberRow = tables.profiling_objection.pick({ member_id: true });

/** Holds a member until the transaction ends, scoring waits; whether there is somebody: not erased, not part of another. */
export async function holdSomebody(tx: Statements, shopId: number, memberId: MemberId): Promise<boolean> {
  const rows = await readRows(
    tx,
    heldRow,
    `SELECT member_id FROM member WHERE shop_id = $1 AND member_id = $2::bigint AND status <> 'erased'
       AND merged_into IS NULL FOR NO KEY UPDATE`,
    [shopId, memberId],
  );
  return rows.length > 0;
}

/** Since when somebody objects to profiling; null: they do not. */
export async function objectsSince(
  statements: Statements,
  shopId: number,
  memberId: MemberId,
): Promise<Instant | null> {
  const [row] = await readRows(
    statements,
    sinceRow,
    "SELECT min(said_at) AS since FROM profiling_objection WHERE shop_id = $1 AND member_id = $2::bigint",
    [shopId, memberId],
  );
  return row === undefined ? null : row.since;
}

/** Who of these objects; null: of all of a shop's. */
export async function objectingMembers(
  statements: Statements,
  shopId: number,
  memberIds: readonly MemberId[] | null,
): Promise<ReadonlySet<MemberId>> {
  const rows = await readRows(
    statements,
    memberRow,
    `SELECT DISTINCT member_id FROM profiling_objection
     WHERE shop_id = $1 AND ($2::bigint[] IS NULL OR member_id = ANY($2::bigint[]))`,
    [shopId, memberIds],
  );
  return new Set(rows.map(({ member_id }) => String(member_id)));
}

export async function writeObjection(
  tx: Statements,
  shopId: number,
  memberId: MemberId,
  now: Instant,
): Promise<void> {
  await tx.query(
    "INSERT INTO profiling_objection (shop_id, member_id, said_at) VALUES ($1, $2::bigint, $3::timestamptz)",
    [shopId, memberId, timestamp(now)],
  );
  await forgetIfObjecting(tx, shopId, memberId);
}

export async function dropObjections(tx: Statements, shopId: number, memberId: MemberId): Promise<void> {
  await tx.query("DELETE FROM profiling_objection WHERE shop_id = $1 AND member_id = $2::bigint", [
    shopId,
    memberId,
  ]);
}

/** What was worked out of a member goes, where they object, by their own word or that of who became part of them. */
export function forgetIfObjecting(tx: Statements, shopId: number, memberId: MemberId): Promise<void> {
  return forgetFigures(
    tx,
    "(SELECT member_id FROM profiling_objection WHERE shop_id = $1 AND member_id = $2::bigint)",
    [shopId, memberId],
  );
}
