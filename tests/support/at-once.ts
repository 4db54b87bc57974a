import { assert } from "#app/domain/assert.ts";
import type { Database } from "#app/db/client.ts";

const PATIENCE_MS = 20_000;

/**
 * Runs two works that both need a member's row, really at once: the row is held until both wait in
 * the database, then let go. On a quiet machine they would else run one after the other.
 */
export async function atOnce<One, Other>(
  database: Database,
  memberId: string,
  one: () => Promise<One>,
  other: () => Promise<Other>,
): Promise<[One, Other]> {
  const started = await database.transaction(async (tx) => {
    await tx.query("SELECT member_id FROM member WHERE member_id = $1 FOR UPDATE", [Number(memberId)]);
    const both = Promise.all([one(), other()]);
    // It is awaited once the row is free; a failure before that is not to be lost.
    both.catch(() => undefined);
    const patientUntil = Date.now() + PATIENCE_MS;
    for (;;) {
      // On a connection of its own: within a transaction who waits is seen once and for all.
      const [row] = await database.query<{ waiting: number }>(
        `SELECT count(*)::int AS waiting FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      if (row !== undefined && row.waiting >= 2) return { both };
      assert(Date.now() < patientUntil, "both works come to wait for the member's row");
    }
  });
  return started.both;
}
