import type { Instant } from "#app/domain/calendar.ts";
import { readShopperToken } from "./shopper-token.ts";

export type VerifiedVisit =
  | { readonly ok: true; readonly shopKey: string; readonly customerId: string | null }
  | { readonly ok: false; readonly status: 400 | 401; readonly reason: string };

/** The store a visit to its front is of, by the query; null: it is no visit to an Ecwid store. */
export function storeOfVisit(query: string): string | null {
  return new URLSearchParams(query).get("ecwid");
}

/**
 * A visit to an Ecwid store's front. Anybody may say which store it is and sees what anybody may see of the
 * program. Who it is says only the token that a proven mailbox brings; an id or an address says nothing.
 */
export function verifyVisit(
  storeId: string,
  authorization: string | null,
  keys: readonly Buffer[],
  now: Instant,
): VerifiedVisit {
  if (!/^\d{1,15}$/u.test(storeId)) return { ok: false, status: 400, reason: "no store" };
  if (authorization === null) return { ok: true, shopKey: storeId, customerId: null };
  const token = /^Bearer (?<token>\S{1,1024})$/u.exec(authorization)?.groups?.["token"];
  const shopper = token === undefined ? null : readShopperToken(token, keys, now);
  if (shopper?.storeId !== storeId) return { ok: false, status: 401, reason: "no token of this store" };
  return { ok: true, shopKey: storeId, customerId: shopper.customerId };
}
