import { z } from "zod";
import type { Instant } from "#app/domain/calendar.ts";
import type { SegmentsDocument } from "#app/domain/customers/segments/shop-segments.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

const storedSegments: z.ZodType<SegmentsDocument> = z.object({
  format: z.string(),
  segments: z.array(z.looseObject({ id: z.string() })),
});

const row = tables.shop_segments.pick({ revision: true }).extend({ document: storedSegments });
const revisionRow = tables.shop_segments.pick({ revision: true });

export interface KeptSegments {
  readonly document: SegmentsDocument;
  readonly revision: number;
}

/** A shop's own segments and those it has adjusted; null where it has the ready-made ones alone. */
export async function readKeptSegments(statements: Statements, shopId: number): Promise<KeptSegments | null> {
  const [kept] = await readRows(
    statements,
    row,
    "SELECT document, revision FROM shop_segments WHERE shop_id = $1",
    [shopId],
  );
  return kept ?? null;
}

export interface SegmentsToKeep {
  readonly document: SegmentsDocument;
  /** What they are a change of; 0: nothing was kept. */
  readonly expectedRevision: number;
  readonly actor: string;
  readonly now: Instant;
}

/** Whether they were kept: not where somebody else has changed them meanwhile. */
export async function writeSegments(
  tx: Statements,
  shopId: number,
  { document, expectedRevision, actor, now }: SegmentsToKeep,
): Promise<boolean> {
  const values = [shopId, JSON.stringify(document), timestamp(now), actor];
  const written =
    expectedRevision === 0
      ? await readRows(
          tx,
          revisionRow,
          `INSERT INTO shop_segments (shop_id, document, edited_at, edited_by)
           VALUES ($1, $2::json, $3::timestamptz, $4) ON CONFLICT (shop_id) DO NOTHING RETURNING revision`,
          values,
        )
      : await readRows(
          tx,
          revisionRow,
          `UPDATE shop_segments SET document = $2::json, edited_at = $3::timestamptz, edited_by = $4,
             revision = revision + 1 WHERE shop_id = $1 AND revision = $5 RETURNING revision`,
          [...values, expectedRevision],
        );
  return written.length > 0;
}
