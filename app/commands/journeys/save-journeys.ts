import type { Instant } from "#app/domain/calendar.ts";
import { isOwedNotice } from "#app/domain/journeys/offered/owed-notices.ts";
import { missingSourceOf } from "#app/domain/journeys/offered/live-sources.ts";
import { checkJourneys, type CheckedJourneys } from "#app/domain/journeys/parse-journeys.ts";
import { documentError, type DocumentError } from "#app/domain/program/document/describe-error.ts";
import { writeAudit } from "#app/db/audit.ts";
import type { Database, Statements } from "#app/db/client.ts";
import { readJourneySurroundings } from "#app/db/journeys/journey-surroundings.ts";
import { lookAtEverybody } from "#app/db/journeys/journey-members.ts";
import {
  countJourneys,
  lockCurrentVersion,
  writeJourney,
  writeJourneySettings,
} from "#app/db/journeys/stored-journeys.ts";

export interface JourneysWish {
  readonly shopId: number;
  /** A list of `regulars.journey/1`, or one with settings, as `replay` takes it. On is what is `enabled`. */
  readonly document: unknown;
  /** The version of each that a page was showing; left out: whatever was saved before is replaced. */
  readonly seenVersion?: number;
  readonly actor: string;
  readonly now: Instant;
}

export type SavedJourneys =
  | { readonly ok: true }
  | { readonly ok: false; readonly errors: readonly DocumentError[] }
  | { readonly ok: false; readonly refusal: "no_program" | "journey_changed" };

/** More would make every batch slow. */
const MOST_JOURNEYS_OF_A_SHOP = 100;

/**
 * Saves journeys, each as its next version, switched on or off as it says; others stay. Passes go on by the version
 * they began with; where a journey is off they end. Every member is looked at soon: what stands now brings nothing
 * about.
 */
export function saveJourneys(
  database: Database,
  { shopId, document, seenVersion, actor, now }: JourneysWish,
): Promise<SavedJourneys> {
  return database.transaction(async (tx): Promise<SavedJourneys> => {
    const around = await readJourneySurroundings(tx, shopId);
    if (around === null) return { ok: false, refusal: "no_program" };
    const checked = checkJourneys(document, around);
    if (!checked.ok) return checked;
    const { journeys, settings } = checked.value;
    const errors = await unusable(tx, shopId, checked.value);
    if (errors.length > 0) return { ok: false, errors };
    for (const { id: journeyId, enabled, ...more } of journeys) {
      if (seenVersion !== undefined && seenVersion !== (await lockCurrentVersion(tx, shopId, journeyId)))
        return { ok: false, refusal: "journey_changed" };
      const whole = { ...more, id: journeyId, enabled };
      const version = await writeJourney(tx, shopId, { journeyId, document: whole, enabled, actor, now });
      const details = { journeyId, version, enabled };
      await writeAudit(tx, shopId, { at: now, actor, action: "save_journey", memberId: null, details });
    }
    if (settings !== null) await writeJourneySettings(tx, shopId, settings);
    await lookAtEverybody(tx, shopId, now);
    return { ok: true };
  });
}

/** What is sound and cannot be run live. */
async function unusable(
  tx: Statements,
  shopId: number,
  { journeys, path }: CheckedJourneys,
): Promise<DocumentError[]> {
  const others = await countJourneys(
    tx,
    shopId,
    journeys.map(({ id }) => id),
  );
  if (others + journeys.length > MOST_JOURNEYS_OF_A_SHOP)
    return [documentError(journeys, path, `at most ${String(MOST_JOURNEYS_OF_A_SHOP)} journeys in a shop`)];
  return journeys.flatMap(({ id, enabled, trigger }, index) => {
    const place = [...path, index];
    if (isOwedNotice(id))
      return [documentError(journeys, [...place, "id"], "an id that no notice of the program has")];
    return enabled && missingSourceOf(trigger.on) !== null
      ? [documentError(journeys, [...place, "trigger", "on"], "a trigger that the app is told of live")]
      : [];
  });
}
