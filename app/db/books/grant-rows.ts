import { z } from "zod";
import type { Grant } from "#app/domain/books/grants.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Gift } from "#app/domain/challenges/challenge.ts";
import type { GiftCause } from "#app/domain/ledger/explanations/explanation.ts";
import type { ShapeOf } from "../column-values.ts";
import { tables } from "../generated/tables.ts";
import type { JsonRow } from "./kept-row.ts";

type Of<Kind extends GiftCause["kind"]> = Extract<GiftCause, { kind: Kind }>;

/** What a gift is for, as it is stored. */
const giftCause: z.ZodType<GiftCause> = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("challenge"),
    challengeId: z.string(),
    period: z.string(),
    step: z.boolean(),
  } satisfies ShapeOf<Of<"challenge">>),
  z.object({ kind: z.literal("membership_entry"), membershipId: z.string() } satisfies ShapeOf<
    Of<"membership_entry">
  >),
  z.object({
    kind: z.literal("membership_month"),
    membershipId: z.string(),
    monthAt: z.int(),
  } satisfies ShapeOf<Of<"membership_month">>),
  z.object({ kind: z.literal("referred") } satisfies ShapeOf<Of<"referred">>),
  z.object({ kind: z.literal("friend"), friendId: z.string() } satisfies ShapeOf<Of<"friend">>),
  z.object({ kind: z.literal("ambassador"), friends: z.int() } satisfies ShapeOf<Of<"ambassador">>),
  z.object({ kind: z.literal("journey"), journeyId: z.string() } satisfies ShapeOf<Of<"journey">>),
]);

const gift: z.ZodType<Gift> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("points"), points: z.int() } satisfies ShapeOf<
    Extract<Gift, { kind: "points" }>
  >),
  z.object({ kind: z.literal("reward"), rewardId: z.string() } satisfies ShapeOf<
    Extract<Gift, { kind: "reward" }>
  >),
]);

const grantRow = tables.gift_grant
  .pick({
    member_id: true,
    name: true,
    place: true,
    cause: true,
    program_version: true,
    is_given: true,
    codes: true,
    standing: true,
    written_off: true,
    lot_ids: true,
    postings: true,
  })
  .extend({ given_for: giftCause, gift });

/** Gifts for causes whose ground may fall, in the order in which they were first given. */
export const grantRows = {
  row: grantRow,

  select: `SELECT member_id, name, place, cause, given_for, gift, program_version, is_given, codes, standing,
      written_off, lot_ids, postings
    FROM gift_grant WHERE shop_id = $1 AND member_id = ANY($2::bigint[]) ORDER BY member_id, place`,

  upsert: `INSERT INTO gift_grant (shop_id, member_id, name, place, cause, given_for, gift, program_version, is_given,
      codes, standing, written_off, lot_ids, postings)
    SELECT $1, member_id, name, place, cause, given_for, gift, program_version, is_given, codes, standing, written_off,
      lot_ids, postings
    FROM json_to_recordset($2::json) AS r(member_id bigint, name text, place int, cause text, given_for json, gift json,
      program_version int, is_given boolean, codes text[], standing bigint, written_off bigint, lot_ids text[],
      postings int)
    ON CONFLICT (shop_id, member_id, name) DO UPDATE SET place = excluded.place, is_given = excluded.is_given,
      codes = excluded.codes, standing = excluded.standing, written_off = excluded.written_off,
      lot_ids = excluded.lot_ids, postings = excluded.postings`,

  remove: `DELETE FROM gift_grant USING json_to_recordset($2::json) AS r(member_id bigint, key text)
    WHERE shop_id = $1 AND gift_grant.member_id = r.member_id AND name = r.key`,

  read: (row: z.output<typeof grantRow>): Grant => ({
    name: row.name,
    cause: row.cause,
    of: row.given_for,
    gift: row.gift,
    programVersion: row.program_version,
    isGiven: row.is_given,
    codes: row.codes,
    standing: row.standing,
    writtenOff: row.written_off,
    lotIds: row.lot_ids,
    postings: row.postings,
  }),

  write: (memberId: MemberId, grant: Grant, place: number): JsonRow => ({
    member_id: memberId,
    name: grant.name,
    place,
    cause: grant.cause,
    given_for: grant.of,
    gift: grant.gift,
    program_version: grant.programVersion,
    is_given: grant.isGiven,
    codes: grant.codes,
    standing: grant.standing,
    written_off: grant.writtenOff,
    lot_ids: grant.lotIds,
    postings: grant.postings,
  }),
};
