import { z } from "zod";
import type { Instant } from "#app/domain/calendar.ts";
import { readClaims, signClaims } from "./signed-claims.ts";

/** Long enough for a visit, short enough to be of little use to anybody else. */
const LIVES_MS = 60 * 60_000;
const FORM = "shopper1";

/** A customer of one store, who has proven that the address of their account is theirs. */
export interface ProvenShopper {
  readonly storeId: string;
  readonly customerId: string;
}

const claims = z.object({ store: z.string(), customer: z.string(), until: z.int() });

/** What the widget keeps for one visit: readable by whoever has it, made by nobody but us. */
export function issueShopperToken(shopper: ProvenShopper, keys: readonly Buffer[], now: Instant): string {
  const { storeId, customerId } = shopper;
  return signClaims(FORM, { store: storeId, customer: customerId, until: now + LIVES_MS }, keys);
}

/** Null: it is none of ours, or its time is over. */
export function readShopperToken(token: string, keys: readonly Buffer[], now: Instant): ProvenShopper | null {
  const read = readClaims(FORM, token, keys, claims);
  return read === null || read.until <= now ? null : { storeId: read.store, customerId: read.customer };
}
