import type { Gift } from "../challenges/challenge.ts";
import type { GiftCause } from "../ledger/explanations/explanation.ts";
import type { StandingPoints } from "./standing-points.ts";

/**
 * One gift, points or a code, for a cause whose ground may fall and rise again. What it is worth is
 * frozen when it is first given.
 */
export interface Grant extends StandingPoints {
  /** `challenge:weekly-new:2026-W02`; the second of the same cause has `#2` behind it. */
  readonly name: string;
  readonly cause: string;
  readonly of: GiftCause;
  readonly gift: Gift;
  /** Its ground holds: points stand, or a code was given. */
  isGiven: boolean;
  /** The codes handed out for it, each after the one before was withdrawn. Empty where nothing was left. */
  codes: readonly string[];
}
