import { assert } from "#app/domain/assert.ts";
import type { MemberId } from "#app/domain/books.ts";
import type { ProgramVersion } from "#app/domain/books.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { Explanation } from "#app/domain/ledger/explanation.ts";
import type { Program } from "#app/domain/program/program.ts";
import { timestamp } from "#app/db/column-values.ts";
import type { Statements } from "#app/db/database.ts";
import { jsonRows, readInstants } from "#app/db/json-rows.ts";
import { readProgramVersions } from "#app/db/programs.ts";
import { rewardName } from "./storefront-program.ts";
import type { StorefrontEntry, StorefrontHistory, StorefrontRewardName } from "./storefront-state.ts";

const PAGE_SIZE = 12;
const ENTRY_INSTANTS = ["at", "expiresAt"] satisfies (keyof EntryRow)[];
/** Points that expire later than this are not marked. */
const EXPIRY_SHOWN_MS = 60 * 86_400_000;

export interface EntryRow {
  readonly key: string;
  readonly at: Instant;
  readonly version: number;
  readonly explanation: Explanation;
  readonly points: number;
  readonly orderName: string | null;
  readonly units: number | null;
  readonly codeValueMinor: number | null;
  readonly expiresAt: Instant | null;
}

/** What happened to a member's points, newest first, a page at a time; `before` is the page's cursor. */
export async function storefrontHistory(
  statements: Statements,
  shopId: number,
  memberId: MemberId,
  before: string | null,
  now: Instant,
): Promise<StorefrontHistory> {
  const rows = await statements.query<EntryRow>(SELECT_ENTRIES, [
    shopId,
    memberId,
    before,
    PAGE_SIZE + 1,
    timestamp(markedUntil(now)),
  ]);
  return pageOf(rows, await readProgramVersions(statements, shopId), now);
}

/** The first page as a column of a larger SELECT: `shop`, `member` and `expiringBy` are SQL. */
export function historyAsColumn(shop: string, member: string, expiringBy: string): string {
  return jsonRows(SELECT_ENTRIES, [shop, member, "NULL::bigint", String(PAGE_SIZE + 1), expiringBy]);
}

/** Entries that expire before this are marked. */
export function markedUntil(now: Instant): Instant {
  return now + EXPIRY_SHOWN_MS;
}

export function historyOfColumn(
  rows: readonly EntryRow[],
  versions: readonly ProgramVersion[],
  now: Instant,
): StorefrontHistory {
  readInstants(rows, ENTRY_INSTANTS);
  return pageOf(rows, versions, now);
}

function pageOf(
  rows: readonly EntryRow[],
  versions: readonly ProgramVersion[],
  now: Instant,
): StorefrontHistory {
  const programs = new Map(versions.map(({ version, program }) => [version, program]));
  const shown = rows.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  return {
    entries: shown.map((row) => {
      const program = programs.get(row.version);
      assert(program !== undefined, "an entry names a version that was live");
      return entryOf(row, program, now);
    }),
    before: rows.length > shown.length && last !== undefined ? last.key : null,
  };
}

/**
 * A member has what is available and pending, less what is owed. The order an entry is about is named
 * in its explanation, or is the cause of the lot that moved.
 */
const SELECT_ENTRIES = `
  WITH page AS (
    SELECT t.shop_id, t.transaction_id, t.member_id, t.at, t.program_version, t.explanation,
      coalesce(t.explanation ->> 'orderId', substring(t.explanation ->> 'cause' FROM '^order:(.*)$')) AS order_id
    FROM ledger_transaction t
    WHERE t.shop_id = $1 AND t.member_id = $2::bigint AND ($3::bigint IS NULL OR t.transaction_id < $3::bigint)
    ORDER BY t.transaction_id DESC LIMIT $4
  )
  SELECT p.transaction_id::text AS key, p.at, p.program_version AS version, p.explanation, o.name AS "orderName",
    (SELECT coalesce(sum(CASE WHEN f.to_account IN ('available', 'pending', 'debt') THEN f.points ELSE 0 END
       - CASE WHEN f.from_account IN ('available', 'pending', 'debt') THEN f.points ELSE 0 END), 0)::int8
     FROM transfer f WHERE f.shop_id = p.shop_id AND f.transaction_id = p.transaction_id) AS points,
    (SELECT sum((line ->> 'quantity')::int)::int8 FROM json_array_elements(o.state -> 'lines') AS line) AS units,
    c.value_minor AS "codeValueMinor",
    (SELECT min(l.expires_at) FROM lot l WHERE l.shop_id = p.shop_id AND l.member_id = p.member_id
       AND l.remaining > 0 AND l.expires_at <= $5::timestamptz
       AND l.lot_id IN (SELECT f.lot_id FROM transfer f WHERE f.shop_id = p.shop_id
         AND f.transaction_id = p.transaction_id AND f.from_account = 'issued')) AS "expiresAt"
  FROM page p
  LEFT JOIN shop_order o ON o.shop_id = p.shop_id AND o.order_id = p.order_id
  LEFT JOIN reward_code c ON c.shop_id = p.shop_id AND c.code = p.explanation ->> 'code'
  ORDER BY p.transaction_id DESC`;

function entryOf(row: EntryRow, program: Program, now: Instant): StorefrontEntry {
  const why = row.explanation;
  return {
    key: row.key,
    at: row.at,
    kind: why.kind,
    points: row.points,
    subject: subjectOf(why, row.orderName, program),
    reward: rewardOf(why, row.codeValueMinor, program),
    reason: why.kind === "order_reduced" ? why.reason : null,
    units: why.kind === "order_earned" ? row.units : null,
    pendingUntil: pendingUntil(why, now),
    expiresAt: row.expiresAt,
  };
}

function pendingUntil(why: Explanation, now: Instant): Instant | null {
  if (why.kind !== "order_earned" || why.availableAt === null) return null;
  return why.availableAt > now ? why.availableAt : null;
}

function subjectOf(why: Explanation, orderName: string | null, program: Program): string | null {
  switch (why.kind) {
    case "order_earned":
    case "order_reduced":
    case "order_restored":
      return why.orderName ?? orderName ?? why.orderId;
    case "activity":
      return why.activity;
    case "tier_entry":
      return program.tiers?.levels.find(({ id }) => id === why.levelId)?.name ?? why.levelId;
    case "matured":
    case "debt_offset":
    case "expired":
    case "reinstated":
      return orderName;
    case "reward_held":
    case "reward_released":
    case "reward_used":
    case "reward_returned":
    case "adjusted":
    case "merged":
      return null;
  }
}

function rewardOf(
  why: Explanation,
  codeValueMinor: number | null,
  program: Program,
): StorefrontRewardName | null {
  if (!("rewardId" in why)) return null;
  const reward = program.rewards.find(({ id }) => id === why.rewardId);
  if (reward === undefined) return null;
  const named = rewardName(reward);
  return { ...named, valueMinor: codeValueMinor ?? named.valueMinor };
}
