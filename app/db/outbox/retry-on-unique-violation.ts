/** Each time somebody else has come first; more often than this is no accident. */
const MOST_ATTEMPTS = 5;

/**
 * Puts a member's state back among what waits. Who writes down a newer one at that very moment comes
 * first, and the database lets only one wait: then it is done once more, and sees the newer one. The work
 * is a transaction of its own.
 */
export async function retryOnUniqueViolation<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isAnotherWaiting(error) || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

function isAnotherWaiting(error: unknown): boolean {
  return error instanceof Error && "constraint" in error && error.constraint === "outbox_one_waiting_state";
}
