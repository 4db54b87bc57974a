import type { Statements } from "#app/db/database.ts";
import { countLevels, countProblems } from "#app/db/member-files/deed-rows.ts";
import { type MemberFile, readFile, readFiles } from "#app/db/member-files/member-file.ts";
import { countRows, type RowCount } from "#app/db/member-files/member-file-rows.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { FileState, RowState } from "#app/domain/member-files/file-reading.ts";
import type { BulkDeed, BulkProblem } from "#app/domain/members/bulk/bulk-deed.ts";
import { UNDO_WITHIN_MS } from "#app/domain/members/bulk/undo-within.ts";

const SHOWN_DEEDS = 10;

/** A deed for many, as its page shows it. */
export interface ShownBulk {
  readonly fileId: number;
  readonly deed: BulkDeed;
  readonly state: FileState;
  readonly startedBy: string;
  readonly startedAt: Instant;
  readonly position: number;
  readonly counts: Readonly<Record<RowState, RowCount>>;
  /** Until when it can be undone; null: not, or not any more. */
  readonly undoUntil: Instant | null;
}

export interface BulkDeedPage extends ShownBulk {
  readonly problems: Readonly<Partial<Record<BulkProblem, number>>>;
  /** From which tiers those come whom it would change. */
  readonly levels: readonly { readonly levelId: string | null; readonly members: number }[];
}

export async function bulkDeedPage(
  statements: Statements,
  shopId: number,
  fileId: number,
  now: Instant,
): Promise<BulkDeedPage | null> {
  const file = await readFile(statements, shopId, fileId);
  const shown = file === null ? null : await shownOf(statements, shopId, file, now);
  if (shown === null) return null;
  const isTier = shown.deed.kind === "tier" && shown.state === "ready";
  return {
    ...shown,
    problems: Object.fromEntries(await countProblems(statements, shopId, fileId)),
    levels: isTier ? await countLevels(statements, shopId, fileId) : [],
  };
}

/** The newest deeds for many, those that were only planned left out. */
export async function recentBulkDeeds(
  statements: Statements,
  shopId: number,
  now: Instant,
): Promise<ShownBulk[]> {
  const files = await readFiles(statements, shopId, SHOWN_DEEDS, "deeds");
  const shown: ShownBulk[] = [];
  for (const file of files) {
    const one = await shownOf(statements, shopId, file, now);
    if (one !== null) shown.push(one);
  }
  return shown;
}

async function shownOf(
  statements: Statements,
  shopId: number,
  file: MemberFile,
  now: Instant,
): Promise<ShownBulk | null> {
  const { fileId, deed, state, startedBy, startedAt, position, endedAt } = file;
  if (deed === null) return null;
  const isUndoable = (state === "done" || state === "stopped") && endedAt !== null;
  const until = isUndoable ? endedAt + UNDO_WITHIN_MS : null;
  return {
    ...{ fileId, state, startedBy, startedAt, position },
    deed: deed.deed,
    counts: await countRows(statements, shopId, fileId),
    undoUntil: until !== null && until >= now ? until : null,
  };
}
