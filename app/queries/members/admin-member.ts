import { z } from "zod";
import { instant, timestamp, type ShapeOf } from "#app/db/column-values.ts";
import { awardRows } from "#app/db/books/award-rows.ts";
import { codeState, lotState } from "#app/db/books/stored-words.ts";
import type { Statements } from "#app/db/database.ts";
import { tables } from "#app/db/generated/tables.ts";
import { readRows } from "#app/db/read-rows.ts";
import { readShopSettings } from "#app/db/shops/shop-settings.ts";
import type { RewardCodeState } from "#app/domain/books/codes.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { renderNothingEarned } from "#app/domain/ledger/explanations/render-nothing-earned.ts";
import type { Language } from "#app/domain/ledger/explanations/language.ts";
import { type MemberRow, memberRow } from "./admin-members.ts";
import { memberEntries, type MemberEntries } from "./member-entries.ts";
import { type Wordings, wordingsOf } from "./wordings.ts";

const {
  member,
  lot,
  reward_code: code,
  shop_order: order,
} = {
  member: tables.member.shape,
  lot: tables.lot.shape,
  reward_code: tables.reward_code.shape,
  shop_order: tables.shop_order.shape,
};

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
  /** Levels whose entry points and rewards were given, ever. */
  readonly tierEntered: readonly string[];
  /** Set where this member has become part of another. */
  readonly mergedInto: string | null;
  /** To profiling; null: they do not. */
  readonly objectsSince: Instant | null;
}

const memberDetailRow = z.object({
  ...memberRow.shape,
  held: member.held,
  earned: member.earned,
  spent: member.spent,
  expired: member.expired,
  excludedByHand: member.excluded_by_hand,
  tags: member.tags,
  tierSince: member.tier_since,
  tierUntil: member.tier_until,
  tierGraceUntil: member.tier_grace_until,
  tierLockedUntil: member.tier_locked_until,
  tierEntered: member.tier_entered,
  mergedInto: z.string().nullable(),
  objectsSince: instant.nullable(),
} satisfies ShapeOf<MemberDetail>);

export interface MemberLot {
  readonly lotId: string;
  readonly cause: string;
  /** What people call the order it comes from, where it comes from one. */
  readonly orderName: string | null;
  readonly points: number;
  readonly remaining: number;
  readonly state: "pending" | "open";
  readonly availableAt: Instant | null;
  readonly expiresAt: Instant | null;
}

const memberLotRow = z.object({
  lotId: lot.lot_id,
  cause: lot.cause,
  orderName: order.name,
  points: lot.points,
  remaining: lot.remaining,
  state: lotState,
  availableAt: lot.available_at,
  expiresAt: lot.expires_at,
} satisfies ShapeOf<MemberLot>);

export interface MemberCode {
  readonly code: string;
  readonly rewardId: string;
  readonly points: number;
  /** What of it a return gave back. */
  readonly returnedPoints: number;
  readonly state: RewardCodeState;
  readonly stateReason: string | null;
  readonly claimedAt: Instant;
  readonly expiresAt: Instant | null;
  readonly orderName: string | null;
}

const memberCodeRow = z.object({
  code: code.code,
  rewardId: code.reward_id,
  points: code.points,
  returnedPoints: code.returned_points,
  state: codeState,
  stateReason: code.state_reason,
  claimedAt: code.claimed_at,
  expiresAt: code.expires_at,
  orderName: order.name,
} satisfies ShapeOf<MemberCode>);

export interface MemberOrder {
  readonly orderId: string;
  readonly name: string | null;
  readonly placedAt: Instant;
  readonly paidAt: Instant | null;
  /** Points that stand for this order now; null = it was never judged. */
  readonly standing: number | null;
  /** Why it has no points, in both languages; null where it has some or was not judged. */
  readonly nothing: Readonly<Record<Language, string | null>> | null;
  /** Why the engine refused it, where so. */
  readonly refusal: string | null;
}

const memberOrderRow = z.object({
  orderId: order.order_id,
  name: order.name,
  placedAt: order.placed_at,
  paidAt: order.paid_at,
  refusal: order.refusal,
} satisfies ShapeOf<Omit<MemberOrder, "standing" | "nothing">>);

/** Points that expired lately and may still be given back. */
export interface ReinstatableLot {
  readonly lotId: string;
  readonly cause: string;
  readonly orderName: string | null;
  readonly points: number;
  readonly expiredAt: Instant;
}

const reinstatableLotRow = z.object({
  lotId: lot.lot_id,
  cause: lot.cause,
  orderName: order.name,
  points: z.int(),
  expiredAt: instant,
} satisfies ShapeOf<ReinstatableLot>);

export interface AdminMember extends MemberEntries {
  readonly member: MemberDetail;
  readonly lots: readonly MemberLot[];
  readonly codes: readonly MemberCode[];
  readonly orders: readonly MemberOrder[];
  readonly reinstatable: readonly ReinstatableLot[];
}

const ORDERS_SHOWN = 30;

/** One member of a shop with all that support needs; null where the shop has no such member. */
export async function adminMember(
  statements: Statements,
  shopId: number,
  memberId: string,
  { before, now }: { readonly before: string | null; readonly now: Instant },
): Promise<AdminMember | null> {
  if (!/^\d{1,18}$/.test(memberId)) return null;
  const member = await memberDetail(statements, shopId, memberId);
  if (member === null) return null;
  const wordings = await wordingsOf(statements, shopId);
  const [lots, codes, orders, entries, reinstatable] = await Promise.all([
    memberLots(statements, shopId, memberId),
    memberCodes(statements, shopId, memberId),
    memberOrders(statements, shopId, memberId, wordings),
    memberEntries(statements, shopId, memberId, { before, wordings }),
    reinstatableLots(statements, shopId, memberId, now),
  ]);
  return {
    member,
    lots,
    codes,
    orders,
    ...entries,
    reinstatable,
  };
}

