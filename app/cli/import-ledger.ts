import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { BooksRefused, importBooks } from "#app/commands/ledger/import-books.ts";
import type { Database } from "#app/db/client.ts";
import { findShopNamed } from "#app/db/shops/shop-named.ts";
import { complain, withDatabase } from "./with-database.ts";

/**
 * Brings the books of a shop (`npm run export -- --what books`) into one in which nothing has happened yet:
 * `--shop NUMBER` or its address, `--file PATH`. All or nothing; the ledger is proved at the end.
 */
const { values } = parseArgs({ options: { shop: { type: "string" }, file: { type: "string" } } });

await withDatabase((database) => bringIn(database));

async function bringIn(database: Database): Promise<number> {
  const { shop: named, file } = values;
  if (named === undefined || file === undefined) {
    return complain("Use --shop NUMBER or its address, and --file with what `export --what books` wrote.\n");
  }
  const shop = await findShopNamed(database, named);
  if (shop === null) return complain(`There is no shop ${named}.\n`);
  const lines = () => createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Infinity });
  try {
    const { members, transactions } = await importBooks(database, shop.shopId, lines, Date.now());
    process.stdout.write(
      `brought in and proved: ${String(members)} members, ${String(transactions)} transactions\n`,
    );
    return 0;
  } catch (error) {
    if (error instanceof BooksRefused) return complain(`Nothing was brought in: ${error.message}.\n`);
    throw error;
  }
}
