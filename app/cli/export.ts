import { once } from "node:events";
import { parseArgs } from "node:util";
import type { Database } from "#app/db/client.ts";
import { findShopNamed } from "#app/db/shops/shop-named.ts";
import { membersFile } from "#app/queries/member-files/members-file.ts";
import { writeBooksFile } from "#app/queries/ledger/books-file.ts";
import { LEDGER_FORMATS, ledgerFile } from "#app/queries/ledger/ledger-file.ts";
import { complain, withDatabase } from "./with-database.ts";

/**
 * Writes the whole ledger of a shop (`--shop NUMBER` or its address) to standard output, `--as csv` or `--as ndjson`;
 * its members with `--what members`, all of its books, for `import-ledger`, with `--what books`.
 */
const { values } = parseArgs({
  options: { shop: { type: "string" }, as: { type: "string" }, what: { type: "string" } },
});

await withDatabase((database) => exportShop(database));

async function exportShop(database: Database): Promise<number> {
  const { shop: named, as = "csv", what = "ledger" } = values;
  const format = LEDGER_FORMATS.find((one) => one === as);
  if (named === undefined || format === undefined || !["ledger", "members", "books"].includes(what)) {
    return complain(
      "Use --shop NUMBER or its address, and --as csv or --as ndjson, or --what members or --what books.\n",
    );
  }
  const shop = await findShopNamed(database, named);
  if (shop === null) return complain(`There is no shop ${named}.\n`);
  const { shopId, timezone } = shop;
  const write = async (line: string): Promise<void> => {
    if (!process.stdout.write(line)) await once(process.stdout, "drain");
  };
  if (what === "books") {
    await writeBooksFile(database, shopId, write);
    return 0;
  }
  const lines =
    what === "members"
      ? membersFile(database, shopId, timezone ?? "UTC")
      : ledgerFile(database, shopId, format);
  for await (const line of lines) await write(line);
  return 0;
}
