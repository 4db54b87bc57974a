import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Database, Statements } from "#app/db/client.ts";
import { openServerDatabase } from "#app/db/server-database.ts";
import { outboxRounds } from "#app/jobs/deliver-outbox.ts";
import { inboxRounds } from "#app/jobs/process-inbox.ts";
import type { DeliverOutcome, OutboxItem } from "#app/platforms/platform.ts";
import { PlainPlatform, START } from "./plain-shop.ts";

/**
 * A worker as a process of its own that kills itself with SIGKILL: before its n-th statement, or
 * right after the platform has made a code. The test starts it again until there is nothing to do.
 *
 * Arguments: database URL, shop, n or "after-asking" or "never", file in which the platform keeps its codes.
 */
const [url, shop, killAt, codesFile] = process.argv.slice(2);
if (url === undefined || shop === undefined || killAt === undefined || codesFile === undefined) {
  throw new Error("Four arguments are needed.");
}

let statements = 0;
const database = countingDatabase(await openServerDatabase(url, 4));
const platform = new PlainPlatform();
platform.answer = (item) => makeCode(item, codesFile, killAt);

const parts = { database, findPlatform: platform.find, now: () => START + 1_000 };
const [inbox, outbox] = [inboxRounds(parts), outboxRounds(parts)];
inbox.start();
outbox.start();
for (;;) {
  const busy = await database.query(
    `SELECT 1 FROM inbox WHERE shop_id = $1 AND state = 'waiting'
     UNION ALL SELECT 1 FROM outbox WHERE shop_id = $1 AND state IN ('waiting', 'delivering') LIMIT 1`,
    [Number(shop)],
  );
  if (busy.length === 0) break;
  await new Promise((resolve) => setTimeout(resolve, 20));
}
await Promise.all([inbox.stop(), outbox.stop()]);
await database.close();

/** The platform's side: a code is made once; asked again, it is found. */
function makeCode(item: OutboxItem, file: string, kill: string): DeliverOutcome {
  if (item.effect.type !== "issue_discount") return { kind: "done", reference: null };
  const made = existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
  const isThere = item.attempts > 0 && made.includes(item.effect.code);
  if (!isThere) writeFileSync(file, [...made, item.effect.code].join("\n"));
  if (kill === "after-asking") process.kill(process.pid, "SIGKILL");
  return { kind: "done", reference: item.effect.code };
}

function countingDatabase(real: Database): Database {
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
    query: (sql, values) => counted(real).query(sql, values),
    transaction: (work) => real.transaction((tx) => work(counted(tx))),
  };
}
