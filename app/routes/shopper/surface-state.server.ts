import { spokenByShop } from "#app/queries/shops/surface-shop.ts";
import type { SpokenLanguages } from "#app/domain/shops/merchant-choices.ts";
import type { StorefrontState } from "#storefront/state.ts";
import { refusal, stateFor, type RefusalAnswer } from "./shopper-deeds.server.ts";
import type { SurfaceVisit } from "./surface-door.server.ts";

/**
 * The state a surface opens with, the shop's permanent domain, where codes are put into the cart, and
 * how shoppers are spoken to.
 */
export type Opened =
  | {
      readonly ok: true;
      readonly shop: string;
      readonly formal: boolean;
      readonly languages: SpokenLanguages;
      readonly state: StorefrontState;
    }
  | RefusalAnswer;

export async function openSurface(visit: SurfaceVisit): Promise<Opened> {
  const state = await stateFor(visit);
  if (state === null) return refusal("program_missing");
  const spoken = await spokenByShop(visit.database, visit.shopId);
  return { ok: true, shop: visit.shopKey, ...spoken, state };
}
