import { z } from "zod";
import type { Statements } from "#app/db/database.ts";
import { tables } from "#app/db/generated/tables.ts";
import { readRows } from "#app/db/read-rows.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { MEMBER_STATUSES, type MemberStatus } from "#app/db/members/member-filter.ts";

/** Something somebody did by hand, or had done by a workflow: who, what, for whom, when. */
export interface DeedRow {
  readonly id: string;
  readonly at: Instant;
  /** "shopify:user:42", "shopify:flow", "platform": a number or a machine, never a name. */
  readonly actor: string;
  /** The command's name: `adjust_points`, `claim_reward`, … */
  readonly action: string;
  readonly member: DeedMember | null;
  /** Points given, taken or set aside; null where the deed is not about points. */
  readonly points: number | null;
  readonly reason: string | null;
  readonly rewardId: string | null;
  readonly code: string | null;
  readonly levelId: string | null;
  readonly version: number | null;
}

export interface DeedMember {
  readonly memberId: MemberId;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly customerId: string | null;
  readonly status: MemberStatus;
}

export interface DeedPage {
  readonly deeds: readonly DeedRow[];
  /** Where the next page begins; null = this is the last. */
  readonly next: string | null;
}

const PAGE_SIZE = 50;

const number = z.number().optional().catch(undefined);
const text = z.string().optional().catch(undefined);

/**
 * What the record keeps of a deed. Each command writes what concerns it, so all of it may be absent; what
 * cannot be read is left out, and the deed is shown all the same.
 */
const details = z
  .object({ points: number, reason: text, rewardId: text, code: text, levelId: text, version: number })
  .catch({});

const { audit, member, reward_code: code } = tables;
const auditRow = z.object({
  id: z.string(),
  at: audit.shape.at,
  actor: audit.shape.actor,
  action: audit.shape.action,
  details,
  memberId: z.string().nullable(),
  firstName: member.shape.first_name,
  lastName: member.shape.last_name,
  email: member.shape.email,
  customerId: member.shape.customer_id,
  status: z.enum(MEMBER_STATUSES).nullable(),
  codeReward: code.shape.reward_id.nullable(),
  codePoints: code.shape.points.nullable(),
});

type AuditRow = z.output<typeof auditRow>;

/** One page of a shop's record, newest first; `after` is the deed the page before ended with. */
export async function adminDeeds(
  statements: Statements,
  shopId: number,
  after: string | null,
): Promise<DeedPage> {
  const rows = await readRows(
    statements,
    auditRow,
    `SELECT a.audit_id::text AS id, a.at, a.actor, a.action, a.details, a.member_id::text AS "memberId",
            m.first_name AS "firstName", m.last_name AS "lastName", m.email,
            m.customer_id AS "customerId", m.status,
            c.reward_id AS "codeReward", c.points AS "codePoints"
     FROM audit a
     LEFT JOIN member m ON m.shop_id = a.shop_id AND m.member_id = a.member_id
     LEFT JOIN reward_code c ON c.shop_id = a.shop_id AND c.code = a.details ->> 'code'
     WHERE a.shop_id = $1 AND ($2::bigint IS NULL OR a.audit_id < $2)
     ORDER BY a.audit_id DESC LIMIT ${String(PAGE_SIZE + 1)}`,
    [shopId, after],
  );
  const deeds = rows.slice(0, PAGE_SIZE).map(deedOf);
  return { deeds, next: rows.length > PAGE_SIZE ? (deeds.at(-1)?.id ?? null) : null };
}

function deedOf({ id, at, actor, action, codeReward, codePoints, details: kept, ...row }: AuditRow): DeedRow {
  return {
    id,
    at,
    actor,
    action,
    member: memberOf(row),
    points: kept.points ?? codePoints,
    reason: kept.reason ?? null,
    rewardId: kept.rewardId ?? codeReward,
    code: kept.code ?? null,
    levelId: kept.levelId ?? null,
    version: kept.version ?? null,
  };
}

function memberOf(row: Pick<AuditRow, keyof DeedMember>): DeedMember | null {
  const { memberId, firstName, lastName, email, customerId, status } = row;
  return memberId === null || status === null
    ? null
    : { memberId, firstName, lastName, email, customerId, status };
}
