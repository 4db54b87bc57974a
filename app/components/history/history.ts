import type { HistoryFigures } from "#app/domain/history/history-figures.ts";
import type { Gainer, ImportProgress } from "#app/domain/history/import-progress.ts";

/** What the page shows of an import. */
export interface History extends ImportProgress {
  readonly previewOf: "live" | "draft" | null;
  readonly previewIsCurrent: boolean;
  readonly canPreview: { readonly live: boolean; readonly draft: boolean };
  readonly figures: HistoryFigures | null;
  readonly worthMinor: number | null;
  readonly gainers: readonly Gainer[];
  readonly counts: {
    readonly people: number;
    readonly foreseen: number;
    readonly booked: number;
    readonly setAside: number;
  };
  readonly setAside: readonly { readonly name: string; readonly reason: string }[];
  readonly seesAllOrders: boolean;
}
