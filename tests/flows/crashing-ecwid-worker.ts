import { openServerDatabase } from "#app/db/server-database.ts";
import { inboxRounds } from "#app/jobs/inbox/process-inbox.ts";
import { outboxRounds } from "#app/jobs/outbox/deliver-outbox.ts";
import { questionRounds } from "#app/jobs/questions/answer-questions.ts";
import { createEcwidPlatform } from "#app/platforms/ecwid/ecwid-platform.ts";
import { createStoreFronts } from "#app/platforms/ecwid/store-fronts.ts";
import { createRestClient } from "#app/platforms/ecwid/rest-client.ts";
import { dyingDatabase } from "./dying-database.ts";
import { LEFT_TO_DO } from "./left-to-do.ts";

/**
 * A worker of an Ecwid store as a process of its own, which asks the store for real and kills itself with
 * SIGKILL before its n-th statement, or right after the store has made a coupon.
 *
 * Arguments: database URL, shop, n or "after-asking" or "never", where the API answers, the store's token.
 */
const [url, shop, killAt, apiBase, token] = process.argv.slice(2);
if (
  url === undefined ||
  shop === undefined ||
  killAt === undefined ||
  apiBase === undefined ||
  token === undefined
) {
  throw new Error("Five arguments are needed.");
}

const database = dyingDatabase(await openServerDatabase(url, 4), killAt);
const client = createRestClient({
  apiBase,
  tokenOf: () => Promise.resolve(token),
  now: Date.now,
  limitMs: 10_000,
});
const asking = createEcwidPlatform({
  client,
  fronts: createStoreFronts(client, Date.now),
  appUrl: "https://regulars.example.com",
  now: Date.now,
});
const platform: typeof asking = {
  ...asking,
  deliver: async (items) => {
    const outcomes = await asking.deliver(items);
    const isCode = items.some(({ effect }) => effect.type === "issue_discount");
    if (killAt === "after-asking" && isCode) process.kill(process.pid, "SIGKILL");
    return outcomes;
  },
};
const parts = { database, findPlatform: () => platform, now: Date.now };
const rounds = [inboxRounds(parts), questionRounds(parts), outboxRounds(parts)];
for (const round of rounds) round.start();
for (;;) {
  const busy = await database.query(LEFT_TO_DO, [Number(shop)]);
  if (busy.length === 0) break;
  await new Promise((resolve) => setTimeout(resolve, 20));
}
await Promise.all(rounds.map((round) => round.stop()));
await database.close();
