import { z } from "zod";
import { type ShapeOf, timestamp } from "../column-values.ts";
import { tables } from "../generated/tables.ts";
import type { RewardCode } from "#app/domain/books/codes.ts";
import type { LotDraw } from "#app/domain/books/lots.ts";
import type { JsonRow } from "./kept-row.ts";
import { codeOrigin, codeState } from "./stored-words.ts";

const lotDraw = z.object({
  lotId: z.string(),
  points: z.int(),
  returned: z.int(),
} satisfies ShapeOf<LotDraw>);

const codeRow = tables.reward_code
  .pick({
    member_id: true,
    code: true,
    reward_id: true,
    program_version: true,
    points: true,
    value_minor: true,
    claimed_at: true,
    expires_at: true,
    state_reason: true,
    used_by_order_id: true,
    returned_points: true,
    postings: true,
  })
  .extend({ draws: z.array(lotDraw), origin: codeOrigin, state: codeState });

export type CodeRow = z.output<typeof codeRow>;

const RECORDS = `r(code text, member_id bigint, reward_id text, program_version int, points bigint, value_minor bigint,
  draws json, claimed_at timestamptz, expires_at timestamptz, origin text, state text, state_reason text,
  used_by_order_id text, returned_points bigint, postings int)`;

export const codeRows = {
  row: codeRow,

  select: `SELECT member_id, code, reward_id, program_version, points, value_minor, draws, claimed_at, expires_at,
      origin, state, state_reason, used_by_order_id, returned_points, postings
    FROM reward_code WHERE shop_id = $1 AND member_id = ANY($2::bigint[]) ORDER BY member_id, claimed_at, code`,

  /** A code that is new: a text that is there already, whosever it is, violates the primary key. */
  insert: `INSERT INTO reward_code (shop_id, code, member_id, reward_id, program_version, points, value_minor, draws,
      claimed_at, expires_at, origin, state, state_reason, used_by_order_id, returned_points, postings)
    SELECT $1, code, member_id, reward_id, program_version, points, value_minor, draws, claimed_at, expires_at, origin,
      state, state_reason, used_by_order_id, returned_points, postings
    FROM json_to_recordset($2::json) AS ${RECORDS}`,

  /** One that was loaded; what was agreed when it was claimed stays. */
  update: `UPDATE reward_code known SET member_id = r.member_id, draws = r.draws, state = r.state,
      state_reason = r.state_reason, used_by_order_id = r.used_by_order_id, returned_points = r.returned_points,
      postings = r.postings
    FROM json_to_recordset($2::json) AS ${RECORDS}
    WHERE known.shop_id = $1 AND known.code = r.code`,

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
