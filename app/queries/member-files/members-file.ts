import { z } from "zod";
import type { Statements } from "#app/db/database.ts";
import { tables } from "#app/db/generated/tables.ts";
import { readRows } from "#app/db/read-rows.ts";
import { localDay, type Instant } from "#app/domain/calendar.ts";
import { csvLine } from "#app/domain/csv.ts";
import { OWN_COLUMNS } from "#app/domain/member-files/file-forms.ts";
import { writeLotsCell } from "#app/domain/member-files/lots-cell.ts";

const ROWS_AT_ONCE = 500;

const of = tables.member.shape;
const memberRow = z.object({
  memberId: of.member_id,
  customerId: of.customer_id,
  email: of.email,
  firstName: of.first_name,
  lastName: of.last_name,
  status: of.status,
  points: z.int(),
  lots: z.array(z.object({ points: z.int(), expiresAt: z.number().nullable() })),
  tier: of.tier_level_id,
  tierLockedUntil: of.tier_locked_until,
  birthday: of.birthday,
  enrolledAt: of.enrolled_at,
});
type MemberLine = z.output<typeof memberRow>;

/** A lot that is still pending is a member's as well: what is on the way counts in the balance. */
const SELECT = `
  SELECT m.member_id AS "memberId", m.customer_id AS "customerId", m.email, m.first_name AS "firstName",
    m.last_name AS "lastName", m.status, greatest(m.available + m.pending - m.debt, 0)::bigint AS points,
    coalesce((SELECT json_agg(json_build_object('points', l.remaining,
        'expiresAt', round(extract(epoch FROM l.expires_at) * 1000)) ORDER BY l.expires_at NULLS LAST, l.lot_id)
      FROM lot l WHERE l.shop_id = m.shop_id AND l.member_id = m.member_id AND l.remaining > 0), '[]'::json) AS lots,
    m.tier_level_id AS tier, m.tier_locked_until AS "tierLockedUntil", m.birthday, m.enrolled_at AS "enrolledAt"
  FROM member m WHERE m.shop_id = $1 AND m.member_id > $2 AND m.merged_into IS NULL
    AND m.status IN ('active', 'shadow') AND (m.customer_id IS NOT NULL OR m.email IS NOT NULL)
  ORDER BY m.member_id LIMIT $3`;

/** Every member a line, in the app's own form: what this writes an import reads. Who has left is not among them. */
export async function* membersFile(
  statements: Statements,
  shopId: number,
  zone: string,
): AsyncGenerator<string> {
  yield csvLine(OWN_COLUMNS);
  for (let behind = 0; ;) {
    const members = await readRows(statements, memberRow, SELECT, [shopId, behind, ROWS_AT_ONCE]);
    for (const member of members) yield csvLine(cellsOf(member, zone));
    const last = members.at(-1);
    if (last === undefined || members.length < ROWS_AT_ONCE) return;
    behind = last.memberId;
  }
}

function cellsOf(member: MemberLine, zone: string): unknown[] {
  const { points, lots } = member;
  // What somebody owes is paid out of the points that end first.
  let owed = lots.reduce((sum, lot) => sum + lot.points, 0) - points;
  const written = lots.flatMap((lot) => {
    const paid = Math.min(owed, lot.points);
    owed -= paid;
    const left = lot.points - paid;
    return left === 0 ? [] : [{ points: left, expiresOn: lastDay(lot.expiresAt, zone) }];
  });
  return [
    ...[member.customerId, member.email, member.firstName, member.lastName, member.status],
    points,
    writeLotsCell(written),
    member.tier,
    lastDay(member.tierLockedUntil, zone),
    member.birthday,
    localDay(member.enrolledAt, zone),
  ];
}

/** The last day something is valid: ends are the first instant after it. */
function lastDay(end: Instant | null, zone: string): string | null {
  return end === null ? null : localDay(end - 1, zone);
}
