import type { z } from "zod";
import type { LimitUse } from "#app/domain/books/limit-use.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { QualifyingEntry } from "#app/domain/books/qualifying-ledger.ts";
import { timestamp } from "../column-values.ts";
import { tables } from "../generated/tables.ts";
import type { JsonRow } from "./kept-row.ts";

const qualifyingRow = tables.qualifying_entry.pick({
  member_id: true,
  entry_id: true,
  at: true,
  spend_minor: true,
  points: true,
  orders: true,
});

export type QualifyingRow = z.output<typeof qualifyingRow>;

/** What counts towards tiers. */
export const qualifyingRows = {
  row: qualifyingRow,

  select: `SELECT member_id, entry_id, at, spend_minor, points, orders
    FROM qualifying_entry WHERE shop_id = $1 AND member_id = ANY($2::bigint[]) ORDER BY member_id, at, entry_id`,

  upsert: `INSERT INTO qualifying_entry (shop_id, member_id, entry_id, at, spend_minor, points, orders)
    SELECT $1, member_id, entry_id, at, spend_minor, points, orders
    FROM json_to_recordset($2::json) AS r(member_id bigint, entry_id text, at timestamptz, spend_minor bigint,
      points bigint, orders int)
    ON CONFLICT (shop_id, member_id, entry_id) DO UPDATE SET at = excluded.at, spend_minor = excluded.spend_minor,
      points = excluded.points, orders = excluded.orders`,

  remove: `DELETE FROM qualifying_entry USING json_to_recordset($2::json) AS r(member_id bigint, key text)
    WHERE shop_id = $1 AND qualifying_entry.member_id = r.member_id AND entry_id = r.key`,

  read: (row: QualifyingRow): QualifyingEntry => ({
    id: row.entry_id,
    at: row.at,
    spendMinor: row.spend_minor,
    points: row.points,
    orders: row.orders,
  }),

  write: (memberId: MemberId, entry: QualifyingEntry): JsonRow => ({
    member_id: memberId,
    entry_id: entry.id,
    at: timestamp(entry.at),
    spend_minor: entry.spendMinor,
    points: entry.points,
    orders: entry.orders,
  }),
};

const limitRow = tables.limit_use.pick({
  member_id: true,
  limit_key: true,
  count: true,
  points: true,
  last_at: true,
});

export type LimitRow = z.output<typeof limitRow>;

/** What of a limit or cap a member has used within a period. */
export const limitRows = {
  row: limitRow,

  select: `SELECT member_id, limit_key, count, points, last_at
    FROM limit_use WHERE shop_id = $1 AND member_id = ANY($2::bigint[])`,

  upsert: `INSERT INTO limit_use (shop_id, member_id, limit_key, count, points, last_at)
    SELECT $1, member_id, limit_key, count, points, last_at
    FROM json_to_recordset($2::json) AS r(member_id bigint, limit_key text, count bigint, points bigint,
      last_at timestamptz)
    ON CONFLICT (shop_id, member_id, limit_key) DO UPDATE SET count = excluded.count, points = excluded.points,
      last_at = excluded.last_at`,

  remove: `DELETE FROM limit_use USING json_to_recordset($2::json) AS r(member_id bigint, key text)
    WHERE shop_id = $1 AND limit_use.member_id = r.member_id AND limit_key = r.key`,

  read: (row: LimitRow): LimitUse => ({
    key: row.limit_key,
    count: row.count,
    points: row.points,
    lastAt: row.last_at,
  }),

  write: (memberId: MemberId, use: LimitUse): JsonRow => ({
    member_id: memberId,
    limit_key: use.key,
    count: use.count,
    points: use.points,
    last_at: timestamp(use.lastAt),
  }),
};

const activityKeyRow = tables.activity_key.pick({ member_id: true, activity_key: true });

export type ActivityKeyRow = z.output<typeof activityKeyRow>;

/** Activities that were counted and do not count again. */
export const activityKeyRows = {
  row: activityKeyRow,

  select:
    "SELECT member_id, activity_key FROM activity_key WHERE shop_id = $1 AND member_id = ANY($2::bigint[])",

  upsert: `INSERT INTO activity_key (shop_id, member_id, activity_key)
    SELECT $1, member_id, activity_key FROM json_to_recordset($2::json) AS r(member_id bigint, activity_key text)
    ON CONFLICT DO NOTHING`,

  remove: `DELETE FROM activity_key USING json_to_recordset($2::json) AS r(member_id bigint, key text)
    WHERE shop_id = $1 AND activity_key.member_id = r.member_id AND activity_key = r.key`,

  write: (memberId: MemberId, key: string): JsonRow => ({ member_id: memberId, activity_key: key }),
};
