import { z } from "zod";
import type { Instant } from "#app/domain/calendar.ts";
import type { OrderState } from "#app/domain/event.ts";
import { toldAt, type ReviewedPerson } from "#app/domain/program-review/tell-past.ts";
import { instant, timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { type PastOrder, storedPastOrder } from "../history/past-order.ts";
import { readRows } from "../read-rows.ts";
import { storedOrder } from "../shops/stored-order.ts";

/** Of one person at most so many orders are looked at, the latest: a till's own account has no end of them. */
const ORDERS_OF_ONE = 500;

/** The next so many behind somebody, with their orders since an instant. */
interface WhichPeople {
  /** Null: from the first on. */
  readonly behind: string | null;
  readonly limit: number;
  readonly since: Instant;
  /** Whether what was paid before is looked at too. */
  readonly earlierToo: boolean;
}

export interface PartOfPeople {
  readonly people: readonly ReviewedPerson[];
  /** How many were gone through, those without orders included. */
  readonly lookedAt: number;
  /** The last of them; null: there was nobody. */
  readonly last: string | null;
}

const memberRow = tables.member
  .pick({ member_id: true, email: true, birthday: true, tags: true, customer_id: true })
  .extend({
    listedIn: z.array(z.string()),
    excludedByHand: z.boolean(),
    objects: z.boolean(),
    joinedAt: instant.nullable(),
    orders: z.array(storedOrder),
  });
const strangerRow = tables.history_person
  .pick({ person: true })
  .extend({ isMember: z.boolean(), facts: z.array(storedPastOrder) });
const countRow = z.object({ people: z.int() });

const BEFORE_ALL = "-infinity";

/** When they were given the points for joining; where joining gave none, since when they are known. */
const JOINED_AT = `coalesce((SELECT t.at FROM ledger_transaction t WHERE t.shop_id = m.shop_id
    AND t.key = 'activity:join:join:' || m.member_id), m.enrolled_at)`;

/**
 * The next members in the order of their numbers, each with the orders paid since: those the app knows, and those
 * that were read of the time before it and are not booked; and when they joined, if it was since. Whoever was carried
 * over from another program joined that one.
 */
export async function nextMembers(
  statements: Statements,
  shopId: number,
  { behind, limit, since, earlierToo }: WhichPeople,
): Promise<PartOfPeople> {
  const rows = await readRows(
    statements,
    memberRow,
    `SELECT m.member_id, m.email, m.birthday, m.tags, m.customer_id, m.excluded_by_hand AS "excludedByHand",
       EXISTS (SELECT 1 FROM profiling_objection p WHERE p.shop_id = m.shop_id AND p.member_id = m.member_id) AS objects,
       ARRAY(SELECT s.segment_id FROM segment_member s WHERE s.shop_id = m.shop_id AND s.member_id = m.member_id) AS "listedIn",
       (SELECT j.at FROM (SELECT ${JOINED_AT} AS at) AS j
          WHERE m.status = 'active' AND j.at >= $4::timestamptz AND NOT EXISTS (SELECT 1 FROM lot l
            WHERE l.shop_id = m.shop_id AND l.member_id = m.member_id AND l.kind = 'opening')) AS "joinedAt",
       (SELECT coalesce(json_agg(o.state), '[]'::json) FROM (
          SELECT state, paid_at FROM shop_order
            WHERE shop_id = m.shop_id AND member_id = m.member_id AND paid_at >= $5::timestamptz AND refusal IS NULL
          UNION ALL
          SELECT h.fact->'order', h.at FROM history_order h
            WHERE h.shop_id = m.shop_id AND h.at >= $5::timestamptz
              AND h.person = ANY (ARRAY['c:' || m.customer_id, 'e:' || m.email, 'm:' || m.member_id])
              AND NOT EXISTS (SELECT 1 FROM shop_order s WHERE s.shop_id = h.shop_id AND s.order_id = h.order_id)
          ORDER BY 2 DESC LIMIT ${String(ORDERS_OF_ONE)}) AS o) AS orders
     FROM member m WHERE m.shop_id = $1 AND m.member_id > $2::bigint AND m.status IN ('active', 'shadow')
     ORDER BY m.member_id LIMIT $3`,
    [
      shopId,
      behind === null ? "0" : behind,
      limit,
      timestamp(since),
      earlierToo ? BEFORE_ALL : timestamp(since),
    ],
  );
  return {
    people: rows.map(({ member_id, customer_id, orders, ...person }) => {
      const memberId = String(member_id);
      return { ...person, id: memberId, memberId, customerId: customer_id, ...parted(orders, since) };
    }),
    lookedAt: rows.length,
    last: lastOf(rows.map(({ member_id }) => String(member_id))),
  };
}

/** The next people of the time before the app whom no member is. */
export async function nextStrangers(
  statements: Statements,
  shopId: number,
  { behind, limit, since, earlierToo }: WhichPeople,
): Promise<PartOfPeople> {
  const rows = await readRows(
    statements,
    strangerRow,
    `SELECT p.person,
       EXISTS (SELECT 1 FROM member m WHERE m.shop_id = p.shop_id AND m.customer_id = substr(p.person, 3)
         AND p.person LIKE 'c:%') OR EXISTS (SELECT 1 FROM member m WHERE m.shop_id = p.shop_id
         AND m.email = substr(p.person, 3) AND p.person LIKE 'e:%') OR p.person LIKE 'm:%' AS "isMember",
       (SELECT coalesce(json_agg(o.fact), '[]'::json) FROM (
          SELECT fact FROM history_order h
            WHERE h.shop_id = p.shop_id AND h.person = p.person AND h.at >= $4::timestamptz
          ORDER BY h.at DESC LIMIT ${String(ORDERS_OF_ONE)}) AS o) AS facts
     FROM history_person p WHERE p.shop_id = $1 AND NOT p.booked AND ($2::text IS NULL OR p.person > $2)
     ORDER BY p.person LIMIT $3`,
    [shopId, behind, limit, earlierToo ? BEFORE_ALL : timestamp(since)],
  );
  return {
    people: rows.flatMap(({ person, isMember, facts }) =>
      isMember ? [] : [strangerOf(person, facts, since)],
    ),
    lookedAt: rows.length,
    last: lastOf(rows.map(({ person }) => person)),
  };
}

function strangerOf(person: string, facts: readonly PastOrder[], since: Instant): ReviewedPerson {
  const customer = facts.find((fact) => fact.customer !== null)?.customer ?? null;
  return {
    id: person,
    memberId: null,
    email: customer?.email ?? null,
    birthday: customer?.birthday ?? null,
    tags: customer?.tags ?? [],
    customerId: customer?.id ?? null,
    listedIn: [],
    excludedByHand: false,
    objects: false,
    joinedAt: null,
    ...parted(
      facts.map(({ order }) => order),
      since,
    ),
  };
}

/** Those paid since an instant, and those paid before, both the earliest first. */
function parted(orders: readonly OrderState[], since: Instant): Pick<ReviewedPerson, "orders" | "earlier"> {
  const paid = orders.filter(({ paidAt }) => paidAt !== null);
  paid.sort((a, b) => toldAt(a) - toldAt(b) || a.id.localeCompare(b.id));
  return {
    orders: paid.filter((order) => toldAt(order) >= since),
    earlier: paid.filter((order) => toldAt(order) < since),
  };
}

function lastOf(ids: readonly string[]): string | null {
  return ids.at(-1) ?? null;
}

/** How many people there may be orders of. */
export async function countReviewed(statements: Statements, shopId: number): Promise<number> {
  const [row] = await readRows(
    statements,
    countRow,
    `SELECT (SELECT count(*) FROM member WHERE shop_id = $1 AND status IN ('active', 'shadow'))
       + (SELECT count(*) FROM history_person WHERE shop_id = $1 AND NOT booked) AS people`,
    [shopId],
  );
  return row === undefined ? 0 : row.people;
}
