import { writeAudit } from "#app/db/audit.ts";
import type { Database } from "#app/db/client.ts";
import { lookAtEverybody } from "#app/db/journeys/journey-members.ts";
import { removeJourney as removeStored, restoreJourney } from "#app/db/journeys/stored-journeys.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { isOwedNotice } from "#app/domain/journeys/offered/owed-notices.ts";
import { switchJourney, type SwitchedJourney } from "./switch-journey.ts";

interface RemovalWish {
  readonly shopId: number;
  readonly journeyId: string;
  readonly actor: string;
  readonly now: Instant;
}

/** Deletes a journey: its passes end at the next look, what it did stays. A ready-made one is as it was shipped again. */
export function removeJourney(
  database: Database,
  { shopId, journeyId, actor, now }: RemovalWish,
): Promise<SwitchedJourney> {
  return database.transaction(async (tx): Promise<SwitchedJourney> => {
    if (isOwedNotice(journeyId)) return { ok: false, refusal: "journey_owed" };
    const removed = await removeStored(tx, shopId, journeyId, now);
    if (!removed) return { ok: false, refusal: "journey_unknown" };
    const details = { journeyId };
    await writeAudit(tx, shopId, { at: now, actor, action: "remove_journey", memberId: null, details });
    await lookAtEverybody(tx, shopId, now);
    return { ok: true };
  });
}

/** Brings a deleted journey back, on where it was on: then it begins with how things stand. */
export async function bringJourneyBack(
  database: Database,
  { wasOn, ...wish }: RemovalWish & { readonly wasOn: boolean },
): Promise<SwitchedJourney> {
  const { shopId, journeyId, actor, now } = wish;
  const isBack = await database.transaction(async (tx) => {
    const restored = await restoreJourney(tx, shopId, journeyId);
    const details = { journeyId };
    if (restored)
      await writeAudit(tx, shopId, { at: now, actor, action: "restore_journey", memberId: null, details });
    return restored;
  });
  if (!isBack) return { ok: false, refusal: "journey_unknown" };
  return wasOn ? switchJourney(database, { ...wish, on: true }) : { ok: true };
}
