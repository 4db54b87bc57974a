import { storefrontState } from "#app/queries/storefront-sight.ts";
import type { StorefrontState } from "#app/queries/storefront-state.ts";
import { refusal, type RefusalAnswer } from "./shopper-deeds.server.ts";
import type { SurfaceVisit } from "./surface-door.server.ts";

/** The state a surface opens with, and the shop's permanent domain, where codes are put into the cart. */
export type Opened =
  { readonly ok: true; readonly shop: string; readonly state: StorefrontState } | RefusalAnswer;

export async function openSurface(visit: SurfaceVisit): Promise<Opened> {
  const { database, shopId, shopKey, shopper, now } = visit;
  const state = await storefrontState(database, shopId, shopper, now);
  return state === null ? refusal("program_missing") : { ok: true, shop: shopKey, state };
}
