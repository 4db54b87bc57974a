import { z } from "zod";
import type { ChallengeEntry, Contribution } from "#app/domain/books/engagement.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { MembershipEntry } from "#app/domain/memberships/runs.ts";
import { type ShapeOf, timestamp } from "../column-values.ts";
import { tables } from "../generated/tables.ts";
import type { JsonRow } from "./kept-row.ts";

const contribution = z.object({
  challengeId: z.string(),
  purchases: z.union([z.literal(0), z.literal(1)]),
  units: z.int(),
  valueMinor: z.int(),
  products: z.array(z.string()),
  types: z.array(z.string()),
  activities: z.int(),
} satisfies ShapeOf<Contribution & { challengeId: string }>);

const entryRow = tables.challenge_entry
  .pick({ member_id: true, source: true, place: true, at: true, program_version: true })
  .extend({ counts: z.array(contribution) });

/** What orders and activities bring to challenges. */
export const entryRows = {
  row: entryRow,

  select: `SELECT member_id, source, place, at, program_version, counts
    FROM challenge_entry WHERE shop_id = $1 AND member_id = ANY($2::bigint[]) ORDER BY member_id, place`,

  upsert: `INSERT INTO challenge_entry (shop_id, member_id, source, place, at, program_version, counts)
    SELECT $1, member_id, source, place, at, program_version, counts
    FROM json_to_recordset($2::json) AS r(member_id bigint, source text, place int, at timestamptz,
      program_version int, counts json)
    ON CONFLICT (shop_id, member_id, source) DO UPDATE SET place = excluded.place, at = excluded.at,
      program_version = excluded.program_version, counts = excluded.counts`,

  remove: `DELETE FROM challenge_entry USING json_to_recordset($2::json) AS r(member_id bigint, key text)
    WHERE shop_id = $1 AND challenge_entry.member_id = r.member_id AND source = r.key`,

  read: (row: z.output<typeof entryRow>): ChallengeEntry => ({
    source: row.source,
    at: row.at,
    programVersion: row.program_version,
    counts: new Map(row.counts.map(({ challengeId, ...brought }) => [challengeId, brought])),
  }),

  write: (memberId: MemberId, entry: ChallengeEntry, place: number): JsonRow => ({
    member_id: memberId,
    source: entry.source,
    place,
    at: timestamp(entry.at),
    program_version: entry.programVersion,
    counts: [...entry.counts].map(
      ([challengeId, { purchases, units, valueMinor, products, types, activities }]) => ({
        ...{ challengeId, purchases, units, valueMinor, products, types, activities },
      }),
    ),
  }),
};

const optInRow = tables.challenge_opt_in.pick({ member_id: true, challenge_id: true, since: true });

/** When members chose to take part. */
export const optInRows = {
  row: optInRow,

  select: `SELECT member_id, challenge_id, since
    FROM challenge_opt_in WHERE shop_id = $1 AND member_id = ANY($2::bigint[])`,

  upsert: `INSERT INTO challenge_opt_in (shop_id, member_id, challenge_id, since)
    SELECT $1, member_id, challenge_id, since
    FROM json_to_recordset($2::json) AS r(member_id bigint, challenge_id text, since timestamptz)
    ON CONFLICT (shop_id, member_id, challenge_id) DO UPDATE SET since = excluded.since`,

  remove: `DELETE FROM challenge_opt_in USING json_to_recordset($2::json) AS r(member_id bigint, key text)
    WHERE shop_id = $1 AND challenge_opt_in.member_id = r.member_id AND challenge_id = r.key`,

  write: (memberId: MemberId, challengeId: string, since: Instant): JsonRow => ({
    member_id: memberId,
    challenge_id: challengeId,
    since: timestamp(since),
  }),
};

const returned = z.object({ at: z.int(), units: z.int() } satisfies ShapeOf<
  MembershipEntry["returns"][number]
>);

const membershipRow = tables.membership_entry
  .pick({
    member_id: true,
    source: true,
    membership_id: true,
    program_version: true,
    paid_at: true,
    months: true,
    grace_days: true,
    units: true,
  })
  .extend({ returns: z.array(returned) });

/** Units of memberships that were bought. */
export const membershipRows = {
  row: membershipRow,

  select: `SELECT member_id, source, membership_id, program_version, paid_at, months, grace_days, units, returns
    FROM membership_entry WHERE shop_id = $1 AND member_id = ANY($2::bigint[])
    ORDER BY member_id, paid_at, source, membership_id`,

  upsert: `INSERT INTO membership_entry (shop_id, member_id, source, membership_id, program_version, paid_at, months,
      grace_days, units, returns)
    SELECT $1, member_id, source, membership_id, program_version, paid_at, months, grace_days, units, returns
    FROM json_to_recordset($2::json) AS r(member_id bigint, source text, membership_id text, program_version int,
      paid_at timestamptz, months int, grace_days int, units int, returns json)
    ON CONFLICT (shop_id, member_id, source, membership_id) DO UPDATE SET
      program_version = excluded.program_version, paid_at = excluded.paid_at, months = excluded.months,
      grace_days = excluded.grace_days, units = excluded.units, returns = excluded.returns`,

  remove: `DELETE FROM membership_entry USING json_to_recordset($2::json) AS r(member_id bigint, key text)
    WHERE shop_id = $1 AND membership_entry.member_id = r.member_id AND source || ':' || membership_id = r.key`,

  read: (row: z.output<typeof membershipRow>): MembershipEntry => ({
    source: row.source,
    membershipId: row.membership_id,
    paidAt: row.paid_at,
    programVersion: row.program_version,
    months: row.months,
    graceDays: row.grace_days,
    units: row.units,
    returns: row.returns,
  }),

  write: (memberId: MemberId, entry: MembershipEntry): JsonRow => ({
    member_id: memberId,
    source: entry.source,
    membership_id: entry.membershipId,
    program_version: entry.programVersion,
    paid_at: timestamp(entry.paidAt),
    months: entry.months,
    grace_days: entry.graceDays,
    units: entry.units,
    returns: entry.returns,
  }),
};
