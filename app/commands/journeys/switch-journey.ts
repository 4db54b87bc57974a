import type { Database, Statements } from "#app/db/client.ts";
import { readCurrentJourneys } from "#app/db/journeys/stored-journeys.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { isOwedNotice } from "#app/domain/journeys/offered/owed-notices.ts";
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
  /** `journey_unusable`: it names something that the program has no more. `journey_owed`: the program promises it. */
  | { readonly ok: false; readonly refusal: "journey_unknown" | "journey_unusable" | "journey_owed" };

/**
 * Switches a journey on or off as it was saved last. A ready-made one that the shop never had is saved by it. Switched
 * on, it begins with how things stand; switched off, its passes end.
 */
export async function switchJourney(database: Database, wish: SwitchWish): Promise<SwitchedJourney> {
  const { shopId, journeyId, on } = wish;
  if (isOwedNotice(journeyId)) return { ok: false, refusal: "journey_owed" };
  const known = await knownJourney(database, shopId, journeyId);
  if (known === null) return { ok: false, refusal: "journey_unknown" };
  if (known.isOn === on) return { ok: true };
  return saveChanged(database, wish, { ...known.document, enabled: on });
}

/** Holds out a share of the members, in percent, who get nothing of a journey from now on and are compared. */
export async function holdOut(
  database: Database,
  { percent, ...wish }: Omit<SwitchWish, "on"> & { readonly percent: number },
): Promise<SwitchedJourney> {
  const known = await knownJourney(database, wish.shopId, wish.journeyId);
  if (known === null) return { ok: false, refusal: "journey_unknown" };
  return saveChanged(database, wish, { ...known.document, enabled: known.isOn, holdout: percent });
}

/** A journey as it was saved last, else as it is ready-made. */
export async function knownJourney(
  statements: Statements,
  shopId: number,
  journeyId: string,
): Promise<{ readonly document: object; readonly isOn: boolean } | null> {
  const stored = (await readCurrentJourneys(statements, shopId)).find((one) => one.journeyId === journeyId);
  const document = stored?.document ?? (isReadyMade(journeyId) ? readyMadeDocument(journeyId) : null);
  if (typeof document !== "object" || document === null) return null;
  return { document, isOn: (stored?.onSince ?? null) !== null };
}

async function saveChanged(
  database: Database,
  { shopId, actor, now }: Omit<SwitchWish, "on" | "journeyId">,
  document: object,
): Promise<SwitchedJourney> {
  const saved = await saveJourneys(database, { shopId, actor, now, document: [document] });
  return saved.ok ? saved : { ok: false, refusal: "journey_unusable" };
}
