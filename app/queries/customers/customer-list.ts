import { z } from "zod";
import type { ShapeOf } from "#app/db/column-values.ts";
import type { Statements } from "#app/db/database.ts";
import { tables } from "#app/db/generated/tables.ts";
import { readRows } from "#app/db/read-rows.ts";
import { MEMBER_STATUSES, type MemberStatus } from "#app/db/members/member-filter.ts";

/** Those of a segment, those of one cell of the grid, or everybody. */
export interface CustomerFilter {
  readonly segment: string | null;
  readonly recency: number | null;
  readonly worth: number | null;
  /** Whom the page before ended with: what they spent, and their number. */
  readonly after: { readonly spentMinor: number; readonly memberId: string } | null;
}

export interface ListedCustomer {
  readonly memberId: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly customerId: string | null;
  readonly status: MemberStatus;
  readonly purchases: number;
  readonly spentMinor: number;
  readonly predictedMinor: number | null;
  readonly rfmName: string | null;
  readonly lapseDays: number | null;
}

const of = tables.member.shape;
const row = z.object({
  memberId: z.string(),
  firstName: of.first_name,
  lastName: of.last_name,
  email: of.email,
  customerId: of.customer_id,
  status: z.enum(MEMBER_STATUSES),
  purchases: z.int(),
  spentMinor: z.int(),
  predictedMinor: z.int().nullable(),
  rfmName: z.string().nullable(),
  lapseDays: z.int().nullable(),
} satisfies ShapeOf<ListedCustomer>);

const COLUMNS = `f.member_id::text AS "memberId", m.first_name AS "firstName", m.last_name AS "lastName", m.email,
  m.customer_id AS "customerId", m.status, f.purchases, f.spent_minor AS "spentMinor",
  f.predicted_minor AS "predictedMinor", f.rfm_name AS "rfmName", (f.facts->>'lapse.days')::int AS "lapseDays"`;

const JOINED = `JOIN member m ON m.shop_id = f.shop_id AND m.member_id = f.member_id
  AND m.status <> 'erased' AND m.merged_into IS NULL`;

const OF_SEGMENT = `SELECT ${COLUMNS} FROM segment_member s
  JOIN customer_figure f ON f.shop_id = s.shop_id AND f.member_id = s.member_id ${JOINED}
  WHERE s.shop_id = $1 AND s.segment_id = $2
    AND ($3::bigint IS NULL OR (s.spent_minor, s.member_id) < ($3::bigint, $4::bigint))
  ORDER BY s.spent_minor DESC, s.member_id DESC LIMIT $5`;

const OF_CELL = `SELECT ${COLUMNS} FROM customer_figure f ${JOINED}
  WHERE f.shop_id = $1 AND f.recency = $2 AND f.worth = $6
    AND ($3::bigint IS NULL OR (f.spent_minor, f.member_id) < ($3::bigint, $4::bigint))
  ORDER BY f.spent_minor DESC, f.member_id DESC LIMIT $5`;

const OF_ALL = `SELECT ${COLUMNS} FROM customer_figure f ${JOINED}
  WHERE f.shop_id = $1
    AND ($2::bigint IS NULL OR (f.spent_minor, f.member_id) < ($2::bigint, $3::bigint))
  ORDER BY f.spent_minor DESC, f.member_id DESC LIMIT $4`;

/** One page of customers, those who spent most first. Pages are cut by whom was seen last. */
export async function customerList(
  statements: Statements,
  shopId: number,
  { segment, recency, worth, after }: CustomerFilter,
  pageSize: number,
): Promise<{ readonly customers: readonly ListedCustomer[]; readonly next: string | null }> {
  const from = after === null ? [null, null] : [after.spentMinor, after.memberId];
  const limit = pageSize + 1;
  const found =
    segment !== null
      ? await readRows(statements, row, OF_SEGMENT, [shopId, segment, ...from, limit])
      : recency !== null && worth !== null
        ? await readRows(statements, row, OF_CELL, [shopId, recency, ...from, limit, worth])
        : await readRows(statements, row, OF_ALL, [shopId, ...from, limit]);
  const customers = found.slice(0, pageSize);
  const last = customers.at(-1);
  const isMore = found.length > pageSize && last !== undefined;
  return { customers, next: isMore ? `${String(last.spentMinor)}_${last.memberId}` : null };
}

/** What somebody spent, and their number. */
const AFTER = /^(-?\d{1,15})_(\d{1,18})$/;

/** As an address of a page says it; what is not of the form asks for nothing. */
export function readCustomerFilter(asked: URLSearchParams): CustomerFilter {
  const score = (name: string) => {
    const text = asked.get(name);
    return text !== null && /^[1-5]$/.test(text) ? Number(text) : null;
  };
  const after = asked.get("after");
  const [, spent, memberId] = (after === null ? null : AFTER.exec(after)) ?? [];
  return {
    segment: asked.get("segment"),
    recency: score("recency"),
    worth: score("worth"),
    after: spent === undefined || memberId === undefined ? null : { spentMinor: Number(spent), memberId },
  };
}
