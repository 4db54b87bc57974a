import { z } from "zod";
import { instant } from "#app/db/column-values.ts";
import type { Statements } from "#app/db/database.ts";
import { tables } from "#app/db/generated/tables.ts";
import { readRows } from "#app/db/read-rows.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { InWords } from "#app/domain/customers/facts/fact.ts";
import { FACTS } from "#app/domain/customers/facts/facts.ts";
import { shopSegments } from "./shop-segments.ts";

const figureRow = tables.customer_figure
  .pick({ spent_minor: true, predicted_minor: true, purchases: true, rfm_name: true })
  .extend({
    scored_at: instant,
    facts: z.record(z.string(), z.unknown()),
    segments: z.array(z.string()),
  });

export interface FactLine {
  readonly id: string;
  readonly name: InWords;
  readonly definition: InWords;
  readonly value: string | number | boolean;
  readonly isMoney: boolean;
}

export interface MemberFigures {
  readonly scoredAt: Instant;
  readonly purchases: number;
  readonly spentMinor: number;
  readonly predictedMinor: number | null;
  readonly rfmName: string | null;
  readonly segments: readonly InWords[];
  readonly facts: readonly FactLine[];
}

/** Only names are looked at. */
const ANY_DIGITS = 2;

/** What is known of a member as of the last scoring; null where they were not scored yet. */
export async function memberFigures(
  statements: Statements,
  shopId: number,
  memberId: string,
): Promise<MemberFigures | null> {
  const [row] = await readRows(
    statements,
    figureRow,
    `SELECT f.scored_at, f.spent_minor, f.predicted_minor, f.purchases, f.rfm_name, f.facts,
       ARRAY(SELECT s.segment_id FROM segment_member s WHERE s.shop_id = f.shop_id AND s.member_id = f.member_id) AS segments
     FROM customer_figure f WHERE f.shop_id = $1 AND f.member_id = $2::bigint`,
    [shopId, memberId],
  );
  if (row === undefined) return null;
  const named = await shopSegments(statements, shopId, ANY_DIGITS);
  return {
    scoredAt: row.scored_at,
    purchases: row.purchases,
    spentMinor: row.spent_minor,
    predictedMinor: row.predicted_minor,
    rfmName: row.rfm_name,
    segments: named.filter(({ id }) => row.segments.includes(id)).map(({ name }) => name),
    facts: FACTS.flatMap(({ id, name, definition, kind }) => {
      const value = row.facts[id];
      if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return [];
      return [{ id, name, definition, value, isMoney: kind === "money" }];
    }),
  };
}
