import { z } from "zod";
import type { Instant } from "#app/domain/calendar.ts";
import type { DocumentError } from "#app/domain/program/document/describe-error.ts";
import type { ShapeOf } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

const scheduledRow = tables.program_version.pick({ version: true, document: true, published_by: true });
const comingRow = tables.program_version
  .pick({ version: true, effective_at: true })
  .extend({ is_refused: z.boolean() });

/** Why a version was refused, as it is kept. */
export const storedRefusal = z.array(
  z.object({
    path: z.string(),
    found: z.string(),
    allowed: z.string(),
  } satisfies ShapeOf<DocumentError>),
);

export type ScheduledVersion = z.output<typeof scheduledRow>;

const SELECT_SCHEDULED = `SELECT version, document, published_by FROM program_version
  WHERE shop_id = $1 AND activated_at IS NULL`;

/** The version that waits for its instant or was refused at it, held until the transaction ends. */
export async function lockScheduledVersion(tx: Statements, shopId: number): Promise<ScheduledVersion | null> {
  const sql = `${SELECT_SCHEDULED} ORDER BY version LIMIT 1 FOR UPDATE`;
  const [row] = await readRows(tx, scheduledRow, sql, [shopId]);
  return row ?? null;
}

/** The same, if it is this one and still waits. */
export async function lockDueVersion(
  tx: Statements,
  shopId: number,
  version: number,
): Promise<ScheduledVersion | null> {
  const sql = `${SELECT_SCHEDULED} AND version = $2 AND refusal IS NULL FOR UPDATE`;
  const [row] = await readRows(tx, scheduledRow, sql, [shopId, version]);
  return row ?? null;
}

/** Its instant came and it was not right any more: it does not go live. */
export async function refuseVersion(
  tx: Statements,
  shopId: number,
  version: number,
  errors: readonly DocumentError[],
): Promise<void> {
  await tx.query("UPDATE program_version SET refusal = $3::json WHERE shop_id = $1 AND version = $2", [
    shopId,
    version,
    JSON.stringify(errors),
  ]);
}

/** What is to come: the version that waits for its instant, or was refused at it. */
export async function readComing(
  statements: Statements,
  shopId: number,
): Promise<{ readonly version: number; readonly effectiveAt: Instant; readonly isRefused: boolean } | null> {
  const [row] = await readRows(
    statements,
    comingRow,
    `SELECT version, effective_at, refusal IS NOT NULL AS is_refused FROM program_version
     WHERE shop_id = $1 AND activated_at IS NULL ORDER BY version LIMIT 1`,
    [shopId],
  );
  if (row === undefined) return null;
  return { version: row.version, effectiveAt: row.effective_at, isRefused: row.is_refused };
}
