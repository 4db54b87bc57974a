import { timestamp } from "#app/db/column-values.ts";
import type { Statements } from "#app/db/database.ts";
import type { RewardCodeState, TransactionKind } from "#app/domain/books.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { FrozenAward } from "#app/domain/earning/award.ts";
import type { Explanation } from "#app/domain/ledger/explanation.ts";
import type { MemberRow } from "./admin-members.ts";

export interface MemberDetail extends MemberRow {
  readonly held: number;
  readonly earned: number;
  readonly spent: number;
  readonly expired: number;
  readonly excludedByHand: boolean;
  readonly tags: readonly string[];
  readonly tierSince: Instant | null;
  readonly tierUntil: Instant | null;
  readonly tierGraceUntil: Instant | null;
  readonly tierLockedUntil: Instant | null;
  /** Set where this member has become part of another. */
  readonly mergedInto: string | null;
}

export interface MemberLot {
  readonly lotId: string;
  readonly cause: string;
  readonly points: number;
  readonly remaining: number;
  readonly state: "pending" | "open";
  readonly availableAt: Instant | null;
  readonly expiresAt: Instant | null;
}

export interface MemberCode {
  readonly code: string;
  readonly rewardId: string;
  readonly points: number;
  readonly state: RewardCodeState;
  readonly stateReason: string | null;
  readonly claimedAt: Instant;
  readonly expiresAt: Instant | null;
  readonly orderName: string | null;
}

export interface MemberOrder {
  readonly orderId: string;
  readonly name: string | null;
  readonly placedAt: Instant;
  readonly paidAt: Instant | null;
  readonly cancelled: boolean;
  readonly test: boolean;
  /** Points that stand for this order now; null = it was never judged. */
  readonly standing: number | null;
  readonly excluded: FrozenAward["excluded"];
  /** Why the engine refused it, where so. */
  readonly refusal: string | null;
}

export interface MemberEntry {
  readonly transactionId: string;
  readonly kind: TransactionKind;
  readonly at: Instant;
  readonly programVersion: number;
  readonly explanation: Explanation;
  /** What it changed for the member, per account. */
  readonly available: number;
  readonly pending: number;
  readonly held: number;
  readonly debt: number;
}

/** Points that expired lately and may still be given back. */
export interface ReinstatableLot {
  readonly lotId: string;
  readonly cause: string;
  readonly points: number;
  readonly expiredAt: Instant;
}

export interface AdminMember {
  readonly member: MemberDetail;
  readonly lots: readonly MemberLot[];
  readonly codes: readonly MemberCode[];
  readonly orders: readonly MemberOrder[];
  readonly entries: readonly MemberEntry[];
  /** Where older entries begin; null = these are all. */
  readonly olderEntries: string | null;
  readonly reinstatable: readonly ReinstatableLot[];
}

const ENTRIES_PER_PAGE = 40;
const ORDERS_SHOWN = 30;
const REINSTATE_DAYS = 30;

/** One member of a shop with all that support needs; null where the shop has no such member. */
export async function adminMember(
  statements: Statements,
  shopId: number,
  memberId: string,
  before: string | null,
  now: Instant,
): Promise<AdminMember | null> {
  if (!/^\d{1,18}$/.test(memberId)) return null;
  const member = await memberDetail(statements, shopId, memberId);
  if (member === null) return null;
  const [lots, codes, orders, entries, reinstatable] = await Promise.all([
    memberLots(statements, shopId, memberId),
    memberCodes(statements, shopId, memberId),
    memberOrders(statements, shopId, memberId),
    memberEntries(statements, shopId, memberId, before),
    reinstatableLots(statements, shopId, memberId, now),
  ]);
  const shown = entries.slice(0, ENTRIES_PER_PAGE);
  const last = shown.at(-1);
  return {
    member,
    lots,
    codes,
    orders,
    entries: shown,
    olderEntries: entries.length > shown.length && last !== undefined ? last.transactionId : null,
    reinstatable,
  };
}

async function memberDetail(
  statements: Statements,
  shopId: number,
  memberId: string,
): Promise<MemberDetail | null> {
  const rows = await statements.query<MemberDetail>(
    `SELECT member_id::text AS "memberId", first_name AS "firstName", last_name AS "lastName", email,
            customer_id AS "customerId", status, tier_level_id AS "tierLevelId", tags,
            excluded_by_hand AS "excludedByHand", merged_into::text AS "mergedInto",
            available, pending, held,
            debt, earned, spent,
            expired,
            enrolled_at AS "enrolledAt", tier_since AS "tierSince",
            tier_until AS "tierUntil", tier_grace_until AS "tierGraceUntil",
            tier_locked_until AS "tierLockedUntil"
     FROM member WHERE shop_id = $1 AND member_id = $2::bigint`,
    [shopId, memberId],
  );
  return rows[0] ?? null;
}

