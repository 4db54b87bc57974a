import { once } from "node:events";
import { parseArgs } from "node:util";
import type { Database } from "#app/db/client.ts";
import { findShopNamed } from "#app/db/shops/shop-named.ts";
import { membersFile } from "#app/queries/member-files/members-file.ts";
import { LEDGER_FORMATS, ledgerFile } from "#app/queries/ledger/ledger-file.ts";
import { complain, withDatabase } from "./with-database.ts";

/**
 * Writes the whole ledger of a shop (`--shop NUMBER` or its address) to standard output, `--as csv` or `--as ndjson`;
 * its members with `--what members`.
 */
const { values } = parseArgs({
  options: { shop: { type: "string" }, as: { type: "string" }, what: { type: "string" } },
});

await withDatabase((database) => exportShop(database));

async function exportShop(database: Database): Promise<number> {
  const { shop: named, as = "csv", what = "ledger" } = values;
  const format = LEDGER_FORMATS.find((one) => one === as);
  if (named === undefined || format === undefined || !["ledger", "members"].includes(what)) {
    return complain("Use --shop NUMBER or its address, and --as csv or --as ndjson, or --what members.\n");
  }
  const shop = await findShopNamed(database, named);
  if (shop === null) return complain(`There is no shop ${named}.\n`);
  const { shopId, timezone } = shop;
  const lines =
    what === "members"
      ? membersFile(database, shopId, timezone ?? "UTC")
      : ledgerFile(database, shopId, format);
  for await (const line of lines) if (!process.stdout.write(line)) await once(process.stdout, "drain");
  return 0;
}
