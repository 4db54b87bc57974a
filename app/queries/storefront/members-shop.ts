import type { Database } from "#app/db/client.ts";
import { findShop } from "#app/db/shops/shops.ts";
import type { Instant } from "#app/domain/calendar.ts";
import {
  type ShopperLanguage,
  type SpokenLanguages,
  type WidgetLook,
} from "#app/domain/shops/merchant-choices.ts";
import { mainLanguage } from "#app/domain/program/texts/text.ts";
import { storefrontState } from "./storefront-sight.ts";

/** What anybody may know of a shop whose members have a page of their own. */
export interface MembersShop {
  readonly shopName: string;
  readonly programName: string;
  readonly language: ShopperLanguage;
  readonly languages: readonly ShopperLanguage[];
  readonly formal: boolean;
  readonly look: WidgetLook;
}

/**
 * A shop and its program, in the first of the asked languages that it offers. Null: the app is not (or no longer)
 * installed there, or no program is live.
 */
export async function membersShop(
  database: Database,
  { platform, shopKey }: { readonly platform: string; readonly shopKey: string },
  asked: readonly string[],
  now: Instant,
): Promise<MembersShop | null> {
  const shop = await findShop(database, platform, shopKey);
  if (shop?.status !== "installed" || shop.liveVersion === null) return null;
  const { languages, address, look } = shop.settings;
  const language = firstOffered(languages, asked);
  const state = await storefrontState(database, shop.shopId, { customerId: null, language }, now);
  if (state === null) return null;
  return {
    shopName: shop.name ?? shopKey,
    programName: state.program.name,
    language,
    languages: languages.offered,
    formal: address === "Sie",
    look,
  };
}

/** The first of these languages that is offered; `de-AT` is German. */
export function firstOffered(
  { offered, fallback }: SpokenLanguages,
  asked: readonly string[],
): ShopperLanguage {
  const mains = asked.map((language) => mainLanguage(language.trim()));
  for (const main of mains) {
    const found = offered.find((language) => language === main);
    if (found !== undefined) return found;
  }
  return fallback;
}
