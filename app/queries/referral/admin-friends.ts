import { z } from "zod";
import { friendRows, referralDoubt } from "#app/db/books/referral-rows.ts";
import { type ShapeOf } from "#app/db/column-values.ts";
import type { Statements } from "#app/db/database.ts";
import { tables } from "#app/db/generated/tables.ts";
import { readProgramVersions } from "#app/db/program/programs.ts";
import { readRows } from "#app/db/read-rows.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { ReferralDoubt, ReferredFriend } from "#app/domain/referral/referral.ts";
import { friendsByTerms } from "#app/domain/referral/settle-referral.ts";

const { first_name, last_name, email } = tables.member.shape;

/** A friend whom somebody at the shop decides about. */
export interface DoubtfulFriend {
  readonly friendId: string;
  readonly friendEmail: string | null;
  readonly advocateId: string;
  readonly advocateFirstName: string | null;
  readonly advocateLastName: string | null;
  readonly advocateEmail: string | null;
  readonly provenAt: Instant;
  readonly doubt: ReferralDoubt;
}

const doubtfulRow = z.object({
  friendId: z.string(),
  friendEmail: email,
  advocateId: z.string(),
  advocateFirstName: first_name,
  advocateLastName: last_name,
  advocateEmail: email,
  provenAt: tables.referral_friend.shape.proven_at,
  doubt: referralDoubt,
} satisfies ShapeOf<DoubtfulFriend>);

const sumsRow = z.object({ invited: z.int(), pointsGiven: z.int(), codesGiven: z.int() });

/** How bringing friends along has gone so far. */
export interface FriendFigures extends z.output<typeof sumsRow> {
  readonly joined: number;
  /** Whose order counts, and of those the ones that have matured. */
  readonly bought: number;
  readonly kept: number;
  /** What friends bought and kept since they came, in minor units. */
  readonly salesMinor: number;
}

export interface AdminFriends {
  readonly figures: FriendFigures;
  readonly doubtful: readonly DoubtfulFriend[];
}

const SHOWN_AT_MOST = 50;

/** The figures of all time, and who waits for a decision, the longest wait first. */
export async function adminFriends(
  statements: Statements,
  shopId: number,
  timezone: string,
  now: Instant,
): Promise<AdminFriends> {
  const [sums] = await readRows(
    statements,
    sumsRow,
    `SELECT (SELECT coalesce(sum(invited), 0)::int FROM referral_link WHERE shop_id = $1) AS invited,
       coalesce(sum(standing - written_off), 0)::int8 AS "pointsGiven",
       (count(*) FILTER (WHERE cardinality(codes) > 0))::int AS "codesGiven"
     FROM gift_grant WHERE shop_id = $1 AND given_for->>'kind' IN ('friend', 'ambassador', 'referred')`,
    [shopId],
  );
  const friends = await readRows(
    statements,
    friendRows.row,
    `SELECT member_id, friend_id, place, proven_at, program_version, state, doubt, orders FROM referral_friend
     WHERE shop_id = $1 AND state = 'counted' ORDER BY member_id, place`,
    [shopId],
  );
  const byAdvocate = new Map<number, ReferredFriend[]>();
  for (const row of friends) {
    const known = byAdvocate.get(row.member_id);
    if (known === undefined) byAdvocate.set(row.member_id, [friendRows.read(row)]);
    else known.push(friendRows.read(row));
  }
  const versions = new Map(
    (await readProgramVersions(statements, shopId)).map(({ version, program }) => [version, program]),
  );
  const qualified = [...byAdvocate.values()].flatMap((theirs) =>
    friendsByTerms(theirs, (version) => versions.get(version)?.referral ?? null, timezone),
  );
  const doubtful = await readRows(
    statements,
    doubtfulRow,
    `SELECT r.friend_id::text AS "friendId", f.email AS "friendEmail", r.member_id::text AS "advocateId",
       a.first_name AS "advocateFirstName", a.last_name AS "advocateLastName", a.email AS "advocateEmail",
       r.proven_at AS "provenAt", r.doubt
     FROM referral_friend r
     JOIN member f ON f.shop_id = r.shop_id AND f.member_id = r.friend_id
     JOIN member a ON a.shop_id = r.shop_id AND a.member_id = r.member_id
     WHERE r.shop_id = $1 AND r.state = 'in_review' ORDER BY r.proven_at, r.friend_id
     LIMIT ${String(SHOWN_AT_MOST)}`,
    [shopId],
  );
  return {
    figures: {
      ...(sums ?? NO_SUMS),
      joined: friends.length,
      bought: qualified.length,
      kept: qualified.filter(({ maturesAt }) => maturesAt <= now).length,
      salesMinor: salesOf([...byAdvocate.values()].flat()),
    },
    doubtful,
  };
}

const NO_SUMS = { invited: 0, pointsGiven: 0, codesGiven: 0 };

function salesOf(friends: readonly ReferredFriend[]): number {
  return friends
    .flatMap(({ provenAt, orders }) => [...orders.values()].filter(({ paidAt }) => paidAt >= provenAt))
    .reduce((sum, { keptMinor }) => sum + keptMinor, 0);
}
