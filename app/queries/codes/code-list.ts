import { z } from "zod";
import { timestamp, type ShapeOf } from "#app/db/column-values.ts";
import { codeOrigin, codeState } from "#app/db/books/stored-words.ts";
import type { Statements } from "#app/db/database.ts";
import { tables } from "#app/db/generated/tables.ts";
import { readRows } from "#app/db/read-rows.ts";
import { parseDay, startOfDayNumber, type Instant } from "#app/domain/calendar.ts";
import { CODE_CONDITIONS, LAPSED, type CodeCondition, type RewardCode } from "#app/domain/books/codes.ts";
import { CONDITION } from "./code-condition.ts";

/** What the list is narrowed to; everything of it stands in the address of the page. */
export interface CodeFilter {
  readonly condition: CodeCondition | null;
  readonly reward: string | null;
  /** Part of a code, of its member's name or address, or of the name of the order it was used in. */
  readonly search: string | null;
  /** Claimed from here on, and before there. */
  readonly from: Instant | null;
  readonly until: Instant | null;
  /** What the page before ended with. */
  readonly after: { readonly claimedAt: Instant; readonly code: string } | null;
}

export interface CodeRow {
  readonly code: string;
  readonly memberId: string;
  readonly memberName: string | null;
  readonly email: string | null;
  readonly rewardId: string;
  readonly points: number;
  /** What of it a return gave back. */
  readonly returnedPoints: number;
  readonly valueMinor: number | null;
  readonly origin: RewardCode["origin"];
  readonly state: RewardCode["state"];
  readonly stateReason: string | null;
  readonly claimedAt: Instant;
  readonly expiresAt: Instant | null;
  /** The order it was used in, as people call it. */
  readonly orderName: string | null;
}

const of = tables.reward_code.shape;
export const codeRow = z.object({
  code: z.string(),
  memberId: z.string(),
  memberName: z.string().nullable(),
  email: tables.member.shape.email,
  rewardId: z.string(),
  points: of.points,
  returnedPoints: of.returned_points,
  valueMinor: of.value_minor,
  origin: codeOrigin,
  state: codeState,
  stateReason: of.state_reason,
  claimedAt: of.claimed_at,
  expiresAt: of.expires_at,
  orderName: tables.shop_order.shape.name,
} satisfies ShapeOf<CodeRow>);

/** Codes with whom they belong to and where they were used. */
export const SELECT_CODES = `SELECT c.code, c.member_id::text AS "memberId",
    nullif(concat_ws(' ', m.first_name, m.last_name), '') AS "memberName", m.email, c.reward_id AS "rewardId",
    c.points, c.returned_points AS "returnedPoints", c.value_minor AS "valueMinor", c.origin,
    c.state, c.state_reason AS "stateReason", c.claimed_at AS "claimedAt",
    c.expires_at AS "expiresAt", o.name AS "orderName"
  FROM reward_code c JOIN member m USING (shop_id, member_id)
  LEFT JOIN shop_order o ON o.shop_id = c.shop_id AND o.order_id = c.used_by_order_id`;

/** One page of a shop's codes, those claimed last first. */
export async function codeList(
  statements: Statements,
  shopId: number,
  { condition, reward, search, from, until, after }: CodeFilter,
  pageSize: number,
): Promise<{ readonly codes: readonly CodeRow[]; readonly next: string | null }> {
  const at = (instant: Instant | null) => (instant === null ? null : timestamp(instant));
  const found = await readRows(
    statements,
    codeRow,
    `${SELECT_CODES}
     WHERE c.shop_id = $1 AND ($2::text IS NULL OR c.state = $2)
       AND ($3::text IS NULL OR ${CONDITION} = $3)
       AND ($4::text IS NULL OR c.reward_id = $4)
       AND ($5::text IS NULL OR strpos(lower(concat_ws(' ', c.code, m.first_name, m.last_name, m.email, o.name)), lower($5::text)) > 0)
       AND ($6::timestamptz IS NULL OR c.claimed_at >= $6::timestamptz)
       AND ($7::timestamptz IS NULL OR c.claimed_at < $7::timestamptz)
       AND ($8::timestamptz IS NULL OR (c.claimed_at, c.code) < ($8::timestamptz, $9::text))
     ORDER BY c.claimed_at DESC, c.code DESC LIMIT $10`,
    [
      shopId,
      // The column's own word has an index; what of it is meant is said beside it.
      condition === LAPSED ? "released" : condition,
      condition,
      reward,
      search?.trim() ?? null,
      at(from),
      at(until),
      at(after?.claimedAt ?? null),
      after?.code ?? null,
      pageSize + 1,
    ],
  );
  const codes = found.slice(0, pageSize);
  const last = codes.at(-1);
  const isMore = found.length > pageSize && last !== undefined;
  return { codes, next: isMore ? `${String(last.claimedAt)}~${last.code}` : null };
}

const AFTER = /^(\d{1,15})~(.{1,100})$/u;

/** As an address of a page says it, days in the shop's zone; what is not of the form asks for nothing. */
export function readCodeFilter(asked: URLSearchParams, zone: string): CodeFilter {
  const state = asked.get("state");
  const after = asked.get("after");
  const [, claimedAt, code] = (after === null ? null : AFTER.exec(after)) ?? [];
  return {
    condition: CODE_CONDITIONS.find((known) => known === state) ?? null,
    reward: asked.get("reward"),
    search: asked.get("search"),
    from: dayBegins(asked.get("from"), 0, zone),
    until: dayBegins(asked.get("until"), 1, zone),
    after: claimedAt === undefined || code === undefined ? null : { claimedAt: Number(claimedAt), code },
  };
}

/** When a day begins, or the one `later` days after it; null where the text is no day. */
function dayBegins(text: string | null, later: number, zone: string): Instant | null {
  const day = text === null ? null : parseDay(text);
  return day === null ? null : startOfDayNumber(day + later, zone);
}
