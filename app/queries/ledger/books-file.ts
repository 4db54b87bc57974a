import { carriedRows, readLiveVersion, readOneMoment } from "#app/db/carried/carried-rows.ts";
import { CARRIED_TABLES } from "#app/db/carried/carried-tables.ts";
import type { Database } from "#app/db/client.ts";
import { BOOKS_FORM } from "#app/domain/ledger/books-form.ts";

/**
 * All of a shop's books, a line each, of one moment: a first line with the program that is live, then the rows by
 * table, and a last line that says how many there were, so that half a file is told from a whole one.
 */
export function writeBooksFile(
  database: Database,
  shopId: number,
  write: (line: string) => Promise<void>,
): Promise<void> {
  return database.transaction(async (tx) => {
    await readOneMoment(tx);
    const liveVersion = await readLiveVersion(tx, shopId);
    await write(`${JSON.stringify({ form: BOOKS_FORM, liveVersion })}\n`);
    let rows = 0;
    for (const carried of CARRIED_TABLES) {
      for await (const row of carriedRows(tx, shopId, carried)) {
        await write(`{"table":"${carried.table}","row":${row}}\n`);
        rows += 1;
      }
    }
    await write(`${JSON.stringify({ rows })}\n`);
  });
}
