import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "../column-values.ts";
import type { SqlValue } from "../database.ts";

export const MEMBER_STATUSES = ["active", "shadow", "left", "erased", "merged"] as const;
export type MemberStatus = (typeof MEMBER_STATUSES)[number];

/** Whom the list of members is narrowed to; null asks for nothing. All that is asked for holds at once. */
export interface MemberFilter {
  readonly search: string | null;
  /** Without it all but those who became part of somebody else. */
  readonly status: MemberStatus | null;
  readonly tier: string | null;
  /** Points to spend, both ends included. */
  readonly pointsFrom: number | null;
  readonly pointsTo: number | null;
  readonly inDebt: boolean;
  /** Never ordered; the other two then ask for nothing. */
  readonly neverOrdered: boolean;
  /** Whose last order was at or after one instant, and before another. */
  readonly orderedFrom: Instant | null;
  readonly orderedBefore: Instant | null;
  /** What was spent as of the last scoring, both ends included; who was not scored yet has spent nothing. */
  readonly spentFromMinor: number | null;
  readonly spentToMinor: number | null;
  /** Upper and lower case are the same, as in a shop. */
  readonly tag: string | null;
  /** Who was in it at the last scoring. */
  readonly segment: string | null;
  readonly joinedFrom: Instant | null;
  readonly joinedBefore: Instant | null;
  /** Some that were chosen one by one. */
  readonly memberIds: readonly string[] | null;
}

/** The filter as a condition on `member m` of the shop `$1`; its values are put behind those there are. */
export function membersLike(filter: MemberFilter, values: SqlValue[]): string {
  const value = (given: SqlValue): string => `$${String(values.push(given))}`;
  const conditions = [
    filter.status === null ? "m.status <> 'merged'" : `m.status = ${value(filter.status)}`,
    filter.search === null ? null : `strpos(${NAMES}, lower(${value(filter.search)}::text)) > 0`,
    filter.tier === null ? null : `m.tier_level_id = ${value(filter.tier)}`,
    filter.pointsFrom === null ? null : `m.available >= ${value(filter.pointsFrom)}::bigint`,
    filter.pointsTo === null ? null : `m.available <= ${value(filter.pointsTo)}::bigint`,
    filter.inDebt ? "m.debt > 0" : null,
    ...ordered(filter, value),
    filter.spentFromMinor === null ? null : `${SPENT} >= ${value(filter.spentFromMinor)}::bigint`,
    filter.spentToMinor === null ? null : `${SPENT} <= ${value(filter.spentToMinor)}::bigint`,
    filter.tag === null
      ? null
      : `EXISTS (SELECT 1 FROM unnest(m.tags) AS tag WHERE lower(tag) = lower(${value(filter.tag)}))`,
    filter.segment === null ? null : `EXISTS (${IN_SEGMENT} AND own.segment_id = ${value(filter.segment)})`,
    filter.joinedFrom === null
      ? null
      : `m.enrolled_at >= ${value(timestamp(filter.joinedFrom))}::timestamptz`,
    filter.joinedBefore === null
      ? null
      : `m.enrolled_at < ${value(timestamp(filter.joinedBefore))}::timestamptz`,
    filter.memberIds === null ? null : `m.member_id = ANY(${value(filter.memberIds)}::bigint[])`,
  ];
  return conditions.filter((condition) => condition !== null).join(" AND ");
}

const NAMES = "lower(concat_ws(' ', m.first_name, m.last_name, m.email, m.customer_id))";

const SPENT = `coalesce((SELECT figure.spent_minor FROM customer_figure figure
  WHERE figure.shop_id = m.shop_id AND figure.member_id = m.member_id), 0)`;

const IN_SEGMENT = `SELECT 1 FROM segment_member own WHERE own.shop_id = m.shop_id AND own.member_id = m.member_id`;

const THEIR_ORDER = `SELECT 1 FROM shop_order own WHERE own.shop_id = m.shop_id AND own.member_id = m.member_id`;

/** Members without any order. */
export const NEVER_ORDERED = `NOT EXISTS (${THEIR_ORDER})`;

function ordered(
  { neverOrdered, orderedFrom, orderedBefore }: MemberFilter,
  value: (given: SqlValue) => string,
): (string | null)[] {
  if (neverOrdered) return [NEVER_ORDERED];
  const since = (at: Instant) => `(${THEIR_ORDER} AND own.placed_at >= ${value(timestamp(at))}::timestamptz)`;
  return [
    orderedFrom === null ? null : `EXISTS ${since(orderedFrom)}`,
    orderedBefore === null ? null : `NOT EXISTS ${since(orderedBefore)} AND EXISTS (${THEIR_ORDER})`,
  ];
}
