import type { Instant } from "../calendar.ts";

export interface Lot {
  /** Unique per member; derived from the cause: `order:1001`, `activity:link_click:mail-7`, … */
  readonly id: string;
  readonly cause: string;
  readonly kind:
    "order" | "activity" | "adjustment" | "tier_entry" | "gift" | "reinstated" | "returned" | "opening";
  readonly programVersion: number;
  readonly createdAt: Instant;
  /** Points credited in all; grows when an edit adds to the order. */
  points: number;
  /** What is still in it: pending or available according to `state`. */
  remaining: number;
  /** What lapsed from it and was not reinstated. */
  expired: number;
  state: "pending" | "open";
  /** Release instant; null while it is not known (awaiting fulfilment). */
  availableAt: Instant | null;
  /** Half-open end of life: at this instant the rest expires. Null = never, or not known yet. */
  expiresAt: Instant | null;
  /** Expiry notices already sent (0, 1 = 30 days, 2 = 7 days). */
  noticesSent: number;
}

export interface LotDraw {
  readonly lotId: string;
  readonly points: number;
  /** What went back into the lot. */
  readonly returned: number;
}

/** A member's lots by id. */
export class Lots extends Map<string, Lot> {
  /** Those that wait for their release or have points: nothing else can fall due or be spent. */
  *living(): Generator<Lot> {
    for (const lot of this.values()) if (isAlive(lot)) yield lot;
  }
}

/** Whether anything can still fall due for a lot, or be spent of it. */
export function isAlive(lot: Pick<Lot, "state" | "remaining">): boolean {
  return lot.state === "pending" || lot.remaining > 0;
}
