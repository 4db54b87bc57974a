import { parseArgs } from "node:util";
import type { Database } from "#app/db/client.ts";
import { verifyLedger } from "#app/db/verify-ledger.ts";
import { findShopNamed } from "#app/db/shops/shop-named.ts";
import { allShopIds } from "#app/db/shops/shops.ts";
import { complain, withDatabase } from "./with-database.ts";

/**
 * Proves the ledger of one shop (`--shop NUMBER` or its address) or of all. Names the first
 * contradiction of each shop and ends with exit code 1 on any.
 */
const { values } = parseArgs({ options: { shop: { type: "string" } } });

await withDatabase((database) => proveAll(database, values.shop));

async function proveAll(data: Database, shop: string | undefined): Promise<number> {
  const named = shop === undefined ? null : await findShopNamed(data, shop);
  const shopIds = shop === undefined ? await allShopIds(data) : named === null ? [] : [named.shopId];
  if (shop !== undefined && shopIds.length === 0) {
    return complain(`There is no shop ${shop}.\n`);
  }
  let transactions = 0;
  let members = 0;
  let contradictions = 0;
  for (const shopId of shopIds) {
    const proof = await verifyLedger(data, shopId);
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
  return contradictions === 0 ? 0 : 1;
}
