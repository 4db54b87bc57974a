import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { CustomerFigures } from "#app/domain/customers/report/customer-figures.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

export interface ScoredMember {
  readonly memberId: MemberId;
  readonly figures: CustomerFigures;
}

/** Nobody is erased, and nobody objects to profiling, from here to the end of the transaction. */
const HOLD_MEMBERS = `SELECT 1 FROM member WHERE shop_id = $1 AND member_id = ANY($2::bigint[])
  ORDER BY member_id FOR SHARE`;

/** Whoever was erased meanwhile, or has objected, is not written again. */
const UPSERT_FIGURES = `
  WITH known AS (
    SELECT r.* FROM json_to_recordset($2::json) AS r(member_id bigint, purchases int, spent_minor bigint,
      predicted_minor bigint, recency int, worth int, rfm_name text, facts json)
    JOIN member m ON m.shop_id = $1 AND m.member_id = r.member_id AND m.status <> 'erased' AND m.merged_into IS NULL
    WHERE NOT EXISTS (SELECT 1 FROM profiling_objection p WHERE p.shop_id = $1 AND p.member_id = r.member_id)
  )
  INSERT INTO customer_figure (shop_id, member_id, scored_at, purchases, spent_minor, predicted_minor, recency, worth,
    rfm_name, facts)
  SELECT $1, member_id, $3::timestamptz, purchases, spent_minor, predicted_minor, recency, worth, rfm_name, facts
  FROM known
  ON CONFLICT (shop_id, member_id) DO UPDATE SET scored_at = excluded.scored_at, purchases = excluded.purchases,
    spent_minor = excluded.spent_minor, predicted_minor = excluded.predicted_minor, recency = excluded.recency,
    worth = excluded.worth, rfm_name = excluded.rfm_name, facts = excluded.facts`;

/** Those written just now: who was left out above is left out of segments too. */
const NOW_IN = `
  now_in AS MATERIALIZED (
    SELECT r.member_id, r.segment_id, f.spent_minor
    FROM json_to_recordset($2::json) AS r(member_id bigint, segment_id text)
    JOIN customer_figure f ON f.shop_id = $1 AND f.member_id = r.member_id AND f.scored_at = $3::timestamptz
  )`;

const NOTE_ENTERED = `WITH ${NOW_IN}
  INSERT INTO segment_change (shop_id, segment_id, member_id, entered, at)
  SELECT $1, n.segment_id, n.member_id, true, $3::timestamptz FROM now_in n
  WHERE NOT EXISTS (SELECT 1 FROM segment_member s WHERE s.shop_id = $1 AND s.segment_id = n.segment_id
    AND s.member_id = n.member_id)
  ORDER BY n.member_id, n.segment_id`;

const LEAVE = `WITH ${NOW_IN}, gone AS (
    DELETE FROM segment_member s WHERE s.shop_id = $1 AND s.member_id = ANY($4::bigint[]) AND (s.member_id, s.segment_id) NOT IN (
      SELECT n.member_id, n.segment_id FROM now_in n)
    RETURNING s.segment_id, s.member_id
  )
  INSERT INTO segment_change (shop_id, segment_id, member_id, entered, at)
  SELECT $1, segment_id, member_id, false, $3::timestamptz FROM gone
  WHERE EXISTS (SELECT 1 FROM customer_figure f WHERE f.shop_id = $1 AND f.member_id = gone.member_id
    AND f.scored_at = $3::timestamptz)`;

const UPSERT_SEGMENTS = `WITH ${NOW_IN}
  INSERT INTO segment_member (shop_id, segment_id, member_id, spent_minor, entered_at)
  SELECT $1, segment_id, member_id, spent_minor, $3::timestamptz FROM now_in
  ON CONFLICT (shop_id, segment_id, member_id) DO UPDATE SET spent_minor = excluded.spent_minor`;

/** Writes a page of scored members. Who is where for the very first time has entered nothing. */
export async function writeScored(
  tx: Statements,
  shopId: number,
  scored: readonly ScoredMember[],
  { at, isFirst }: { readonly at: Instant; readonly isFirst: boolean },
): Promise<void> {
  const figures = scored.map(({ memberId, figures: told }) => ({
    member_id: memberId,
    purchases: told.purchases,
    spent_minor: told.spentMinor,
    predicted_minor: told.predictedMinor,
    recency: told.recency,
    worth: told.worth,
    rfm_name: told.rfmName,
    facts: told.facts,
  }));
  const memberIds = scored.map(({ memberId }) => memberId);
  await tx.query(HOLD_MEMBERS, [shopId, memberIds]);
  await tx.query(UPSERT_FIGURES, [shopId, JSON.stringify(figures), timestamp(at)]);
  const pairs = scored.flatMap(({ memberId, figures: { segments } }) =>
    segments.map((segmentId) => ({ member_id: memberId, segment_id: segmentId })),
  );
  const values = [shopId, JSON.stringify(pairs), timestamp(at)] as const;
  if (!isFirst) await tx.query(NOTE_ENTERED, values);
  await tx.query(LEAVE, [...values, memberIds]);
  await tx.query(UPSERT_SEGMENTS, values);
}

const storedRow = tables.segment_member.pick({ member_id: true, segment_id: true });

/** The segments these members were in at the last scoring. */
export async function storedSegments(
  statements: Statements,
  shopId: number,
  memberIds: readonly MemberId[],
): Promise<ReadonlyMap<MemberId, readonly string[]>> {
  const rows = await readRows(
    statements,
    storedRow,
    "SELECT member_id, segment_id FROM segment_member WHERE shop_id = $1 AND member_id = ANY($2::bigint[])",
    [shopId, memberIds],
  );
  const found = new Map<MemberId, string[]>();
  for (const { member_id, segment_id } of rows) {
    const memberId = String(member_id);
    found.set(memberId, [...(found.get(memberId) ?? []), segment_id]);
  }
  return found;
}

/** Who was not scored this time is nobody any more: merged, or gone. */
export async function dropUnscored(tx: Statements, shopId: number, at: Instant): Promise<void> {
  await tx.query("DELETE FROM customer_figure WHERE shop_id = $1 AND scored_at < $2::timestamptz", [
    shopId,
    timestamp(at),
  ]);
  await tx.query(
    `DELETE FROM segment_member s WHERE shop_id = $1 AND NOT EXISTS
       (SELECT 1 FROM customer_figure f WHERE f.shop_id = s.shop_id AND f.member_id = s.member_id)`,
    [shopId],
  );
}

/** Of members that are forgotten; `theirs` is SQL for their numbers. */
export async function forgetFigures(
  tx: Statements,
  theirs: string,
  values: readonly [number, MemberId],
): Promise<void> {
  for (const table of ["customer_figure", "segment_member", "segment_change"]) {
    await tx.query(`DELETE FROM ${table} WHERE shop_id = $1 AND member_id IN ${theirs}`, values);
  }
}
