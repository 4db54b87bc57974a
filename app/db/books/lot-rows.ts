import type { z } from "zod";
import type { Lot } from "#app/domain/books/lots.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import { timestamp } from "../column-values.ts";
import { tables } from "../generated/tables.ts";
import type { JsonRow } from "./kept-row.ts";
import { lotKind, lotState } from "./stored-words.ts";

const lotRow = tables.lot
  .pick({
    member_id: true,
    lot_id: true,
    cause: true,
    program_version: true,
    created_at: true,
    points: true,
    remaining: true,
    expired: true,
    available_at: true,
    expires_at: true,
    notices_sent: true,
  })
  .extend({ kind: lotKind, state: lotState });

export type LotRow = z.output<typeof lotRow>;

export const lotRows = {
  row: lotRow,

  select: `SELECT member_id, lot_id, cause, kind, program_version, created_at, points, remaining, expired, state,
      available_at, expires_at, notices_sent
    FROM lot WHERE shop_id = $1 AND member_id = ANY($2::bigint[]) ORDER BY member_id, created_at, lot_id`,

  upsert: `INSERT INTO lot (shop_id, member_id, lot_id, cause, kind, program_version, created_at, points, remaining,
      expired, state, available_at, expires_at, notices_sent)
    SELECT $1, member_id, lot_id, cause, kind, program_version, created_at, points, remaining, expired, state,
      available_at, expires_at, notices_sent
    FROM json_to_recordset($2::json) AS r(member_id bigint, lot_id text, cause text, kind text, program_version int,
      created_at timestamptz, points bigint, remaining bigint, expired bigint, state text, available_at timestamptz,
      expires_at timestamptz, notices_sent int)
    ON CONFLICT (shop_id, member_id, lot_id) DO UPDATE SET points = excluded.points, remaining = excluded.remaining,
      expired = excluded.expired, state = excluded.state, available_at = excluded.available_at,
      expires_at = excluded.expires_at, notices_sent = excluded.notices_sent`,

  read: (row: LotRow): Lot => ({
    id: row.lot_id,
    cause: row.cause,
    kind: row.kind,
    programVersion: row.program_version,
    createdAt: row.created_at,
    points: row.points,
    remaining: row.remaining,
    expired: row.expired,
    state: row.state,
    availableAt: row.available_at,
    expiresAt: row.expires_at,
    noticesSent: row.notices_sent,
  }),

  key: (memberId: MemberId, lot: Lot): string => `${memberId} ${lot.id}`,

  write: (memberId: MemberId, lot: Lot): JsonRow => ({
    member_id: memberId,
    lot_id: lot.id,
    cause: lot.cause,
    kind: lot.kind,
    program_version: lot.programVersion,
    created_at: timestamp(lot.createdAt),
    points: lot.points,
    remaining: lot.remaining,
    expired: lot.expired,
    state: lot.state,
    available_at: timestamp(lot.availableAt),
    expires_at: timestamp(lot.expiresAt),
    notices_sent: lot.noticesSent,
  }),
};
