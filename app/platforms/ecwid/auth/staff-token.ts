import { z } from "zod";
import type { Instant } from "#app/domain/calendar.ts";
import { readClaims, signClaims } from "./signed-claims.ts";

/** From the opened payload to the first page, and no longer: this one stands in an address. */
const TICKET_MS = 60_000;
/** As long as a page may be silent; renewed while it is used. */
const SESSION_MS = 60 * 60_000;
/** Then the store's admin has to open the app anew. */
const LONGEST_MS = 12 * 60 * 60_000;

const FORMS = { ticket: "opening1", session: "staff1" } as const;
export type StaffTokenKind = keyof typeof FORMS;

/** Whoever has opened the app in a store's admin. Ecwid tells no more of who that is. */
export interface StaffSession {
  readonly storeId: string;
  readonly openedAt: Instant;
}

const claims = z.object({ store: z.string(), opened: z.int(), until: z.int() });

export function issueStaffToken(
  kind: StaffTokenKind,
  { storeId, openedAt }: StaffSession,
  keys: readonly Buffer[],
  now: Instant,
): string {
  const livesMs = kind === "ticket" ? TICKET_MS : SESSION_MS;
  const until = Math.min(now + livesMs, openedAt + LONGEST_MS);
  return signClaims(FORMS[kind], { store: storeId, opened: openedAt, until }, keys);
}

/** Null: it is none of ours, of the other kind, or its time is over. */
export function readStaffToken(
  kind: StaffTokenKind,
  token: string,
  keys: readonly Buffer[],
  now: Instant,
): StaffSession | null {
  const read = readClaims(FORMS[kind], token, keys, claims);
  return read === null || read.until <= now ? null : { storeId: read.store, openedAt: read.opened };
}
