import { parseArgs } from "node:util";
import { openDatabase, type Database } from "#app/db/client.ts";
import { proveLedger } from "#app/db/prove-ledger.ts";
import { allShopIds } from "#app/db/shops.ts";

/**
 * Proves the ledger of one shop (`--shop NUMBER` or its address) or of all. Names the first
 * contradiction of each shop and ends with exit code 1 on any.
 */
const { values } = parseArgs({ options: { shop: { type: "string" } } });

const database = await openDatabase();
try {
  const proved = await proveAll(database, values.shop);
  process.exitCode = proved ? 0 : 1;
} finally {
  await database.close();
}

async function proveAll(data: Database, shop: string | undefined): Promise<boolean> {
  const shopIds = shop === undefined ? await allShopIds(data) : await shopNamed(data, shop);
  if (shop !== undefined && shopIds.length === 0) {
    process.stderr.write(`There is no shop ${shop}.\n`);
    return false;
  }
  let transactions = 0;
  let members = 0;
  let contradictions = 0;
  for (const shopId of shopIds) {
    const proof = await proveLedger(data, shopId);
    transactions += proof.transactions;
    members += proof.members;
    if (proof.contradiction === null) continue;
    contradictions += 1;
    process.stdout.write(`shop ${String(shopId)}: ${proof.contradiction}\n`);
  }
  const extent = `${String(shopIds.length)} shops, ${String(members)} members, ${String(transactions)} transactions`;
  process.stdout.write(
    contradictions === 0 ? `proved: ${extent}\n` : `contradicted in ${String(contradictions)} of ${extent}\n`,
  );
  return contradictions === 0;
}

async function shopNamed(data: Database, shop: string): Promise<number[]> {
  const rows = await data.query<{ shop_id: number }>(
    "SELECT shop_id FROM shop WHERE shop_key = $1 OR shop_id::text = $1",
    [shop],
  );
  return rows.map(({ shop_id }) => shop_id);
}
