import { z } from "zod";
import type { PlatformAnswer, ShopProfile } from "../platform.ts";
import { type RestClient, withoutMissing } from "./rest-client.ts";
import { id } from "./fields.ts";

const profile = z.object({
  generalInfo: z.object({ storeId: id }),
  settings: z.object({ storeName: z.string().default("") }),
  formatsAndUnits: z.object({ currency: z.string().length(3), timezone: z.string().min(1) }),
  languages: z.object({
    defaultLanguage: z.string().nullish(),
    enabledLanguages: z.array(z.string()).default([]),
  }),
});

const tokenBody = z.object({ permissions: z.array(z.string()) });

/** The store in its own words. That it answers at all proves token and store to belong together. */
export async function describeShop(
  client: RestClient,
  shopKey: string,
): Promise<PlatformAnswer<ShopProfile>> {
  const asked = withoutMissing(await client.ask(shopKey, { path: "profile", answer: profile }));
  if (asked.kind !== "data") return asked;
  const { generalInfo, settings, formatsAndUnits, languages } = asked.data;
  if (generalInfo.storeId !== shopKey) return { kind: "gone", reason: "another store answers" };
  const granted = withoutMissing(await client.ask(shopKey, { path: "application/token", answer: tokenBody }));
  if (granted.kind !== "data") return granted;
  return {
    kind: "data",
    data: {
      name: settings.storeName,
      currency: formatsAndUnits.currency,
      timezone: formatsAndUnits.timezone,
      locale: languages.defaultLanguage ?? languages.enabledLanguages[0] ?? "en",
      scopes: granted.data.permissions,
    },
  };
}
