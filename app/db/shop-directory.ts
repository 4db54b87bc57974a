import type { Statements } from "./database.ts";

export interface ShopName {
  readonly platform: string;
  readonly shopKey: string;
}

/**
 * The numbers of shops, remembered: a shop keeps its number for ever. A shop that a verified
 * delivery names and nobody installed gets a number too, so that its mail has a place.
 */
export function createShopDirectory(statements: Statements) {
  const known = new Map<string, number>();
  const nameOf = ({ platform, shopKey }: ShopName): string => `${platform} ${shopKey}`;

  return {
    async idsOf(shops: readonly ShopName[]): Promise<number[]> {
      const strangers = new Map(
        shops.filter((shop) => !known.has(nameOf(shop))).map((shop) => [nameOf(shop), shop]),
      );
      for (const [name, shop] of strangers) known.set(name, await ensureShopId(statements, shop));
      return shops.map((shop) => {
        const shopId = known.get(nameOf(shop));
        if (shopId === undefined) throw new Error("A shop has just been given a number.");
        return shopId;
      });
    },
  };
}

/** The shop's number, given now if it has none. */
export async function ensureShopId(statements: Statements, shop: ShopName): Promise<number> {
  const select = "SELECT shop_id FROM shop WHERE platform = $1 AND shop_key = $2";
  const values = [shop.platform, shop.shopKey];
  const [known] = await statements.query<{ shop_id: number }>(select, values);
  if (known !== undefined) return known.shop_id;
  await statements.query(
    "INSERT INTO shop (platform, shop_key) VALUES ($1, $2) ON CONFLICT (platform, shop_key) DO NOTHING",
    values,
  );
  const [made] = await statements.query<{ shop_id: number }>(select, values);
  if (made === undefined) throw new Error("A shop that was just written down is not there.");
  return made.shop_id;
}
