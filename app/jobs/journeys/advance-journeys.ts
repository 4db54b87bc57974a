import { advanceJourneys } from "#app/commands/journeys/advance-journeys.ts";
import type { Database } from "#app/db/client.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { log } from "#app/log.server.ts";

/** Every minute: batch after batch, until nothing is due. */
export async function advanceDueJourneys(database: Database, now: () => Instant): Promise<void> {
  for (;;) {
    const { advanced, more, failures } = await advanceJourneys(database, now());
    for (const failure of failures) log.warn("journey_failed", { ...failure });
    if (advanced > 0) log.info("journeys_advanced", { advanced });
    if (!more) return;
  }
}
