import { z } from "zod";
import { drawNameOf } from "#app/domain/books/ids.ts";
import type { MemberBook } from "#app/domain/books/member-book.ts";
import { emptyBook } from "#app/domain/books/empty-book.ts";
import { timestamp } from "../column-values.ts";
import { tables } from "../generated/tables.ts";
import type { JsonRow } from "./kept-row.ts";
import { memberStatus } from "./stored-words.ts";
import { tierStep } from "./tier-step.ts";

const memberRow = tables.member
  .pick({
    member_id: true,
    customer_id: true,
    enrolled_at: true,
    email: true,
    birthday: true,
    tags: true,
    segments: true,
    excluded_by_hand: true,
    available: true,
    pending: true,
    held: true,
    debt: true,
    earned: true,
    spent: true,
    expired: true,
    tier_level_id: true,
    tier_since: true,
    tier_until: true,
    tier_grace_until: true,
    tier_grace_notices: true,
    tier_locked_until: true,
    tier_lock_bars_lifts: true,
    tier_entered: true,
    last_activity_at: true,
    next_due_at: true,
    sequence: true,
    program_version: true,
  })
  .extend({ status: memberStatus, tier_history: z.array(tierStep) });

export type MemberRow = z.output<typeof memberRow>;

const SELECT_MEMBERS = `SELECT member_id, customer_id, status, enrolled_at, email, birthday, tags, segments, excluded_by_hand,
    available, pending, held, debt, earned, spent, expired, tier_level_id, tier_since, tier_until, tier_grace_until,
    tier_grace_notices, tier_locked_until, tier_lock_bars_lifts, tier_entered, tier_history, last_activity_at,
    next_due_at, sequence, program_version
  FROM member WHERE shop_id = $1 AND member_id = ANY($2::bigint[]) ORDER BY member_id`;

export const memberRows = {
  row: memberRow,

  select: SELECT_MEMBERS,

  /** In the order of their numbers, so that two transactions never wait for each other in a circle. */
  lock: `${SELECT_MEMBERS} FOR UPDATE`,

  update: `UPDATE member SET status = r.status, enrolled_at = r.enrolled_at, email = r.email, birthday = r.birthday,
      tags = r.tags, segments = r.segments, excluded_by_hand = r.excluded_by_hand, available = r.available,
      pending = r.pending, held = r.held, debt = r.debt, earned = r.earned, spent = r.spent, expired = r.expired,
      tier_level_id = r.tier_level_id, tier_since = r.tier_since, tier_until = r.tier_until,
      tier_grace_until = r.tier_grace_until, tier_grace_notices = r.tier_grace_notices,
      tier_locked_until = r.tier_locked_until, tier_lock_bars_lifts = r.tier_lock_bars_lifts,
      tier_entered = r.tier_entered, tier_history = r.tier_history, last_activity_at = r.last_activity_at,
      next_due_at = r.next_due_at, sequence = r.sequence, program_version = r.program_version
    FROM json_to_recordset($2::json) AS r(member_id bigint, status text, enrolled_at timestamptz, email text,
      birthday text, tags text[], segments text[], excluded_by_hand boolean, available bigint, pending bigint,
      held bigint, debt bigint, earned bigint, spent bigint, expired bigint, tier_level_id text,
      tier_since timestamptz, tier_until timestamptz, tier_grace_until timestamptz, tier_grace_notices int,
      tier_locked_until timestamptz, tier_lock_bars_lifts boolean, tier_entered text[], tier_history json,
      last_activity_at timestamptz, next_due_at timestamptz, sequence bigint, program_version int)
    WHERE member.shop_id = $1 AND member.member_id = r.member_id`,

  read: (row: MemberRow): MemberBook => {
    const { lots, awards, codes, qualifying, limits, activityKeys, due } = emptyBook();
    return {
      id: String(row.member_id),
      status: row.status,
      enrolledAt: row.enrolled_at,
      drawName: drawNameOf({
        memberId: String(row.member_id),
        customerId: row.customer_id,
        email: row.email,
      }),
      email: row.email,
      birthday: row.birthday,
      tags: row.tags,
      segments: row.segments,
      excludedByHand: row.excluded_by_hand,
      balance: {
        available: row.available,
        pending: row.pending,
        held: row.held,
        debt: row.debt,
        earned: row.earned,
        spent: row.spent,
        expired: row.expired,
      },
      tier: {
        levelId: row.tier_level_id,
        since: row.tier_since,
        until: row.tier_until,
        graceUntil: row.tier_grace_until,
        graceNoticesSent: row.tier_grace_notices,
        lockedUntil: row.tier_locked_until,
        lockBarsLifts: row.tier_lock_bars_lifts,
        entered: row.tier_entered,
        history: row.tier_history,
      },
      lastActivityAt: row.last_activity_at,
      lots,
      awards,
      codes,
      qualifying,
      limits,
      activityKeys,
      due,
      engagement: null,
      grants: null,
      sequence: row.sequence,
      nextDueAt: row.next_due_at,
    };
  },

  write: (member: MemberBook, programVersion: number): JsonRow => ({
    member_id: member.id,
    status: member.status,
    enrolled_at: timestamp(member.enrolledAt),
    email: member.email,
    birthday: member.birthday,
    tags: member.tags,
    segments: member.segments,
    excluded_by_hand: member.excludedByHand,
    ...member.balance,
    tier_level_id: member.tier.levelId,
    tier_since: timestamp(member.tier.since),
    tier_until: timestamp(member.tier.until),
    tier_grace_until: timestamp(member.tier.graceUntil),
    tier_grace_notices: member.tier.graceNoticesSent,
    tier_locked_until: timestamp(member.tier.lockedUntil),
    tier_lock_bars_lifts: member.tier.lockBarsLifts,
    tier_entered: member.tier.entered,
    tier_history: member.tier.history,
    last_activity_at: timestamp(member.lastActivityAt),
    next_due_at: timestamp(member.nextDueAt),
    sequence: member.sequence,
    program_version: programVersion,
  }),
};
