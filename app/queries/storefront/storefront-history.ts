import { z } from "zod";
import { assert } from "#app/domain/assert.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { ProgramVersion } from "#app/domain/books/books.ts";
import type { TierStep } from "#app/domain/books/tier-state.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { Explanation } from "#app/domain/ledger/explanations/explanation.ts";
import { ofExplanation } from "#app/domain/ledger/explanations/known-explanation.ts";
import { levelNameIn } from "#app/domain/program/compile/compile-text.ts";
import type { Program } from "#app/domain/program/program.ts";
import { instant, timestamp } from "#app/db/column-values.ts";
import { giftName } from "#app/domain/ledger/explanations/wording.ts";
import { inLanguage } from "#app/domain/program/texts/text.ts";
import type { Statements } from "#app/db/database.ts";
import { tables } from "#app/db/generated/tables.ts";
import { jsonRows } from "#app/db/json-rows.ts";
import { readProgramVersions } from "#app/db/program/programs.ts";
import { readRows } from "#app/db/read-rows.ts";
import { storedExplanation } from "#app/db/stored-explanation.ts";
import { placeAmong, publishedLevelChanges, publishedSteps } from "#app/queries/members/level-changes.ts";
import type { PublishedStep } from "#app/queries/members/level-changes.ts";
import { rewardName } from "./storefront-reward-name.ts";
import type { StorefrontRewardName } from "#storefront/state-reward.ts";
import type { StorefrontEntry, StorefrontHistory } from "#storefront/state-history.ts";

const PAGE_SIZE = 12;
/** Points that expire later than this are not marked. */
const EXPIRY_SHOWN_MS = 60 * 86_400_000;

/** An entry as it is selected, by itself or within a row of JSON. */
export const entryRow = z.object({
  key: z.string(),
  at: instant,
  version: z.int(),
  explanation: storedExplanation,
  points: z.int(),
  orderName: tables.shop_order.shape.name,
  units: z.number().nullable(),
  codeValueMinor: tables.reward_code.shape.value_minor,
  expiresAt: instant.nullable(),
});

export type EntryRow = z.output<typeof entryRow>;

export interface HistoryViewer {
  readonly shopId: number;
  readonly memberId: MemberId;
  readonly language: string | null;
}

/** What happened to a member's points, newest first, a page at a time; `before` is the page's cursor. */
export async function storefrontHistory(
  statements: Statements,
  { shopId, memberId, language }: HistoryViewer,
  before: string | null,
  now: Instant,
): Promise<StorefrontHistory> {
  const rows = await readRows(statements, entryRow, SELECT_ENTRIES, [
    shopId,
    memberId,
    before,
    PAGE_SIZE + 1,
    timestamp(markedUntil(now)),
  ]);
  const told = { versions: await readProgramVersions(statements, shopId), language, now };
  const steps = await publishedLevelChanges(statements, shopId, memberId, { last: oldestOf(rows), before });
  return pageOf(rows, steps, told);
}

/** The first page as a column of a larger SELECT: `shop`, `member` and `expiringBy` are SQL. */
export function historyAsColumn(shop: string, member: string, expiringBy: string): string {
  return jsonRows(SELECT_ENTRIES, [shop, member, "NULL::bigint", String(PAGE_SIZE + 1), expiringBy]);
}

/** Entries that expire before this are marked. */
export function markedUntil(now: Instant): Instant {
  return now + EXPIRY_SHOWN_MS;
}

/** What entries are told in. */
interface Telling {
  readonly versions: readonly ProgramVersion[];
  readonly language: string | null;
  readonly now: Instant;
}

export function historyOfColumn(
  rows: readonly EntryRow[],
  levels: readonly TierStep[],
  telling: Telling,
): StorefrontHistory {
  return pageOf(rows, publishedSteps(levels, { from: oldestOf(rows), until: null }), telling);
}

/** When the oldest entry of a page happened; null where nothing is older than the page. */
function oldestOf(rows: readonly EntryRow[]): Instant | null {
  return rows.length > PAGE_SIZE ? (rows[PAGE_SIZE - 1]?.at ?? null) : null;
}

