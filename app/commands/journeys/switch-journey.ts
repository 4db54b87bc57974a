import type { Database } from "#app/db/client.ts";
import { readCurrentJourneys } from "#app/db/journeys/stored-journeys.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { isReadyMade, readyMadeDocument } from "#app/domain/journeys/offered/ready-made.ts";
import { saveJourneys } from "./save-journeys.ts";

export interface SwitchWish {
  readonly shopId: number;
  readonly journeyId: string;
  readonly on: boolean;
  readonly actor: string;
  readonly now: Instant;
}

export type SwitchedJourney =
  | { readonly ok: true }
  /** `journey_unusable`: it names something that the program has no more. */
  | { readonly ok: false; readonly refusal: "journey_unknown" | "journey_unusable" };

/**
 * Switches a journey on or off as it was saved last. A ready-made one that the shop never had is saved by it. Switched
 * on, it begins with how things stand; switched off, its passes end.
 */
export async function switchJourney(database: Database, wish: SwitchWish): Promise<SwitchedJourney> {
  const { shopId, journeyId, on, actor, now } = wish;
  const stored = (await readCurrentJourneys(database, shopId)).find((known) => known.journeyId === journeyId);
  const document = stored?.document ?? (isReadyMade(journeyId) ? readyMadeDocument(journeyId) : null);
  if (typeof document !== "object" || document === null) return { ok: false, refusal: "journey_unknown" };
  if (((stored?.onSince ?? null) !== null) === on) return { ok: true };
  const saved = await saveJourneys(database, {
    ...{ shopId, actor, now },
    document: [{ ...document, enabled: on }],
  });
  return saved.ok ? saved : { ok: false, refusal: "journey_unusable" };
}
