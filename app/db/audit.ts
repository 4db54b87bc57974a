import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "./column-values.ts";
import type { Statements } from "./database.ts";

export interface AuditEntry {
  readonly at: Instant;
  /** Who did it: a staff member's id, "member", "platform", "worker". Never a name or an address. */
  readonly actor: string;
  readonly action: string;
  readonly memberId: MemberId | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Several entries of one moment at once. */
export async function writeAudits(
  tx: Statements,
  shopId: number,
  entries: readonly AuditEntry[],
): Promise<void> {
  const rows = entries.map(({ at, ...entry }) => ({ ...entry, at: timestamp(at) }));
  await tx.query(
    `INSERT INTO audit (shop_id, at, actor, action, member_id, details)
     SELECT $1, at, actor, action, "memberId", details
     FROM json_to_recordset($2::json) AS r(at timestamptz, actor text, action text, "memberId" bigint, details json)`,
    [shopId, JSON.stringify(rows)],
  );
}

/** Records that somebody did something by hand, or a platform asked for it. Append only. */
export async function writeAudit(tx: Statements, shopId: number, entry: AuditEntry): Promise<void> {
  await tx.query(
    `INSERT INTO audit (shop_id, at, actor, action, member_id, details)
     VALUES ($1, $2::timestamptz, $3, $4, $5, $6::json)`,
    [shopId, timestamp(entry.at), entry.actor, entry.action, entry.memberId, JSON.stringify(entry.details)],
  );
}
