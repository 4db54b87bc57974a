import { z } from "zod";
import { tierStep } from "#app/db/books/tier-step.ts";
import { instant } from "#app/db/column-values.ts";
import type { Statements } from "#app/db/database.ts";
import { readRows } from "#app/db/read-rows.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { TierStep } from "#app/domain/books/tier-state.ts";
import type { Instant } from "#app/domain/calendar.ts";

const levelsRow = z.object({ tier_history: z.array(tierStep), until: instant.nullable() });

/** A level that a publication brought. */
export type PublishedStep = TierStep & { readonly publishedAs: number };

/** Part of a history: after `from`, up to `until`; null = without an end on that side. */
export interface HistorySpan {
  readonly from: Instant | null;
  readonly until: Instant | null;
}

/** Levels that publications brought a member within a page of the history, newest first. */
export async function publishedLevelChanges(
  statements: Statements,
  shopId: number,
  memberId: MemberId,
  /** The oldest entry of the page, null on the last page; and the cursor the page begins after. */
  { last, before }: { readonly last: Instant | null; readonly before: string | null },
): Promise<PublishedStep[]> {
  const [row] = await readRows(
    statements,
    levelsRow,
    `SELECT tier_history, (SELECT t.at FROM ledger_transaction t
       WHERE t.shop_id = $1 AND t.transaction_id = $3::bigint) AS until
     FROM member WHERE shop_id = $1 AND member_id = $2::bigint`,
    [shopId, memberId, before],
  );
  return row === undefined ? [] : publishedSteps(row.tier_history, { from: last, until: row.until });
}

export function publishedSteps(history: readonly TierStep[], { from, until }: HistorySpan): PublishedStep[] {
  return [...history]
    .reverse()
    .flatMap(({ levelId, since, publishedAs }) =>
      publishedAs === undefined ? [] : [{ levelId, since, publishedAs }],
    )
    .filter(({ since }) => (from === null || since > from) && (until === null || since <= until));
}

/**
 * The ledger holds movements of points; levels that a publication brought stand beside them. Each stands
 * below what happened since: the points that came with a level are above it. The rest keeps its order.
 */
export function placeAmong<Entry extends { readonly at: Instant }>(
  entries: readonly Entry[],
  steps: readonly Entry[],
): readonly Entry[] {
  return steps.reduce((placed, step) => {
    const earlier = placed.findIndex(({ at }) => at < step.at);
    const place = earlier < 0 ? placed.length : earlier;
    return [...placed.slice(0, place), step, ...placed.slice(place)];
  }, entries);
}
