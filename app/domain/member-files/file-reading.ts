import type { Encoding, Separator } from "./file-text.ts";
import type { ReadingPlan } from "./member-row.ts";

/** What the points in a file are: to be added to what somebody has here, or what they are to have in all. */
export const POINTS_MEAN = ["added", "balance"] as const;
export type PointsMean = (typeof POINTS_MEAN)[number];

/** How a file is read, as it was recognised and the merchant has said since. */
export interface FileReading extends ReadingPlan {
  readonly encoding: Encoding;
  readonly separator: Separator;
  readonly pointsMean: PointsMean;
}

/** What only the merchant can say of a file, with the first cell that asks for it. */
export interface OpenQuestions {
  readonly pointSigns: string | null;
  readonly dayOrder: string | null;
  /** Names of tiers that the program does not have. */
  readonly tiers: readonly string[];
}

/** How far the import of a file has come. */
export const FILE_STATES = [
  "receiving",
  "checking",
  "ready",
  "booking",
  "done",
  "stopped",
  "undoing",
  "undone",
  "failed",
] as const;
export type FileState = (typeof FILE_STATES)[number];

/** What becomes of a line: of somebody new, of somebody who is known, nothing to do, not to be read. */
export const ROW_STATES = ["new", "known", "same", "wrong", "booked", "undone"] as const;
export type RowState = (typeof ROW_STATES)[number];
