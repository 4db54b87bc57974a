import { installShop } from "#app/commands/shops/install-shop.ts";
import type { Database } from "#app/db/client.ts";
import { SHOP, type ShopifyBench } from "#tests/support/shopify-bench.ts";

/** The bench's shop installs the app, as it describes itself. Returns its number. */
export async function installBenchShop(
  database: Database,
  bench: ShopifyBench,
  now: number,
): Promise<number> {
  const described = await bench.platform.describeShop(SHOP);
  if (described.kind !== "data") throw new Error(described.reason);
  const shop = { ...described.data, platform: "shopify", shopKey: SHOP, now };
  return (await installShop(database, shop)).shopId;
}