async function memberDetail(
  statements: Statements,
  shopId: number,
  memberId: string,
): Promise<MemberDetail | null> {
  const rows = await readRows(
    statements,
    memberDetailRow,
    `SELECT member_id::text AS "memberId", first_name AS "firstName", last_name AS "lastName", email,
            customer_id AS "customerId", status, tier_level_id AS "tierLevelId", tags,
            excluded_by_hand AS "excludedByHand", merged_into::text AS "mergedInto",
            available, pending, held,
            debt, earned, spent,
            expired,
            enrolled_at AS "enrolledAt", tier_since AS "tierSince",
            tier_until AS "tierUntil", tier_grace_until AS "tierGraceUntil",
            tier_locked_until AS "tierLockedUntil", tier_entered AS "tierEntered",
            (SELECT min(p.said_at) FROM profiling_objection p
             WHERE p.shop_id = member.shop_id AND p.member_id = member.member_id) AS "objectsSince"
     FROM member WHERE shop_id = $1 AND member_id = $2::bigint`,
    [shopId, memberId],
  );
  return rows[0] ?? null;
}

function memberLots(statements: Statements, shopId: number, memberId: string): Promise<readonly MemberLot[]> {
  return readRows(
    statements,
    memberLotRow,
    `SELECT l.lot_id AS "lotId", l.cause, o.name AS "orderName", l.state, l.points, l.remaining,
            l.available_at AS "availableAt", l.expires_at AS "expiresAt"
     FROM lot l LEFT JOIN shop_order o ON o.shop_id = l.shop_id AND 'order:' || o.order_id = l.cause
     WHERE l.shop_id = $1 AND l.member_id = $2::bigint AND l.remaining > 0
     ORDER BY l.state, l.expires_at NULLS LAST, l.created_at`,
    [shopId, memberId],
  );
}

function memberCodes(
  statements: Statements,
  shopId: number,
  memberId: string,
): Promise<readonly MemberCode[]> {
  return readRows(
    statements,
    memberCodeRow,
    `SELECT c.code, c.reward_id AS "rewardId", c.points, c.returned_points AS "returnedPoints", c.state,
            c.state_reason AS "stateReason", c.claimed_at AS "claimedAt",
            c.expires_at AS "expiresAt", o.name AS "orderName"
     FROM reward_code c
     LEFT JOIN shop_order o ON o.shop_id = c.shop_id AND o.order_id = c.used_by_order_id
     WHERE c.shop_id = $1 AND c.member_id = $2::bigint ORDER BY c.claimed_at DESC, c.code LIMIT 50`,
    [shopId, memberId],
  );
}

async function memberOrders(
  statements: Statements,
  shopId: number,
  memberId: string,
  wordings: Wordings,
): Promise<readonly MemberOrder[]> {
  const orders = await readRows(
    statements,
    memberOrderRow,
    `SELECT order_id AS "orderId", name, placed_at AS "placedAt", paid_at AS "paidAt", refusal
     FROM shop_order WHERE shop_id = $1 AND member_id = $2::bigint
     ORDER BY placed_at DESC, order_id LIMIT ${String(ORDERS_SHOWN)}`,
    [shopId, memberId],
  );
  const awards = await readAwards(statements, shopId, memberId);
  return orders.map((order) => {
    const award = awards.get(order.orderId);
    if (award === undefined) return { ...order, standing: null, nothing: null };
    const words = wordings(award.programVersion);
    const nothing = { en: renderNothingEarned(award, words.en), de: renderNothingEarned(award, words.de) };
    return { ...order, standing: award.standing, nothing };
  });
}

async function readAwards(statements: Statements, shopId: number, memberId: string) {
  const rows = await readRows(statements, awardRows.row, awardRows.select, [shopId, [memberId]]);
  return new Map(rows.map((row) => [row.order_id, awardRows.read(row)]));
}

async function reinstatableLots(
  statements: Statements,
  shopId: number,
  memberId: string,
  now: Instant,
): Promise<readonly ReinstatableLot[]> {
  const { reinstateDays } = await readShopSettings(statements, shopId);
  return readRows(
    statements,
    reinstatableLotRow,
    `SELECT l.lot_id AS "lotId", l.cause, max(o.name) AS "orderName", sum(f.points)::int8 AS points,
            max(t.at) AS "expiredAt"
     FROM ledger_transaction t
     JOIN transfer f USING (shop_id, transaction_id)
     JOIN lot l ON l.shop_id = t.shop_id AND l.member_id = t.member_id AND l.lot_id = f.lot_id
     LEFT JOIN shop_order o ON o.shop_id = l.shop_id AND 'order:' || o.order_id = l.cause
     WHERE t.shop_id = $1 AND t.member_id = $2::bigint AND t.kind = 'expired' AND f.to_account = 'expired' AND t.at > $3
       AND NOT EXISTS (
         SELECT 1 FROM lot r WHERE r.shop_id = l.shop_id AND r.member_id = l.member_id
           AND r.kind = 'reinstated' AND r.cause = l.cause
       )
     GROUP BY l.lot_id, l.cause ORDER BY max(t.at) DESC`,
    [shopId, memberId, timestamp(now - reinstateDays * 86_400_000)],
  );
}
