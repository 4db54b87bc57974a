import type { Instant } from "../calendar.ts";
import type { HistoryFigures } from "./history-figures.ts";

/** How far an import of past orders has come, as people are shown it. */
export interface ImportProgress {
  /** "none": nobody has decided yet. */
  readonly state: "none" | "reading" | "previewing" | "ready" | "booking" | "done" | "failed" | "skipped";
  /** Why it stands still, or why it failed. */
  readonly reason: string | null;
  /** The shop is asked what orders leave out, and nobody can be worked at before it has answered. */
  readonly waitsForShop: boolean;
  readonly objects: number;
  readonly ordersRead: number;
  readonly unreadable: number;
  readonly nameless: number;
  readonly previewedAt: Instant | null;
  readonly bookedAt: Instant | null;
}

/** What booking would give, as people are shown it before they decide. */
export interface ImportPreview {
  readonly previewOf: "live" | "draft" | null;
  /** What was seen is what would be booked. */
  readonly previewIsCurrent: boolean;
  readonly canPreview: { readonly live: boolean; readonly draft: boolean };
  readonly figures: HistoryFigures | null;
  readonly worthMinor: number | null;
  /** Those who would gain most, the first of them the most. */
  readonly gainers: readonly Gainer[];
}

/** Somebody who would gain, and what. */
export interface Gainer {
  readonly person: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly orders: number;
  readonly earned: number;
  readonly outstanding: number;
  /** In minor units; null where no reward is worth money. */
  readonly worthMinor: number | null;
}
