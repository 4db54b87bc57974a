import type { Instant } from "#app/domain/calendar.ts";
import type { FileState, RowState } from "#app/domain/member-files/file-reading.ts";
import type { BulkDeed, BulkProblem } from "#app/domain/members/bulk/bulk-deed.ts";

/** A deed for many, as a line shows it. */
export interface ShownBulk {
  readonly fileId: number;
  readonly deed: BulkDeed;
  readonly state: FileState;
  readonly startedBy: string;
  readonly startedAt: Instant;
  readonly position: number;
  readonly counts: Readonly<Record<RowState, { readonly rows: number; readonly points: number }>>;
  readonly undoUntil: Instant | null;
}

export interface BulkView extends ShownBulk {
  readonly problems: Readonly<Partial<Record<BulkProblem, number>>>;
  readonly levels: readonly { readonly levelId: string | null; readonly members: number }[];
}
