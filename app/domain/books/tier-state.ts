import type { Instant } from "../calendar.ts";

/** A level from an instant on. */
export interface TierStep {
  readonly levelId: string | null;
  readonly since: Instant;
  /** The program version whose publication brought it; absent where it was not the program that changed. */
  readonly publishedAs?: number;
}

export interface TierState {
  /** Null when the program has no tiers or the lowest level is not reached. */
  levelId: string | null;
  since: Instant | null;
  /** Validity end; null = no end. */
  until: Instant | null;
  /** Set while in grace: the drop happens at this instant. */
  graceUntil: Instant | null;
  graceNoticesSent: number;
  /** By-hand decision: no automatic change before this instant. */
  lockedUntil: Instant | null;
  /** The lock was set with a level downwards: until it ends nothing lifts either. */
  lockBarsLifts: boolean;
  /** Levels whose entry points and rewards were given, ever. */
  entered: string[];
  /** Earlier levels, oldest first, so that a late order is judged by the tier of its instant. */
  history: TierStep[];
}

/** What stands of a member's tier before something is done that can be undone. */
export type TierBefore = Omit<TierState, "entered" | "history">;
