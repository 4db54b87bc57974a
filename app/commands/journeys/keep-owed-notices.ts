import { isDeepStrictEqual } from "node:util";
import { writeAudit } from "#app/db/audit.ts";
import type { Database } from "#app/db/client.ts";
import { lookAtEverybody } from "#app/db/journeys/journey-members.ts";
import { markNoticesOn } from "#app/db/journeys/owed-notices.ts";
import { readCurrentJourneys, writeJourney } from "#app/db/journeys/stored-journeys.ts";
import { readProgramVersions } from "#app/db/program/programs.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { OWED_NOTICES, owedDocument } from "#app/domain/journeys/offered/owed-notices.ts";
import { readyMadeDocument } from "#app/domain/journeys/offered/ready-made.ts";

/** Who switches on what nobody has to switch on. */
const ACTOR = "program";

/**
 * Brings the notices that a shop's live program owes to its members to what they should be: on where it has an expiry
 * or a grace, off where it has none any more. A shop without a program owes nothing. Repeating it changes nothing.
 */
export async function keepOwedNotices(database: Database, shopId: number, now: Instant): Promise<void> {
  await database.transaction(async (tx) => {
    const live = (await readProgramVersions(tx, shopId)).at(-1);
    if (live === undefined) return;
    const stored = new Map(
      (await readCurrentJourneys(tx, shopId)).map((version) => [version.journeyId, version]),
    );
    let changed = false;
    for (const journeyId of OWED_NOTICES) {
      const owed = owedDocument(journeyId, live.program);
      const known = stored.get(journeyId);
      const isOn = (known?.onSince ?? null) !== null;
      const enabled = owed !== null;
      if (enabled === isOn && (owed === null || isDeepStrictEqual(known?.document, owed))) continue;
      const document = owed ?? { ...readyMadeDocument(journeyId), enabled };
      const version = await writeJourney(tx, shopId, { journeyId, document, enabled, actor: ACTOR, now });
      const details = { journeyId, version, enabled };
      await writeAudit(tx, shopId, {
        at: now,
        actor: ACTOR,
        action: "save_journey",
        memberId: null,
        details,
      });
      changed = true;
    }
    if (changed) await lookAtEverybody(tx, shopId, now);
    await markNoticesOn(tx, shopId, live.version);
  });
}
