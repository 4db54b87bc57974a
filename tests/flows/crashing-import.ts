import type { Database, Statements } from "#app/db/client.ts";
import { readImport } from "#app/db/history/history-import.ts";
import { openServerDatabase } from "#app/db/server-database.ts";
import { historyRounds } from "#app/jobs/history/import-history.ts";
import { PlainPlatform, START } from "./plain-shop.ts";

/**
 * A worker as a process of its own that books a history import and kills itself with SIGKILL: in front of
 * the n-th statement of a kind within transactions, or on either side of a commit. Should it get to the end, it ends well.
 *
 * Arguments: database URL, shop, the kind of statement, n.
 */
const [url, shop, killAt, times] = process.argv.slice(2);
if (url === undefined || shop === undefined || killAt === undefined || times === undefined) {
  throw new Error("Four arguments are needed.");
}

let met = 0;
const database = killingDatabase(await openServerDatabase(url, 4));
const platform = new PlainPlatform();
const rounds = historyRounds({ database, findPlatform: platform.find, now: () => START + 1_000 });
rounds.start();
while ((await readImport(database, Number(shop)))?.state === "booking") {
  await new Promise((resolve) => setTimeout(resolve, 20));
}
await rounds.stop();
await database.close();

function pass(step: string): void {
  if (!step.trimStart().startsWith(killAt ?? "")) return;
  met += 1;
  if (met === Number(times)) process.kill(process.pid, "SIGKILL");
}

function killingDatabase(real: Database): Database {
  const counted = (inner: Statements): Statements => ({
    query: (sql, values) => {
      pass(sql);
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
        pass("before the commit");
        return done;
      });
      pass("after the commit");
      return result;
    },
  };
}
