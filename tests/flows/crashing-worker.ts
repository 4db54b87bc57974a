import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { openServerDatabase } from "#app/db/server-database.ts";
import { outboxRounds } from "#app/jobs/outbox/deliver-outbox.ts";
import { inboxRounds } from "#app/jobs/inbox/process-inbox.ts";
import type { DeliverOutcome, OutboxItem } from "#app/platforms/platform.ts";
import { dyingDatabase } from "./dying-database.ts";
import { LEFT_TO_DO } from "./left-to-do.ts";
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

const database = dyingDatabase(await openServerDatabase(url, 4), killAt);
const platform = new PlainPlatform();
platform.answer = (item) => makeCode(item, codesFile, killAt);

const parts = { database, findPlatform: platform.find, now: () => START + 1_000 };
const [inbox, outbox] = [inboxRounds(parts), outboxRounds(parts)];
inbox.start();
outbox.start();
for (;;) {
  const busy = await database.query(LEFT_TO_DO, [Number(shop)]);
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
