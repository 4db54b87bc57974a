import type { Statements } from "#app/db/database.ts";
import type { Instant } from "#app/domain/calendar.ts";

/** What the list is narrowed to; everything of it stands in the address of the page. */
export interface MemberFilter {
  readonly search: string | null;
  readonly tier: string | null;
  readonly status: MemberStatus | null;
  readonly withDebt: boolean;
  /** The member the page before ended with; null = the first page. */
  readonly after: string | null;
}

export const MEMBER_STATUSES = ["active", "shadow", "left", "erased", "merged"] as const;
export type MemberStatus = (typeof MEMBER_STATUSES)[number];

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

export interface MemberPage {
  readonly members: readonly MemberRow[];
  /** Where the next page begins; null = this is the last. */
  readonly next: string | null;
  /** Whether the shop has members at all: an empty list and an empty search say different things. */
  readonly any: boolean;
}

const PAGE_SIZE = 50;

/**
 * One page of a shop's members, newest first. Pages are cut by the last member seen, not by counting, so
 * that they stay true while members join.
 */
export async function adminMembers(
  statements: Statements,
  shopId: number,
  filter: MemberFilter,
): Promise<MemberPage> {
  const rows = await statements.query<MemberRow>(
    `SELECT member_id::text AS "memberId", first_name AS "firstName", last_name AS "lastName", email,
            customer_id AS "customerId", status, tier_level_id AS "tierLevelId",
            available, pending, debt,
            enrolled_at AS "enrolledAt"
     FROM member
     WHERE shop_id = $1
       AND ($2::text IS NULL OR strpos(lower(concat_ws(' ', first_name, last_name, email, customer_id)), $2) > 0)
       AND ($3::text IS NULL OR tier_level_id = $3)
       AND CASE WHEN $4::text IS NULL THEN status <> 'merged' ELSE status = $4 END
       AND (NOT $5::boolean OR debt > 0)
       AND ($6::bigint IS NULL OR member_id < $6)
     ORDER BY member_id DESC
     LIMIT ${String(PAGE_SIZE + 1)}`,
    [
      shopId,
      filter.search?.trim().toLowerCase() ?? null,
      filter.tier,
      filter.status,
      filter.withDebt,
      filter.after,
    ],
  );
  const members = rows.slice(0, PAGE_SIZE);
  const last = members.at(-1);
  return {
    members,
    next: rows.length > PAGE_SIZE && last !== undefined ? last.memberId : null,
    any: rows.length > 0 || (await hasMembers(statements, shopId)),
  };
}

async function hasMembers(statements: Statements, shopId: number): Promise<boolean> {
  const rows = await statements.query(`SELECT 1 AS one FROM member WHERE shop_id = $1 LIMIT 1`, [shopId]);
  return rows.length > 0;
}
