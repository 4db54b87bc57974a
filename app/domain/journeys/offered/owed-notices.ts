import type { Program } from "../../program/program.ts";
import { LAST_NOTICE_DAYS } from "../../tiers/validity.ts";
import type { Lateness } from "../journey.ts";
import { lackedBy, readyMadeDocument, type ReadyMadeJourney } from "./ready-made.ts";

/** Notices that a program owes its members: on by themselves wherever it has an expiry or a grace. */
export const OWED_NOTICES = [
  "points-expiring-30",
  "points-expiring-7",
  "tier-in-grace",
] as const satisfies readonly ReadyMadeJourney[];
type OwedNotice = (typeof OWED_NOTICES)[number];

export function isOwedNotice(journeyId: string): boolean {
  return OWED_NOTICES.some((id) => id === journeyId);
}

/** Notices of the clock that come late rather than never. */
const LATE: ReadonlyMap<string, Lateness> = new Map<OwedNotice, Lateness>([
  // Nearer than the next notice, the next one says it all.
  ["points-expiring-30", { untilDays: 7 }],
  ["points-expiring-7", { untilDays: 0 }],
]);

/** Null: a notice whose instant had passed when its ground became known is passed over. */
export function latenessOf(journeyId: string): Lateness | null {
  return LATE.get(journeyId) ?? null;
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
