import { z } from "zod";
import type { Statements } from "./database.ts";

/** What the merchant chose; kept as JSON, so that a new choice needs no new column. */
export const shopSettings = z.object({
  /** How German texts address shoppers. */
  address: z.enum(["du", "Sie"]).default("du"),
  /** The language shoppers are written to in; null: their own, else the shop's. */
  shopperLocale: z.enum(["de", "en", "fr", "es", "it", "nl"]).nullable().default(null),
  /** The tier is also written as a tag of the customer. */
  tagTier: z.boolean().default(false),
  /** A code works for whoever has it, not only for the member who claimed it. */
  codesMayBePassedOn: z.boolean().default(false),
  /** No choice: tags may be in the shop from a time when they were wished. */
  tierTagsLeft: z.boolean().default(false),
});

export type ShopSettings = z.output<typeof shopSettings>;
export type MerchantChoices = Omit<ShopSettings, "tierTagsLeft">;

/** As they are, and nobody changes them until this transaction ends. */
export async function lockShopSettings(tx: Statements, shopId: number): Promise<ShopSettings> {
  const [row] = await tx.query<{ settings: unknown }>(
    "SELECT settings FROM shop WHERE shop_id = $1 FOR UPDATE",
    [shopId],
  );
  return shopSettings.parse(row?.settings);
}

export async function writeShopSettings(
  tx: Statements,
  shopId: number,
  settings: ShopSettings,
): Promise<void> {
  await tx.query("UPDATE shop SET settings = $2::json WHERE shop_id = $1", [
    shopId,
    JSON.stringify(settings),
  ]);
}
