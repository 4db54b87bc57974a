import type { Instant } from "../calendar.ts";

/** What a shop stops for a while. */
export type Paused = "earning" | "claiming";

/** A while in which earning, claiming or both stand still. What of it is past never changes. */
export interface Pause {
  readonly earning: boolean;
  readonly claiming: boolean;
  readonly from: Instant;
  /** It ends there; null: once somebody ends it. */
  readonly until: Instant | null;
}

/** Whether something stands still at an instant: from the beginning of a pause on, and no more at its end. */
export function isPaused(pauses: readonly Pause[], what: Paused, at: Instant): boolean {
  return pauseNow(pauses, at)?.[what] === true;
}

/** The pause that runs at an instant; null: all goes on. */
export function pauseNow(pauses: readonly Pause[], at: Instant): Pause | null {
  return pauses.find(({ from, until }) => from <= at && (until === null || at < until)) ?? null;
}
