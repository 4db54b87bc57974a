import type { z } from "zod";
import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

const draftRow = tables.program_draft.omit({ shop_id: true });
const revisionRow = tables.program_draft.pick({ revision: true });

export type ProgramDraft = z.output<typeof draftRow>;

export async function readDraft(statements: Statements, shopId: number): Promise<ProgramDraft | null> {
  const [draft] = await readRows(
    statements,
    draftRow,
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
      ? await readRows(
          statements,
          revisionRow,
          `INSERT INTO program_draft (shop_id, text, base_version, edited_at, edited_by)
           VALUES ($1, $2, $3, $4::timestamptz, $5) ON CONFLICT (shop_id) DO NOTHING RETURNING revision`,
          values,
        )
      : await readRows(
          statements,
          revisionRow,
          `UPDATE program_draft SET text = $2, base_version = $3, revision = revision + 1, edited_at = $4::timestamptz,
             edited_by = $5 WHERE shop_id = $1 AND revision = $6 RETURNING revision`,
          [...values, expectedRevision],
        );
  return written?.revision ?? null;
}

/** Whether the draft of this revision is gone now; null = there was none, and there is none. */
export async function deleteDraftOf(
  tx: Statements,
  shopId: number,
  expectedRevision: number | null,
): Promise<boolean> {
  const draft = await readDraft(tx, shopId);
  if (draft === null) return expectedRevision === null;
  const gone = await tx.query(
    "DELETE FROM program_draft WHERE shop_id = $1 AND revision = $2 RETURNING revision",
    [shopId, expectedRevision],
  );
  return gone.length > 0;
}

export async function deleteDraft(tx: Statements, shopId: number): Promise<void> {
  await tx.query("DELETE FROM program_draft WHERE shop_id = $1", [shopId]);
}
