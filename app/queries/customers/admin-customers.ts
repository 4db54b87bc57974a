import { z } from "zod";
import type { ShapeOf } from "#app/db/column-values.ts";
import type { Statements } from "#app/db/database.ts";
import { tables } from "#app/db/generated/tables.ts";
import { readRows } from "#app/db/read-rows.ts";
import { timestamp } from "#app/db/column-values.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { NamedSegment } from "#app/domain/customers/segments/shop-segments.ts";
import { shopSegments } from "./shop-segments.ts";

/** Customers of one recency and worth. */
export interface GridCell {
  readonly recency: number;
  readonly worth: number;
  readonly customers: number;
  readonly spentMinor: number;
}

const cellRow = z.object({
  recency: z.int(),
  worth: z.int(),
  customers: z.int(),
  spentMinor: z.int(),
} satisfies ShapeOf<GridCell>);

interface SegmentFigures {
  readonly segmentId: string;
  readonly customers: number;
  readonly spentMinor: number;
  readonly purchases: number;
  /** Of those the models say something of; null where they say nothing of anybody. */
  readonly predictedMinor: number | null;
  readonly predicted: number;
}

const segmentRow = z.object({
  segmentId: tables.segment_member.shape.segment_id,
  customers: z.int(),
  spentMinor: z.int(),
  purchases: z.int(),
  predictedMinor: z.int().nullable(),
  predicted: z.int(),
} satisfies ShapeOf<SegmentFigures>);

const changeRow = z.object({ segmentId: z.string(), entered: z.int(), left: z.int() });

export interface SegmentLine extends NamedSegment {
  readonly customers: number;
  readonly spentMinor: number;
  readonly averageMinor: number | null;
  /** What one of them is expected to bring, on average. */
  readonly predictedMinor: number | null;
  /** Who came and went in the last 30 days. */
  readonly entered: number;
  readonly left: number;
}

const LATELY_MS = 30 * 86_400_000;

/** Everybody with a purchase by recency and worth. */
export function rfmGrid(statements: Statements, shopId: number): Promise<GridCell[]> {
  return readRows(
    statements,
    cellRow,
    `SELECT recency, worth, count(*) AS customers, coalesce(sum(spent_minor), 0)::int8 AS "spentMinor"
     FROM customer_figure WHERE shop_id = $1 AND recency IS NOT NULL AND worth IS NOT NULL
     GROUP BY recency, worth`,
    [shopId],
  );
}

/** Every segment with who is in it, those with nobody too. */
export async function segmentLines(
  statements: Statements,
  shopId: number,
  { digits, now }: { readonly digits: number; readonly now: Instant },
): Promise<SegmentLine[]> {
  const rows = await readRows(
    statements,
    segmentRow,
    `SELECT s.segment_id AS "segmentId", count(*) AS customers, coalesce(sum(f.spent_minor), 0)::int8 AS "spentMinor",
       coalesce(sum(f.purchases), 0)::int8 AS purchases, sum(f.predicted_minor)::int8 AS "predictedMinor",
       count(f.predicted_minor) AS predicted
     FROM segment_member s JOIN customer_figure f ON f.shop_id = s.shop_id AND f.member_id = s.member_id
     WHERE s.shop_id = $1 GROUP BY s.segment_id`,
    [shopId],
  );
  const changes = await readRows(
    statements,
    changeRow,
    `SELECT segment_id AS "segmentId", count(*) FILTER (WHERE entered) AS entered,
       count(*) FILTER (WHERE NOT entered) AS left
     FROM segment_change WHERE shop_id = $1 AND at > $2::timestamptz GROUP BY segment_id`,
    [shopId, timestamp(now - LATELY_MS)],
  );
  const figures = new Map(rows.map((row) => [row.segmentId, row]));
  const moved = new Map(changes.map((row) => [row.segmentId, row]));
  const segments = await shopSegments(statements, shopId, digits);
  return segments.map((segment) => lineOf(segment, figures.get(segment.id), moved.get(segment.id)));
}

function lineOf(
  segment: NamedSegment,
  figures: SegmentFigures | undefined,
  moved: z.output<typeof changeRow> | undefined,
): SegmentLine {
  const change = {
    entered: moved === undefined ? 0 : moved.entered,
    left: moved === undefined ? 0 : moved.left,
  };
  if (figures === undefined)
    return { ...segment, ...change, customers: 0, spentMinor: 0, averageMinor: null, predictedMinor: null };
  const { customers, spentMinor, purchases, predictedMinor, predicted } = figures;
  return {
    ...segment,
    ...change,
    ...{ customers, spentMinor },
    averageMinor: purchases === 0 ? null : Math.floor(spentMinor / purchases),
    predictedMinor: predictedMinor === null ? null : Math.round(predictedMinor / predicted),
  };
}