function memberLots(statements: Statements, shopId: number, memberId: string): Promise<readonly MemberLot[]> {
  return statements.query<MemberLot>(
    `SELECT lot_id AS "lotId", cause, state, points, remaining,
            available_at AS "availableAt", expires_at AS "expiresAt"
     FROM lot WHERE shop_id = $1 AND member_id = $2::bigint AND remaining > 0
     ORDER BY state DESC, expires_at NULLS LAST, created_at`,
    [shopId, memberId],
  );
}

function memberCodes(
  statements: Statements,
  shopId: number,
  memberId: string,
): Promise<readonly MemberCode[]> {
  return statements.query<MemberCode>(
    `SELECT c.code, c.reward_id AS "rewardId", c.points, c.state,
            c.state_reason AS "stateReason", c.claimed_at AS "claimedAt",
            c.expires_at AS "expiresAt", o.name AS "orderName"
     FROM reward_code c
     LEFT JOIN shop_order o ON o.shop_id = c.shop_id AND o.order_id = c.used_by_order_id
     WHERE c.shop_id = $1 AND c.member_id = $2::bigint ORDER BY c.claimed_at DESC, c.code LIMIT 50`,
    [shopId, memberId],
  );
}

function memberOrders(
  statements: Statements,
  shopId: number,
  memberId: string,
): Promise<readonly MemberOrder[]> {
  return statements.query<MemberOrder>(
    `SELECT o.order_id AS "orderId", o.name, o.placed_at AS "placedAt",
            o.paid_at AS "paidAt", (o.state ->> 'cancelledAt') IS NOT NULL AS cancelled,
            coalesce((o.state ->> 'test')::boolean, false) AS test, a.standing,
            a.frozen ->> 'excluded' AS excluded, o.refusal
     FROM shop_order o LEFT JOIN award a ON a.shop_id = o.shop_id AND a.order_id = o.order_id
     WHERE o.shop_id = $1 AND o.member_id = $2::bigint
     ORDER BY o.placed_at DESC, o.order_id LIMIT ${String(ORDERS_SHOWN)}`,
    [shopId, memberId],
  );
}

/** What a transaction gave to an account less what it took from it. */
function change(account: string): string {
  return `coalesce(sum(CASE '${account}' WHEN f.to_account THEN f.points WHEN f.from_account THEN -f.points END), 0)::int8`;
}

function memberEntries(
  statements: Statements,
  shopId: number,
  memberId: string,
  before: string | null,
): Promise<readonly MemberEntry[]> {
  return statements.query<MemberEntry>(
    `SELECT t.transaction_id::text AS "transactionId", t.kind, t.at AS at,
            t.program_version AS "programVersion", t.explanation, ${change("available")} AS available,
            ${change("pending")} AS pending, ${change("held")} AS held, -${change("debt")} AS debt
     FROM ledger_transaction t LEFT JOIN transfer f USING (shop_id, transaction_id)
     WHERE t.shop_id = $1 AND t.member_id = $2::bigint AND ($3::bigint IS NULL OR t.transaction_id < $3)
     GROUP BY t.shop_id, t.transaction_id
     ORDER BY t.transaction_id DESC LIMIT ${String(ENTRIES_PER_PAGE + 1)}`,
    [shopId, memberId, before],
  );
}

function reinstatableLots(
  statements: Statements,
  shopId: number,
  memberId: string,
  now: Instant,
): Promise<readonly ReinstatableLot[]> {
  return statements.query<ReinstatableLot>(
    `SELECT l.lot_id AS "lotId", l.cause, sum(f.points)::int8 AS points, max(t.at) AS "expiredAt"
     FROM ledger_transaction t
     JOIN transfer f USING (shop_id, transaction_id)
     JOIN lot l ON l.shop_id = t.shop_id AND l.member_id = t.member_id AND l.lot_id = f.lot_id
     WHERE t.shop_id = $1 AND t.member_id = $2::bigint AND t.kind = 'expired' AND f.to_account = 'expired' AND t.at > $3
       AND NOT EXISTS (
         SELECT 1 FROM lot r WHERE r.shop_id = l.shop_id AND r.member_id = l.member_id
           AND r.kind = 'reinstated' AND r.cause = l.cause
       )
     GROUP BY l.lot_id, l.cause ORDER BY max(t.at) DESC`,
    [shopId, memberId, timestamp(now - REINSTATE_DAYS * 86_400_000)],
  );
}
