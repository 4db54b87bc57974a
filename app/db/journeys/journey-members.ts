import { z } from "zod";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { type KeptState, keptState } from "#app/domain/journeys/kept-state.ts";
import { instant, timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";
import { membersByShop } from "../members/members-by-shop.ts";

/** Where rows of a member in journeys stand: they go with an erasure. */
export const JOURNEY_TABLES = ["journey_member", "journey_pass"] as const;

const passed = z.object({ journeyId: z.string(), key: z.string(), begunAt: instant });
const memberRow = tables.journey_member
  .pick({ member_id: true })
  .extend({ state: keptState.nullable(), nextDueAt: instant.nullable(), passed: z.array(passed) });
const dueRow = tables.journey_member.pick({ shop_id: true, member_id: true });

export interface KeptMemberRow {
  readonly memberId: MemberId;
  /** Null: never looked at. */
  readonly state: KeptState | null;
  readonly nextDueAt: Instant | null;
  readonly passed: readonly z.output<typeof passed>[];
}

/** What journeys know of these members: one entry for each of them that is a member. */
export async function readJourneyMembers(
  tx: Statements,
  shopId: number,
  memberIds: readonly MemberId[],
): Promise<KeptMemberRow[]> {
  const rows = await readRows(
    tx,
    memberRow,
    `SELECT m.member_id, k.state, k.next_due_at AS "nextDueAt", (SELECT coalesce(json_agg(json_build_object('journeyId', p.journey_id,
       'key', p.pass_key, 'begunAt', p.begun_at)), '[]'::json)
       FROM journey_pass p WHERE p.shop_id = m.shop_id AND p.member_id = m.member_id) AS passed
     FROM member m LEFT JOIN journey_member k ON k.shop_id = m.shop_id AND k.member_id = m.member_id
     WHERE m.shop_id = $1 AND m.member_id = ANY($2::bigint[])`,
    [shopId, memberIds],
  );
  return rows.map(({ member_id, ...row }) => ({ memberId: String(member_id), ...row }));
}

export interface JourneyMemberToWrite {
  readonly memberId: MemberId;
  readonly state: KeptState;
  readonly nextDueAt: Instant | null;
}

export async function writeJourneyMembers(
  tx: Statements,
  shopId: number,
  members: readonly JourneyMemberToWrite[],
): Promise<void> {
  if (members.length === 0) return;
  const rows = members.map(({ memberId, state, nextDueAt }) => ({
    member_id: memberId,
    state,
    next_due_at: timestamp(nextDueAt),
  }));
  await tx.query(
    `INSERT INTO journey_member (shop_id, member_id, state, next_due_at)
     SELECT $1, member_id, state, next_due_at
     FROM json_to_recordset($2::json) AS r(member_id bigint, state json, next_due_at timestamptz)
     ON CONFLICT (shop_id, member_id) DO UPDATE SET state = excluded.state, next_due_at = excluded.next_due_at`,
    [shopId, JSON.stringify(rows)],
  );
}

/** All members are looked at by the next worker that comes by: a journey was switched on, changed or off. */
export async function lookAtEverybody(tx: Statements, shopId: number, now: Instant): Promise<void> {
  await tx.query(
    `INSERT INTO journey_member (shop_id, member_id, next_due_at)
     SELECT shop_id, member_id, $2::timestamptz FROM member WHERE shop_id = $1 AND status = 'active'
     ORDER BY member_id
     ON CONFLICT (shop_id, member_id) DO UPDATE
       SET next_due_at = least(journey_member.next_due_at, excluded.next_due_at)`,
    [shopId, timestamp(now)],
  );
}

/** Something about these members is another: they are looked at by the next worker that comes by. */
export async function lookSoon(
  tx: Statements,
  shopId: number,
  memberIds: readonly MemberId[],
  now: Instant,
): Promise<void> {
  await tx.query(
    `UPDATE journey_member SET next_due_at = least(next_due_at, $3::timestamptz)
     WHERE shop_id = $1 AND member_id = ANY($2::bigint[])`,
    [shopId, memberIds, timestamp(now)],
  );
}

/** What was booked of these members is the past: journeys begin with how things stand after it. */
export async function beginAnew(
  tx: Statements,
  shopId: number,
  memberIds: readonly MemberId[],
  now: Instant,
): Promise<void> {
  await tx.query(
    `INSERT INTO journey_member (shop_id, member_id, next_due_at)
     SELECT $1, unnest($2::bigint[]), $3::timestamptz
     ON CONFLICT (shop_id, member_id) DO UPDATE SET next_due_at = excluded.next_due_at,
       state = jsonb_set(journey_member.state::jsonb, '{watching}', '{}')::json`,
    [shopId, memberIds, timestamp(now)],
  );
}

/** Members for whom time brings something in a journey, the longest overdue first, by shop. */
export async function dueJourneyMembers(
  statements: Statements,
  now: Instant,
  limit: number,
): Promise<Map<number, MemberId[]>> {
  const rows = await readRows(
    statements,
    dueRow,
    `SELECT k.shop_id, k.member_id FROM journey_member k JOIN shop s ON s.shop_id = k.shop_id
     WHERE k.next_due_at <= $1::timestamptz AND s.status = 'installed'
     ORDER BY k.next_due_at LIMIT $2`,
    [timestamp(now), limit],
  );
  return membersByShop(rows);
}

/** Of these nothing comes for a while: what went wrong with them is looked at later. */
export async function postponeJourneyMembers(
  statements: Statements,
  shopId: number,
  memberIds: readonly MemberId[],
  until: Instant | null,
): Promise<void> {
  await statements.query(
    `UPDATE journey_member SET next_due_at = $3::timestamptz
     WHERE shop_id = $1 AND member_id = ANY($2::bigint[])`,
    [shopId, memberIds, timestamp(until)],
  );
}
