import type { z } from "zod";
import type { Award } from "#app/domain/books/awards.ts";
import { timestamp } from "../column-values.ts";
import { tables } from "../generated/tables.ts";
import { frozenAward } from "./frozen-award.ts";
import type { JsonRow } from "./kept-row.ts";

const awardRow = tables.award
  .pick({
    member_id: true,
    order_id: true,
    order_name: true,
    program_version: true,
    paid_at: true,
    target: true,
    standing: true,
    written_off: true,
    cancelled: true,
    lot_ids: true,
    postings: true,
    order_updated_at: true,
  })
  .extend({ frozen: frozenAward });

export type AwardRow = z.output<typeof awardRow>;

export const awardRows = {
  row: awardRow,

  select: `SELECT member_id, order_id, order_name, program_version, paid_at, frozen, target, standing, written_off,
      cancelled, lot_ids, postings, order_updated_at
    FROM award WHERE shop_id = $1 AND member_id = ANY($2::bigint[]) ORDER BY member_id, paid_at, order_id`,

  upsert: `INSERT INTO award (shop_id, order_id, member_id, order_name, program_version, paid_at, frozen, target,
      standing, written_off, cancelled, lot_ids, postings, order_updated_at)
    SELECT $1, order_id, member_id, order_name, program_version, paid_at, frozen, target, standing, written_off,
      cancelled, lot_ids, postings, order_updated_at
    FROM json_to_recordset($2::json) AS r(order_id text, member_id bigint, order_name text, program_version int,
      paid_at timestamptz, frozen json, target bigint, standing bigint, written_off bigint, cancelled boolean,
      lot_ids text[], postings int, order_updated_at timestamptz)
    ON CONFLICT (shop_id, order_id) DO UPDATE SET member_id = excluded.member_id, order_name = excluded.order_name,
      program_version = excluded.program_version, paid_at = excluded.paid_at, frozen = excluded.frozen,
      target = excluded.target, standing = excluded.standing, written_off = excluded.written_off,
      cancelled = excluded.cancelled, lot_ids = excluded.lot_ids, postings = excluded.postings,
      order_updated_at = excluded.order_updated_at`,

  read: (row: AwardRow): Award => ({
    orderId: row.order_id,
    memberId: String(row.member_id),
    orderName: row.order_name,
    programVersion: row.program_version,
    paidAt: row.paid_at,
    frozen: row.frozen,
    target: row.target,
    standing: row.standing,
    writtenOff: row.written_off,
    cancelled: row.cancelled,
    lotIds: row.lot_ids,
    postings: row.postings,
    orderUpdatedAt: row.order_updated_at,
  }),

  write: (award: Award): JsonRow => ({
    order_id: award.orderId,
    member_id: award.memberId,
    order_name: award.orderName,
    program_version: award.programVersion,
    paid_at: timestamp(award.paidAt),
    frozen: award.frozen,
    target: award.target,
    standing: award.standing,
    written_off: award.writtenOff,
    cancelled: award.cancelled,
    lot_ids: award.lotIds,
    postings: award.postings,
    order_updated_at: timestamp(award.orderUpdatedAt),
  }),
};
