import type { MemberId } from "../books/ids.ts";
import type { TierBefore } from "../books/tier-state.ts";
import type { Instant } from "../calendar.ts";

/** Points with an end of their own; undefined: as the program says. */
export interface OpeningLot {
  readonly points: number;
  readonly expiresAt?: Instant | null;
}

/** What a member had before they were carried over, to be put back where that is undone. */
export interface BeforeOpening {
  readonly tier: TierBefore;
  readonly birthday: string | null;
}

/** What a member brings along from another program, and that it is taken back. */
export type OpeningEvent =
  | {
      readonly type: "opening_booked";
      readonly at: Instant;
      readonly memberId: MemberId;
      /** Names the cause once for all time. */
      readonly id: string;
      /** What the balance changes by; below zero no more is taken than there is. */
      readonly points: number;
      /** What of a rise expires when; comes to `points`. */
      readonly lots: readonly OpeningLot[];
      readonly level: { readonly levelId: string; readonly lockedUntil: Instant | null } | null;
      readonly birthday: string | null;
      /** They are a customer the shop knows by number, so they take part from here on. */
      readonly joins: boolean;
    }
  | {
      readonly type: "opening_undone";
      readonly at: Instant;
      readonly memberId: MemberId;
      /** That of the booking. */
      readonly id: string;
      /** What it had changed the balance by. */
      readonly points: number;
      readonly before: BeforeOpening | null;
      /** What it had set: only where that still stands it is put back. */
      readonly levelId: string | null;
      readonly birthday: string | null;
    };
