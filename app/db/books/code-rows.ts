import type { RewardCode } from "#app/domain/books.ts";
import { timestamp } from "../column-values.ts";
import type { JsonRow } from "./kept-row.ts";

export interface CodeRow {
  readonly member_id: number;
  readonly code: string;
  readonly reward_id: string;
  readonly program_version: number;
  readonly points: number;
  readonly value_minor: number | null;
  readonly draws: RewardCode["draws"];
  readonly claimed_at: number;
  readonly expires_at: number | null;
  readonly origin: RewardCode["origin"];
  readonly state: RewardCode["state"];
  readonly state_reason: string | null;
  readonly used_by_order_id: string | null;
  readonly returned_points: number;
  readonly postings: number;
}

export const codeRows = {
  instants: ["claimed_at", "expires_at"] satisfies (keyof CodeRow)[],

  select: `SELECT member_id, code, reward_id, program_version, points, value_minor, draws, claimed_at, expires_at,
      origin, state, state_reason, used_by_order_id, returned_points, postings
    FROM reward_code WHERE shop_id = $1 AND member_id = ANY($2::bigint[]) ORDER BY member_id, claimed_at, code`,

  upsert: `INSERT INTO reward_code (shop_id, code, member_id, reward_id, program_version, points, value_minor, draws,
      claimed_at, expires_at, origin, state, state_reason, used_by_order_id, returned_points, postings)
    SELECT $1, code, member_id, reward_id, program_version, points, value_minor, draws, claimed_at, expires_at, origin,
      state, state_reason, used_by_order_id, returned_points, postings
    FROM json_to_recordset($2::json) AS r(code text, member_id bigint, reward_id text, program_version int,
      points bigint, value_minor bigint, draws json, claimed_at timestamptz, expires_at timestamptz, origin text,
      state text, state_reason text, used_by_order_id text, returned_points bigint, postings int)
    ON CONFLICT (shop_id, code) DO UPDATE SET member_id = excluded.member_id, draws = excluded.draws,
      state = excluded.state, state_reason = excluded.state_reason, used_by_order_id = excluded.used_by_order_id,
      returned_points = excluded.returned_points, postings = excluded.postings`,

  read: (row: CodeRow): RewardCode => ({
    code: row.code,
    memberId: String(row.member_id),
    rewardId: row.reward_id,
    programVersion: row.program_version,
    points: row.points,
    valueMinor: row.value_minor,
    draws: row.draws,
    claimedAt: row.claimed_at,
    expiresAt: row.expires_at,
    origin: row.origin,
    state: row.state,
    usedByOrderId: row.used_by_order_id,
    returnedPoints: row.returned_points,
    postings: row.postings,
    stateReason: row.state_reason,
  }),

  write: (code: RewardCode): JsonRow => ({
    code: code.code,
    member_id: code.memberId,
    reward_id: code.rewardId,
    program_version: code.programVersion,
    points: code.points,
    value_minor: code.valueMinor,
    draws: code.draws,
    claimed_at: timestamp(code.claimedAt),
    expires_at: timestamp(code.expiresAt),
    origin: code.origin,
    state: code.state,
    state_reason: code.stateReason,
    used_by_order_id: code.usedByOrderId,
    returned_points: code.returnedPoints,
    postings: code.postings,
  }),
};
