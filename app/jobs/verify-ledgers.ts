import type { Instant } from "#app/domain/calendar.ts";
import type { Database } from "#app/db/client.ts";
import { keepProof, verifyLedger } from "#app/db/verify-ledger.ts";
import { allShopIds } from "#app/db/shops/shops.ts";
import { log } from "#app/log.server.ts";

/** Every night, every shop: a contradiction stands on the merchant's home page and in the log. */
export async function verifyLedgers(database: Database, now: () => Instant): Promise<void> {
  for (const shopId of await allShopIds(database)) {
    const proof = await verifyLedger(database, shopId);
    await keepProof(database, shopId, proof, now());
    if (proof.contradiction !== null) {
      log.warn("ledger_contradiction", { shopId, contradiction: proof.contradiction });
    }
  }
}
