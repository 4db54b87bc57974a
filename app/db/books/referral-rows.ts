import { z } from "zod";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { FriendOrder } from "#app/domain/referral/qualified.ts";
import type { Referral, ReferralDoubt, ReferredFriend } from "#app/domain/referral/referral.ts";
import { type ShapeOf, timestamp } from "../column-values.ts";
import { tables } from "../generated/tables.ts";
import type { JsonRow } from "./kept-row.ts";

const friendOrder = z.object({
  orderId: z.string(),
  paidAt: z.int(),
  keptMinor: z.int(),
  carriesCode: z.boolean(),
} satisfies ShapeOf<FriendOrder>);

export const friendState: z.ZodType<ReferredFriend["state"]> = z.enum(["counted", "in_review", "declined"]);
export const referralDoubt: z.ZodType<ReferralDoubt> = z.enum(["shared_contact", "many_in_a_day"]);

const friendRow = tables.referral_friend
  .pick({ member_id: true, friend_id: true, place: true, proven_at: true, program_version: true })
  .extend({ state: friendState, doubt: referralDoubt.nullable(), orders: z.array(friendOrder) });

/** Whom members brought along, in the order in which they came. */
export const friendRows = {
  row: friendRow,

  select: `SELECT member_id, friend_id, place, proven_at, program_version, state, doubt, orders
    FROM referral_friend WHERE shop_id = $1 AND member_id = ANY($2::bigint[]) ORDER BY member_id, place`,

  upsert: `INSERT INTO referral_friend (shop_id, member_id, friend_id, place, proven_at, program_version, state, doubt,
      orders)
    SELECT $1, member_id, friend_id, place, proven_at, program_version, state, doubt, orders
    FROM json_to_recordset($2::json) AS r(member_id bigint, friend_id bigint, place int, proven_at timestamptz,
      program_version int, state text, doubt text, orders json)
    ON CONFLICT (shop_id, member_id, friend_id) DO UPDATE SET place = excluded.place, proven_at = excluded.proven_at,
      program_version = excluded.program_version, state = excluded.state, doubt = excluded.doubt,
      orders = excluded.orders`,

  remove: `DELETE FROM referral_friend USING json_to_recordset($2::json) AS r(member_id bigint, key bigint)
    WHERE shop_id = $1 AND referral_friend.member_id = r.member_id AND friend_id = r.key`,

  read: (row: z.output<typeof friendRow>): ReferredFriend => ({
    friendId: String(row.friend_id),
    provenAt: row.proven_at,
    programVersion: row.program_version,
    state: row.state,
    doubt: row.doubt,
    orders: new Map(row.orders.map((order) => [order.orderId, order])),
  }),

  write: (memberId: MemberId, friend: ReferredFriend, place: number): JsonRow => ({
    member_id: memberId,
    friend_id: friend.friendId,
    place,
    proven_at: timestamp(friend.provenAt),
    program_version: friend.programVersion,
    state: friend.state,
    doubt: friend.doubt,
    orders: [...friend.orders.values()].map(({ orderId, paidAt, keptMinor, carriesCode }) => ({
      ...{ orderId, paidAt, keptMinor, carriesCode },
    })),
  }),
};

const standingRow = tables.referral_standing.pick({
  member_id: true,
  advocate_id: true,
  friend_code: true,
  badges: true,
  earned_level: true,
});

/** Who brought a member along, and what they have for bringing others. */
export const standingRows = {
  row: standingRow,

  select: `SELECT member_id, advocate_id, friend_code, badges, earned_level
    FROM referral_standing WHERE shop_id = $1 AND member_id = ANY($2::bigint[])`,

  upsert: `INSERT INTO referral_standing (shop_id, member_id, advocate_id, friend_code, badges, earned_level)
    SELECT $1, member_id, advocate_id, friend_code, badges, earned_level
    FROM json_to_recordset($2::json) AS r(member_id bigint, advocate_id bigint, friend_code text, badges text[],
      earned_level text)
    ON CONFLICT (shop_id, member_id) DO UPDATE SET advocate_id = excluded.advocate_id,
      friend_code = excluded.friend_code, badges = excluded.badges, earned_level = excluded.earned_level`,

  remove: `DELETE FROM referral_standing USING json_to_recordset($2::json) AS r(member_id bigint, key text)
    WHERE shop_id = $1 AND referral_standing.member_id = r.member_id`,

  /** Puts what a row says into what is known of the member. */
  read: (row: z.output<typeof standingRow>, into: Referral): void => {
    into.advocateId = row.advocate_id === null ? null : String(row.advocate_id);
    into.friendCode = row.friend_code;
    into.badges.push(...row.badges);
    into.earnedLevel = row.earned_level;
  },

  /** Null where there is nothing to keep. */
  write: (memberId: MemberId, referral: Referral): JsonRow | null => {
    const { advocateId, friendCode, badges, earnedLevel } = referral;
    if (advocateId === null && friendCode === null && badges.length === 0 && earnedLevel === null)
      return null;
    return {
      member_id: memberId,
      advocate_id: advocateId,
      friend_code: friendCode,
      badges,
      earned_level: earnedLevel,
    };
  },
};
