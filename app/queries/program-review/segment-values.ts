import { z } from "zod";
import type { ShapeOf } from "#app/db/column-values.ts";
import type { Statements } from "#app/db/database.ts";
import { readRows } from "#app/db/read-rows.ts";
import type { InWords } from "#app/domain/customers/facts/fact.ts";
import { pointsWorth, valueOf } from "#app/domain/program/points-worth.ts";
import type { Program } from "#app/domain/program/program.ts";
import { countOf, EVERYBODY, type ReviewTally } from "#app/domain/program-review/review-tally.ts";
import { asOfAYear, type ValuedGroup } from "#app/domain/program-review/spending-guidance.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { shopSegments } from "../customers/shop-segments.ts";

interface ValuedSegment extends ValuedGroup {
  readonly segmentId: string;
}

const valuedRow = z.object({
  segmentId: z.string(),
  customers: z.int(),
  predictedMinor: z.int().nullable(),
  marginMinor: z.int(),
  costedMinor: z.int(),
} satisfies ShapeOf<ValuedSegment>);

/** A segment's line in the guidance on spending; name null: all members. */
export interface GuidedGroup extends ValuedGroup {
  readonly id: string;
  readonly name: InWords | null;
  /** What the tried program would give them a year; null where points have no worth, or too little is known. */
  readonly givenMinor: number | null;
}

const DAY_MS = 86_400_000;

/**
 * All members and every segment by what they are worth, as of the last scoring, beside what the tried program would
 * give them. Empty before the first scoring.
 */
export async function segmentValues(
  statements: Statements,
  shopId: number,
  program: Program,
  { tally, at }: { readonly tally: ReviewTally; readonly at: Instant },
): Promise<GuidedGroup[]> {
  const rows = await valuedSegments(statements, shopId, program.currencyDigits);
  const known = new Map(rows.map((row) => [row.segmentId, row]));
  const segments = await shopSegments(statements, shopId, program.currencyDigits);
  const named = [{ id: EVERYBODY, name: null }, ...segments.map(({ id, name }) => ({ id, name }))];
  const worth = pointsWorth(program);
  const days = tally.firstOrderAt === null ? 0 : (at - tally.firstOrderAt) / DAY_MS;
  return named.flatMap(({ id, name }) => {
    const values = known.get(id);
    if (values === undefined || values.customers === 0) return [];
    const points = Math.max(0, countOf(tally.given, id));
    const givenMinor = worth === null ? null : asOfAYear(valueOf(points, worth), days);
    const { customers, predictedMinor, marginMinor, costedMinor } = values;
    return [{ id, name, customers, predictedMinor, marginMinor, costedMinor, givenMinor }];
  });
}

/** Facts are taken apart once a customer, however many segments they are in. What a margin of no share was made on is not known. */
function valuedSegments(statements: Statements, shopId: number, digits: number): Promise<ValuedSegment[]> {
  return readRows(
    statements,
    valuedRow,
    `WITH known AS MATERIALIZED (
       SELECT member_id, predicted_minor, (facts->>'margin.value')::numeric AS margin,
         nullif((facts->>'margin.share')::numeric, 0) AS share
       FROM customer_figure WHERE shop_id = $1),
     placed AS (
       SELECT $3::text AS segment_id, known.* FROM known
       UNION ALL
       SELECT s.segment_id, known.* FROM segment_member s JOIN known ON known.member_id = s.member_id WHERE s.shop_id = $1)
     SELECT segment_id AS "segmentId", count(*) AS customers, sum(predicted_minor)::int8 AS "predictedMinor",
       coalesce(round(sum(margin * 10 ^ $2::int) FILTER (WHERE share IS NOT NULL)), 0)::int8 AS "marginMinor",
       coalesce(round(sum(margin * 10 ^ $2::int / share)), 0)::int8 AS "costedMinor"
     FROM placed GROUP BY segment_id`,
    [shopId, digits, EVERYBODY],
  );
}
