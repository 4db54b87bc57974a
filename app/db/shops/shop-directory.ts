import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

const shopRow = tables.shop.pick({ shop_id: true });

export interface ShopName {
  readonly platform: string;
  readonly shopKey: string;
}

/**
 * The numbers of shops, remembered: a shop keeps its number for ever. Null: nobody has installed the app
 * there. Such a shop is not written down: only its opening the app does that.
 */
export function createShopDirectory(statements: Statements) {
  const known = new Map<string, number>();
  const nameOf = ({ platform, shopKey }: ShopName): string => `${platform} ${shopKey}`;

  return {
    async idsOf(shops: readonly ShopName[]): Promise<(number | null)[]> {
      const strangers = new Map(
        shops.filter((shop) => !known.has(nameOf(shop))).map((shop) => [nameOf(shop), shop]),
      );
      for (const [name, shop] of strangers) {
        const shopId = await findShopId(statements, shop);
        if (shopId !== null) known.set(name, shopId);
      }
      return shops.map((shop) => known.get(nameOf(shop)) ?? null);
    },
  };
}

/** The shop's number; null: nobody has named such a shop yet. */
export async function findShopId(
  statements: Statements,
  { platform, shopKey }: ShopName,
): Promise<number | null> {
  const [known] = await readRows(
    statements,
    shopRow,
    "SELECT shop_id FROM shop WHERE platform = $1 AND shop_key = $2",
    [platform, shopKey],
  );
  return known?.shop_id ?? null;
}

/** The shop's number, given now if it has none. */
export async function ensureShopId(statements: Statements, shop: ShopName): Promise<number> {
  const known = await findShopId(statements, shop);
  if (known !== null) return known;
  await statements.query(
    "INSERT INTO shop (platform, shop_key) VALUES ($1, $2) ON CONFLICT (platform, shop_key) DO NOTHING",
    [shop.platform, shop.shopKey],
  );
  const made = await findShopId(statements, shop);
  if (made === null) throw new Error("A shop that was just written down is not there.");
  return made;
}
