import { assert } from "#app/domain/assert.ts";
import type { Database, Statements } from "#app/db/client.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

const PATIENCE_MS = 20_000;

/**
 * Runs two works that both need a member's row, really at once: the row is held until both wait in
 * the database, then let go. On a quiet machine they would else run one after the other.
 */
export function atOnce<One, Other>(
  database: Database,
  memberId: string,
  one: () => Promise<One>,
  other: () => Promise<Other>,
): Promise<[One, Other]> {
  const member = "SELECT member_id FROM member WHERE member_id = $1 FOR UPDATE";
  return whileHeld(database, (tx) => tx.query(member, [Number(memberId)]), one, other);
}

/** The same with whatever both need: it is held until both wait. */
export async function whileHeld<One, Other>(
  database: Database,
  hold: (tx: Statements) => Promise<unknown>,
  one: () => Promise<One>,
  other: () => Promise<Other>,
): Promise<[One, Other]> {
  const started = await database.transaction(async (tx) => {
    await hold(tx);
    const both = Promise.all([one(), other()]);
    // It is awaited once what they need is free; a failure before that is not to be lost.
    both.catch(() => undefined);
    await untilWaiting(database, 2);
    return { both };
  });
  return started.both;
}

/** Comes back when so many wait for a lock in this database. */
export async function untilWaiting(database: Database, many: number): Promise<void> {
  const patientUntil = Date.now() + PATIENCE_MS;
  for (;;) {
    // On a connection of its own: within a transaction who waits is seen once and for all.
    const [row] = await rowsOf<{ waiting: number }>(
      database,
      `SELECT count(*)::int AS waiting FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (row !== undefined && row.waiting >= many) return;
    assert(Date.now() < patientUntil, "those who need the same come to wait for it");
  }
}
