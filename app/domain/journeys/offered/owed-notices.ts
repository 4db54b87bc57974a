import type { Program } from "../../program/program.ts";
import { LAST_NOTICE_DAYS } from "../../tiers/validity.ts";
import type { Owed } from "../journey.ts";
import { lackedBy, readyMadeDocument, type ReadyMadeJourney } from "./ready-made.ts";

/** Notices that a program owes its members: on by themselves wherever it has an expiry or a grace. */
export type OwedNotice = Extract<
  ReadyMadeJourney,
  "points-expiring-30" | "points-expiring-7" | "tier-in-grace"
>;

const OWED: Readonly<Record<OwedNotice, Owed>> = {
  // Nearer than the next notice, the next one says it all.
  "points-expiring-30": { lateUntilDays: 7 },
  "points-expiring-7": { lateUntilDays: 0 },
  "tier-in-grace": { lateUntilDays: 0 },
};

export const OWED_NOTICES: readonly OwedNotice[] = [
  "points-expiring-30",
  "points-expiring-7",
  "tier-in-grace",
];

/** Null: the journey is no such notice. */
export function owedAs(journeyId: string): Owed | null {
  const notice = OWED_NOTICES.find((id) => id === journeyId);
  return notice === undefined ? null : OWED[notice];
}

/** A notice as a `regulars.journey/1` that is on; null where the program has nothing to give notice of. */
export function owedDocument(id: OwedNotice, program: Program): Readonly<Record<string, unknown>> | null {
  if (lackedBy(id, program) !== null) return null;
  const document = readyMadeDocument(id);
  if (id !== "tier-in-grace") return document;
  const { tiers } = program;
  if (tiers === null || tiers.graceDays === 0) return null;
  return { ...document, steps: [SAY_GRACE, ...secondSaying(tiers.graceDays)] };
}

const SAY_GRACE = { send: { channel: "email", template: "tier-in-grace" } };

/** Shortly before the grace is over. */
function secondSaying(graceDays: number): readonly object[] {
  if (graceDays < 2) return [];
  const days = graceDays > LAST_NOTICE_DAYS ? graceDays - LAST_NOTICE_DAYS : graceDays - 1;
  return [{ wait: { days, at: "09:00" } }, SAY_GRACE];
}
