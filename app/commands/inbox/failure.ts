import { InvariantViolation } from "#app/domain/assert.ts";
import { strikeOut } from "#app/log.server.ts";

/** A delivery that keeps failing for passing reasons is parked after so many attempts. */
export const PARK_AFTER_ATTEMPTS = 8;
const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 10 * 60_000;
const REASON_LIMIT = 500;

/** 1 s, 2 s, 4 s, … up to ten minutes. */
export function retryDelayMs(attempts: number): number {
  return Math.min(FIRST_DELAY_MS * 2 ** Math.min(attempts, 20), LONGEST_DELAY_MS);
}

/** PostgreSQL's classes of errors that lie in the moment: connection, resources, locks, shutdown. */
const PASSING_CLASSES = new Set(["08", "40", "53", "55", "57", "58"]);

/**
 * Whether the same delivery may succeed later. A broken invariant or a violated constraint will not:
 * it is the delivery, or we, who are wrong, and somebody has to look.
 */
export function isPassing(error: unknown): boolean {
  if (error instanceof InvariantViolation || error instanceof TypeError || error instanceof RangeError) {
    return false;
  }
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return true;
  // A unique violation comes from somebody else writing the same person at the same moment.
  return error.code === "23505" || error.code.length !== 5 || PASSING_CLASSES.has(error.code.slice(0, 2));
}

/** The error as a delivery's reason: what it was, not where, and nobody's address in it. */
export function reasonOf(error: unknown): string {
  return strikeOut(error instanceof Error ? error.message : String(error), REASON_LIMIT);
}
