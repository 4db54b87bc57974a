import { describeError, log } from "#app/log.server.ts";

const ATTEMPTS_AT_MOST = 3;
const DEADLOCK_OR_SERIALIZATION = new Set(["40P01", "40001"]);
/** The key of all codes of a shop: a new code's text was somebody's already. */
const CODE_KEY = "reward_code_pkey";

/**
 * Does a transaction's work once more where the first time was bad luck: others were in its way, or a code
 * was made whose text is taken. Nothing of the failed attempt is left, and the next one makes other codes.
 */
export async function repeatTransaction<Result>(attemptOnce: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce();
    } catch (error) {
      if (attempt === ATTEMPTS_AT_MOST || !isBadLuck(error)) throw error;
      log.warn("transaction_repeated", { attempt, reason: describeError(error) });
    }
  }
}

function isBadLuck(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("constraint" in error && error.constraint === CODE_KEY) return true;
  return "code" in error && typeof error.code === "string" && DEADLOCK_OR_SERIALIZATION.has(error.code);
}
