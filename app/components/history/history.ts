import type { ImportPreview, ImportProgress } from "#app/domain/history/import-progress.ts";

/** What the page shows of an import. */
export interface History extends ImportProgress, ImportPreview {
  readonly counts: {
    readonly people: number;
    readonly foreseen: number;
    readonly booked: number;
    readonly setAside: number;
  };
  readonly setAside: readonly { readonly name: string; readonly reason: string }[];
  readonly seesAllOrders: boolean;
}
