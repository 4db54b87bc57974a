import { z } from "zod";
import type { SqlValue, Statements } from "#app/db/database.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { ShapeOf } from "#app/db/column-values.ts";
import { tables } from "#app/db/generated/tables.ts";
import {
  MEMBER_STATUSES,
  membersLike,
  type MemberFilter,
  type MemberStatus,
} from "#app/db/members/member-filter.ts";
import { RANKINGS, type MemberOrder, type MemberPlace } from "#app/db/members/member-sorts.ts";
import { readRows } from "#app/db/read-rows.ts";

export interface MemberRow {
  readonly memberId: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly customerId: string | null;
  readonly status: MemberStatus;
  readonly tierLevelId: string | null;
  readonly available: number;
  readonly pending: number;
  readonly debt: number;
  readonly enrolledAt: Instant;
}

const of = tables.member.shape;

/** A member of the list, as the columns are named there. */
export const memberRow = z.object({
  memberId: z.string(),
  firstName: of.first_name,
  lastName: of.last_name,
  email: of.email,
  customerId: of.customer_id,
  status: z.enum(MEMBER_STATUSES),
  tierLevelId: of.tier_level_id,
  available: of.available,
  pending: of.pending,
  debt: of.debt,
  enrolledAt: of.enrolled_at,
} satisfies ShapeOf<MemberRow>);

export interface ListedMember extends MemberRow {
  /** As of the last scoring; null before it. */
  readonly spentMinor: number | null;
  readonly lastOrderAt: Instant | null;
}

const listedRow = z.object({
  ...memberRow.shape,
  spentMinor: tables.customer_figure.shape.spent_minor.nullable(),
  lastOrderAt: tables.shop_order.shape.placed_at.nullable(),
  /** Where it stands in the list; null for those there is nothing to sort by. */
  place: z.string().nullable(),
});

type ListedRow = z.output<typeof listedRow>;

export interface MemberPage {
  readonly members: readonly ListedMember[];
  /** Where the next page begins; null = this is the last. */
  readonly next: MemberPlace | null;
}

export interface MembersAsked {
  readonly filter: MemberFilter;
  readonly order: MemberOrder;
  /** What the page before ended with; null = the first page. */
  readonly after: MemberPlace | null;
  readonly pageSize: number;
}

const COLUMNS = `m.member_id::text AS "memberId", m.first_name AS "firstName", m.last_name AS "lastName", m.email,
  m.customer_id AS "customerId", m.status, m.tier_level_id AS "tierLevelId", m.available, m.pending, m.debt,
  m.enrolled_at AS "enrolledAt",
  (SELECT spent_minor FROM customer_figure k WHERE k.shop_id = m.shop_id AND k.member_id = m.member_id) AS "spentMinor",
  (SELECT max(placed_at) FROM shop_order k WHERE k.shop_id = m.shop_id AND k.member_id = m.member_id) AS "lastOrderAt"`;

/**
 * One page of a shop's members. Pages are cut by whom was seen last, not by counting, so that they stay true
 * while members join. Who has nothing to be sorted by comes last, the newest first, in both directions.
 */
export async function adminMembers(
  statements: Statements,
  shopId: number,
  asked: MembersAsked,
): Promise<MemberPage> {
  const { after, pageSize } = asked;
  const limit = pageSize + 1;
  const isAmongOthers = after !== null && after.key === null;
  const ranked = isAmongOthers ? [] : await rankedMembers(statements, shopId, asked, limit);
  const rows =
    ranked.length === limit
      ? ranked
      : [...ranked, ...(await otherMembers(statements, shopId, asked, limit - ranked.length))];
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    members: shown.map(({ place: _place, ...member }) => member),
    next: rows.length > pageSize && last !== undefined ? { key: last.place, memberId: last.memberId } : null,
  };
}

function rankedMembers(
  statements: Statements,
  shopId: number,
  { filter, order, after }: MembersAsked,
  limit: number,
): Promise<ListedRow[]> {
  const { from, key, told, asked, memberId } = RANKINGS[order.by];
  const values: SqlValue[] = [shopId];
  const like = membersLike(filter, values);
  const behind =
    after?.key == null
      ? ""
      : `AND (${key}, ${memberId}) ${order.descending ? "<" : ">"}
         (${asked(`$${String(values.push(after.key))}`)}, $${String(values.push(after.memberId))}::bigint)`;
  const direction = order.descending ? "DESC" : "ASC";
  return readRows(
    statements,
    listedRow,
    `SELECT ${COLUMNS}, ${told} AS place FROM ${from} AND ${like} ${behind}
     ORDER BY ${key} ${direction}, ${memberId} ${direction} LIMIT ${String(limit)}`,
    values,
  );
}

async function otherMembers(
  statements: Statements,
  shopId: number,
  { filter, order, after }: MembersAsked,
  limit: number,
): Promise<ListedRow[]> {
  const { others } = RANKINGS[order.by];
  if (others === null) return [];
  const values: SqlValue[] = [shopId];
  const like = membersLike(filter, values);
  const behind =
    after === null || after.key !== null
      ? ""
      : `AND m.member_id < $${String(values.push(after.memberId))}::bigint`;
  return readRows(
    statements,
    listedRow,
    `SELECT ${COLUMNS}, NULL::text AS place FROM member m
     WHERE m.shop_id = $1 AND ${others} AND ${like} ${behind} ORDER BY m.member_id DESC LIMIT ${String(limit)}`,
    values,
  );
}

/** Whether a shop has members at all: an empty list and an empty search say different things. */
export async function hasMembers(statements: Statements, shopId: number): Promise<boolean> {
  const rows = await statements.query(`SELECT 1 AS one FROM member WHERE shop_id = $1 LIMIT 1`, [shopId]);
  return rows.length > 0;
}