function pageOf(
  rows: readonly EntryRow[],
  steps: readonly PublishedStep[],
  { versions, language, now }: Telling,
): StorefrontHistory {
  const programs = new Map(versions.map(({ version, program }) => [version, program]));
  const programOf = (version: number): Program => {
    const program = programs.get(version) ?? versions.at(-1)?.program;
    assert(program !== undefined, "a shop with entries has a program");
    return program;
  };
  const shown = rows.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  const moved = shown.map((row) =>
    ofExplanation(
      row.explanation,
      (why) => entryOf({ ...row, why }, programOf(row.version), language, now),
      entryWithoutReason(row),
    ),
  );
  const changed = steps.map((step) => entryOfStep(step, programOf(step.publishedAs), language));
  return {
    entries: placeAmong(moved, changed),
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

type ToldEntry = EntryRow & { readonly why: Explanation };

function entryOf(
  { why, ...row }: ToldEntry,
  program: Program,
  language: string | null,
  now: Instant,
): StorefrontEntry {
  return {
    key: row.key,
    at: row.at,
    // To a shopper both are the shop's doing; the reason says which.
    kind: why.kind === "adjustment_undone" ? "adjusted" : why.kind,
    points: row.points,
    subject: subjectOf(why, row.orderName),
    named: namedOf(why, program, language),
    reward: rewardOf(why, row.codeValueMinor, program, language),
    reason: why.kind === "order_reduced" ? why.reason : null,
    units: why.kind === "order_earned" ? row.units : null,
    pendingUntil: pendingUntil(why, now),
    expiresAt: row.expiresAt,
  };
}

const NOTHING_MORE = {
  subject: null,
  named: null,
  reward: null,
  reason: null,
  units: null,
  pendingUntil: null,
  expiresAt: null,
};

/** What changed and when, where it cannot be told why. */
function entryWithoutReason({ key, at, points }: EntryRow): StorefrontEntry {
  return { key, at, kind: "adjusted", points, ...NOTHING_MORE };
}

/** A level that a publication brought or ended: no points moved, and the member should know why. */
function entryOfStep(
  { levelId, since, publishedAs }: PublishedStep,
  program: Program,
  language: string | null,
): StorefrontEntry {
  const named = levelId === null ? null : inLanguage(levelNameIn(program, levelId), language);
  const kind = levelId === null ? "level_ended" : "level_changed";
  return { key: `level:${String(publishedAs)}`, at: since, kind, points: 0, ...NOTHING_MORE, named };
}

function pendingUntil(why: Explanation, now: Instant): Instant | null {
  if (why.kind !== "order_earned" || why.availableAt === null) return null;
  return why.availableAt > now ? why.availableAt : null;
}

/** The level entered, or the rule of an activity that has a name. */
function namedOf(why: Explanation, program: Program, language: string | null): string | null {
  if (why.kind === "tier_entry") return inLanguage(levelNameIn(program, why.levelId), language);
  if (why.kind === "gift_given" || why.kind === "gift_taken_back") {
    return inLanguage(giftName(why.of, program), language);
  }
  if (why.kind !== "activity") return null;
  const rule = program.rules.find(({ id }) => id === why.rules[0]?.ruleId);
  return rule?.name == null ? null : inLanguage(rule.name, language);
}

function subjectOf(why: Explanation, orderName: string | null): string | null {
  switch (why.kind) {
    case "order_earned":
    case "order_reduced":
    case "order_restored":
      return why.orderName ?? orderName;
    case "activity":
      return why.activity;
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
    case "adjustment_undone":
    case "opening":
    case "tier_entry":
    case "merged":
    case "unmerged":
    case "gift_given":
    case "gift_taken_back":
      return null;
  }
}

function rewardOf(
  why: Explanation,
  codeValueMinor: number | null,
  program: Program,
  language: string | null,
): StorefrontRewardName | null {
  if (!("rewardId" in why)) return null;
  const reward = program.rewards.find(({ id }) => id === why.rewardId);
  if (reward === undefined) return null;
  const named = rewardName(reward, language);
  return { ...named, valueMinor: codeValueMinor ?? named.valueMinor };
}
