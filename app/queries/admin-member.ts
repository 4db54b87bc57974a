import { timestamp } from "#app/db/column-values.ts";
import { awardRows } from "#app/db/books/award-rows.ts";
import { readProgramVersions } from "#app/db/programs.ts";
import type { Statements } from "#app/db/database.ts";
import { assert } from "#app/domain/assert.ts";
import type { RewardCodeState, TransactionKind } from "#app/domain/books.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { Explanation } from "#app/domain/ledger/explanation.ts";
import { renderNothingEarned } from "#app/domain/ledger/render-nothing-earned.ts";
import { inWords, type RenderedExplanation } from "#app/domain/ledger/render-explanation.ts";
import { wordingFor, type Language, type Wording } from "#app/domain/ledger/wording.ts";
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
  /** What people call the order it comes from, where it comes from one. */
  readonly orderName: string | null;
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
  /** Points that stand for this order now; null = it was never judged. */
  readonly standing: number | null;
  /** Why it has no points, in both languages; null where it has some or was not judged. */
  readonly nothing: Readonly<Record<Language, string | null>> | null;
  /** Why the engine refused it, where so. */
  readonly refusal: string | null;
}

export interface MemberEntry {
  readonly transactionId: string;
  readonly kind: TransactionKind;
  readonly at: Instant;
  /** Why it was posted, in the words of the program of its day. */
  readonly words: Readonly<Record<Language, RenderedExplanation>>;
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
  readonly orderName: string | null;
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
  const wordings = await wordingsOf(statements, shopId);
  const [lots, codes, orders, entries, reinstatable] = await Promise.all([
    memberLots(statements, shopId, memberId),
    memberCodes(statements, shopId, memberId),
    memberOrders(statements, shopId, memberId, wordings),
    memberEntries(statements, shopId, memberId, before, wordings),
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

type Wordings = (version: number) => Readonly<Record<Language, Wording>>;

/** What entries and orders are explained in: both languages, with the program each was judged by. */
async function wordingsOf(statements: Statements, shopId: number): Promise<Wordings> {
  const versions = await readProgramVersions(statements, shopId);
  const wordings = new Map(
    versions.map(({ version, program }) => [
      version,
      { en: wordingFor("en", program), de: wordingFor("de", program) },
    ]),
  );
  return (version) => {
    const wording = wordings.get(version);
    assert(wording !== undefined, "what is explained names a version that was live");
    return wording;
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

async function memberOrders(
  statements: Statements,
  shopId: number,
  memberId: string,
  wordings: Wordings,
): Promise<readonly MemberOrder[]> {
  const orders = await statements.query<Omit<MemberOrder, "standing" | "nothing">>(
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
  const rows = await statements.query<Parameters<typeof awardRows.read>[0]>(awardRows.select, [
    shopId,
    [memberId],
  ]);
  return new Map(rows.map((row) => [row.order_id, awardRows.read(row)]));
}

/** What a transaction gave to an account less what it took from it. */
function change(account: string): string {
  return `coalesce(sum(CASE '${account}' WHEN f.to_account THEN f.points WHEN f.from_account THEN -f.points END), 0)::int8`;
}

interface EntryRow extends Omit<MemberEntry, "words"> {
  readonly programVersion: number;
  readonly explanation: Explanation;
}

async function memberEntries(
  statements: Statements,
  shopId: number,
  memberId: string,
  before: string | null,
  wordings: Wordings,
): Promise<readonly MemberEntry[]> {
  const rows = await statements.query<EntryRow>(
    `SELECT t.transaction_id::text AS "transactionId", t.kind, t.at, t.program_version AS "programVersion",
            t.explanation, ${change("available")} AS available, ${change("pending")} AS pending,
            ${change("held")} AS held, -${change("debt")} AS debt
     FROM ledger_transaction t LEFT JOIN transfer f USING (shop_id, transaction_id)
     WHERE t.shop_id = $1 AND t.member_id = $2::bigint AND ($3::bigint IS NULL OR t.transaction_id < $3)
     GROUP BY t.shop_id, t.transaction_id
     ORDER BY t.transaction_id DESC LIMIT ${String(ENTRIES_PER_PAGE + 1)}`,
    [shopId, memberId, before],
  );
  return rows.map(({ programVersion, explanation, ...entry }) => {
    const words = wordings(programVersion);
    return { ...entry, words: { en: inWords(explanation, words.en), de: inWords(explanation, words.de) } };
  });
}

function reinstatableLots(
  statements: Statements,
  shopId: number,
  memberId: string,
  now: Instant,
): Promise<readonly ReinstatableLot[]> {
  return statements.query<ReinstatableLot>(
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
    [shopId, memberId, timestamp(now - REINSTATE_DAYS * 86_400_000)],
  );
}
