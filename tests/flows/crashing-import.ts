import type { Database, Statements } from "#app/db/client.ts";
import { readImport } from "#app/db/history-import.ts";
import { openServerDatabase } from "#app/db/server-database.ts";
import { historyRounds } from "#app/jobs/import-history.ts";
import { PlainPlatform, START } from "./plain-shop.ts";

/**
 * A worker as a process of its own that books a history import and kills itself with SIGKILL in front of
 * its n-th statement. Should it get to the end, it ends well.
 *
 * Arguments: database URL, shop, n or "never".
 */
const [url, shop, killAt] = process.argv.slice(2);
if (url === undefined || shop === undefined || killAt === undefined)
  throw new Error("Three arguments are needed.");

let statements = 0;
const database = killingDatabase(await openServerDatabase(url, 4));
const platform = new PlainPlatform();
const rounds = historyRounds({ database, findPlatform: platform.find, now: () => START + 1_000 });
rounds.start();
while ((await readImport(database, Number(shop)))?.state === "booking") {
  await new Promise((resolve) => setTimeout(resolve, 20));
}
await rounds.stop();
await database.close();

/** Counts what is done in transactions: the statements that book. */
function killingDatabase(real: Database): Database {
  const counted = (inner: Statements): Statements => ({
    query: (sql, values) => {
      statements += 1;
      if (String(statements) === killAt) process.kill(process.pid, "SIGKILL");
      return inner.query(sql, values);
    },
  });
  return {
    ...real,
    prisma: real.prisma,
    query: (sql, values) => real.query(sql, values),
    transaction: async (work) => {
      const result = await real.transaction(async (tx) => {
        const done = await work(counted(tx));
        // In front of the commit counts as a statement, too: all is written, and nothing of it stands.
        await counted({ query: () => Promise.resolve([]) }).query("COMMIT");
        return done;
      });
      return result;
    },
  };
}
