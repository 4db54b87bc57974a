import type { Instant } from "#app/domain/calendar.ts";
import type { HistoryFigures } from "#app/domain/history/history-figures.ts";

/** What the page shows of an import. */
export interface History {
  readonly state: "none" | "reading" | "previewing" | "ready" | "booking" | "done" | "failed" | "skipped";
  readonly reason: string | null;
  readonly waitsForShop: boolean;
  readonly objects: number;
  readonly ordersRead: number;
  readonly unreadable: number;
  readonly nameless: number;
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
  readonly previewedAt: Instant | null;
  readonly bookedAt: Instant | null;
  readonly seesAllOrders: boolean;
}

export interface Gainer {
  readonly person: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly orders: number;
  readonly earned: number;
  readonly outstanding: number;
  readonly worthMinor: number | null;
}
