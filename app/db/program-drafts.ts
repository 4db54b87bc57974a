import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "./column-values.ts";
import type { Statements } from "./database.ts";

export interface ProgramDraft {
  readonly text: string;
  readonly base_version: number | null;
  readonly revision: number;
  readonly edited_at: Instant;
  readonly edited_by: string;
}

export async function readDraft(statements: Statements, shopId: number): Promise<ProgramDraft | null> {
  const [draft] = await statements.query<ProgramDraft>(
    "SELECT text, base_version, revision, edited_at, edited_by FROM program_draft WHERE shop_id = $1",
    [shopId],
  );
  return draft ?? null;
}

export interface DraftToKeep {
  readonly text: string;
  readonly baseVersion: number | null;
  readonly expectedRevision: number | null;
  readonly actor: string;
  readonly now: Instant;
}

/** The new revision, or null where the kept draft is not the one that was expected. */
export async function writeDraft(
  statements: Statements,
  shopId: number,
  draft: DraftToKeep,
): Promise<number | null> {
  const { text, baseVersion, expectedRevision, actor, now } = draft;
  const values = [shopId, text, baseVersion, timestamp(now), actor];
  const [written] =
    expectedRevision === null
      ? await statements.query<{ revision: number }>(
          `INSERT INTO program_draft (shop_id, text, base_version, edited_at, edited_by)
           VALUES ($1, $2, $3, $4::timestamptz, $5) ON CONFLICT (shop_id) DO NOTHING RETURNING revision`,
          values,
        )
      : await statements.query<{ revision: number }>(
          `UPDATE program_draft SET text = $2, base_version = $3, revision = revision + 1, edited_at = $4::timestamptz,
             edited_by = $5 WHERE shop_id = $1 AND revision = $6 RETURNING revision`,
          [...values, expectedRevision],
        );
  return written?.revision ?? null;
}

export async function deleteDraft(tx: Statements, shopId: number): Promise<void> {
  await tx.query("DELETE FROM program_draft WHERE shop_id = $1", [shopId]);
}
