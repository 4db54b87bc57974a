import { PgBoss } from "pg-boss";
import type { Instant } from "#app/domain/calendar.ts";
import { advanceDueMembers } from "#app/commands/members/advance-due-members.ts";
import type { Database } from "#app/db/client.ts";
import { prune } from "#app/db/prune.ts";
import { log, logError } from "#app/log.server.ts";
import { advanceDueJourneys } from "./journeys/advance-journeys.ts";
import { eraseInactiveMembers } from "./shops/erase-inactive-members.ts";
import { verifyLedgers } from "./verify-ledgers.ts";

/** How long settled deliveries can be looked up. */
const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

interface Job {
  readonly name: string;
  /** Five fields as cron has them, in UTC. */
  readonly cron: string;
  readonly run: (database: Database, now: () => Instant) => Promise<void>;
}

const jobs: readonly Job[] = [
  { name: "advance-due", cron: "* * * * *", run: advanceDue },
  { name: "advance-journeys", cron: "* * * * *", run: advanceDueJourneys },
  { name: "erase-inactive", cron: "37 2 * * *", run: eraseInactiveMembers },
  { name: "verify-ledger", cron: "17 3 * * *", run: verifyLedgers },
  { name: "prune", cron: "43 3 * * *", run: pruneOld },
];

/**
 * What happens by the clock. pg-boss keeps the timetable in the same database: of several workers
 * one runs a job, and a job that fails is tried again. Inbox and outbox are queues of their own.
 */
export async function startTimetable(database: Database, now: () => Instant): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    db: database.jobStore,
    ...(database.kind === "embedded" ? { backend: "pglite" as const } : {}),
  });
  boss.on("error", (error) => {
    logError("timetable_failed", error);
  });
  await boss.start();
  for (const { name, cron, run } of jobs) {
    await boss.createQueue(name, { policy: "exclusive", retryLimit: 3, retryBackoff: true });
    await boss.work(name, { pollingIntervalSeconds: 5 }, async () => {
      await run(database, now);
    });
    await boss.schedule(name, cron);
  }
  return () => boss.stop({ graceful: true, timeout: 20_000 });
}

async function advanceDue(database: Database, now: () => Instant): Promise<void> {
  for (;;) {
    const { advanced, more } = await advanceDueMembers(database, now());
    if (advanced > 0) log.info("members_advanced", { advanced });
    if (!more) return;
  }
}

async function pruneOld(database: Database, now: () => Instant): Promise<void> {
  while (await prune(database, now() - KEPT_DAYS * DAY_MS));
}
