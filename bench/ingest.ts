import { parseArgs } from "node:util";
import { z } from "zod";
import type { Database } from "#app/db/client.ts";
import { tables } from "#app/db/generated/tables.ts";
import { migrate } from "#app/db/migrate.ts";
import { verifyLedger } from "#app/db/verify-ledger.ts";
import { readRows } from "#app/db/read-rows.ts";
import { openServerDatabase } from "#app/db/server-database.ts";
import { allShopIds } from "#app/db/shops/shops.ts";
import { freePort } from "../tools/free-port.ts";
import { benchServer, dropDatabases, freshDatabase } from "./bench-database.ts";
import { ecwidSubject } from "./ingest/ecwid-subject.ts";
import { findPgbench, runPgbench } from "./ingest/pgbench.ts";
import { type ProductionServer, startProduction } from "./ingest/production-server.ts";
import { RawConnection } from "./ingest/raw-connection.ts";
import { shopifySubject } from "./ingest/shopify-subject.ts";
import type { Subject } from "./ingest/subject.ts";

/**
 * How many signed deliveries a second become points, from the first byte over HTTP to the last point
 * posted, on a production build; beside pgbench on the same server in the same run. `--platform ecwid`: of events
 * that only hint, so that the store is asked for each order.
 */
const { values } = parseArgs({
  options: {
    platform: { type: "string", default: "shopify" },
    orders: { type: "string" },
    shops: { type: "string" },
    members: { type: "string" },
    connections: { type: "string", default: "48" },
  },
});
const SUBJECTS = {
  shopify: { prepare: shopifySubject, orders: 10_000, shops: 50, members: 2_000 },
  ecwid: { prepare: ecwidSubject, orders: 3_000, shops: 20, members: 50 },
} as const;
const platform = z.enum(["shopify", "ecwid"]).parse(values.platform);
const subjectOf = SUBJECTS[platform];
const SIZE = {
  orders: Number(values.orders ?? subjectOf.orders),
  shops: Number(values.shops ?? subjectOf.shops),
  members: Number(values.members ?? subjectOf.members),
};
const CONNECTIONS = Number(values.connections);

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

const pgbench = findPgbench();
if (pgbench === null) throw new Error("pgbench is missing: it comes with Debian's postgresql-contrib.");
const server = await benchServer();
try {
  process.stdout.write(`${JSON.stringify(await measure(server.url, pgbench))}\n`);
} finally {
  await server.stop();
}

async function measure(serverUrl: string, pgbenchPath: string) {
  const url = await freshDatabase(serverUrl, "regulars_bench");
  const database = await openServerDatabase(url, 4);
  try {
    await migrate(database);
    say(`Preparing ${String(SIZE.shops)} shops with ${String(SIZE.members)} members each …`);
    const subject = await subjectOf.prepare(database, SIZE, Date.now());
    await database.query("DELETE FROM outbox");
    await database.query("ANALYZE");
    const app = await startProduction(url, await freePort(), subject.env);
    const figures = await ingest(database, app, subject).finally(async () => {
      await app.stop();
      await subject.stop();
    });
    say("Proving the ledger …");
    await prove(database);
    say("Running pgbench …");
    const pgbenchTps = runPgbench(pgbenchPath, await freshDatabase(serverUrl, "regulars_pgbench"));
    return {
      platform,
      ...figures,
      pgbenchTps: Math.round(pgbenchTps),
      ratio: Number((figures.deliveriesPerSecond / pgbenchTps).toFixed(3)),
      ledger: "proved",
    };
  } finally {
    await database.close();
    await dropDatabases(serverUrl, ["regulars_bench", "regulars_pgbench"]);
  }
}

async function ingest(database: Database, app: ProductionServer, subject: Subject) {
  const { orders, deliveries, expectedPoints } = subject;
  const pointsBefore = await pointsStanding(database);
  say(`Posting ${String(deliveries.length)} deliveries of ${String(orders)} orders …`);
  const startedAt = performance.now();
  const ackMs = await postAll(deliveries, app);
  const postedAt = performance.now();
  await untilAllIsApplied(database);
  const seconds = (performance.now() - startedAt) / 1_000;
  say(`Posted in ${((postedAt - startedAt) / 1_000).toFixed(1)} s, applied after ${seconds.toFixed(1)} s.`);
  const points = (await pointsStanding(database)) - pointsBefore;
  if (points !== expectedPoints) {
    throw new Error(`The orders are worth ${String(expectedPoints)} points, posted were ${String(points)}.`);
  }
  ackMs.sort((a, b) => a - b);
  const percentile = (share: number): number =>
    Number((ackMs[Math.floor(ackMs.length * share)] ?? Number.NaN).toFixed(1));
  return {
    orders,
    deliveries: deliveries.length,
    ordersPerSecond: Math.round(orders / seconds),
    deliveriesPerSecond: Math.round(deliveries.length / seconds),
    ackMsP50: percentile(0.5),
    ackMsP99: percentile(0.99),
    ...(await subject.figures()),
  };
}

async function postAll(deliveries: Subject["deliveries"], app: ProductionServer): Promise<number[]> {
  const ackMs: number[] = [];
  let next = 0;
  const postInTurn = async (): Promise<void> => {
    const connection = new RawConnection(app.host, app.port);
    for (let delivery = deliveries[next++]; delivery !== undefined; delivery = deliveries[next++]) {
      const request = delivery(`${app.host}:${String(app.port)}`);
      const sentAt = performance.now();
      const status = await connection.send(request);
      ackMs.push(performance.now() - sentAt);
      if (status !== 200) throw new Error(`A delivery was answered with ${String(status)}.`);
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, postInTurn));
  return ackMs;
}

async function untilAllIsApplied(database: Database): Promise<void> {
  for (;;) {
    const waiting = await database.query(
      "SELECT 1 FROM inbox WHERE state = 'waiting' UNION ALL SELECT 1 FROM shop_question LIMIT 1",
    );
    if (waiting.length === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const [parked] = await readRows(
    database,
    tables.inbox.pick({ reason: true }),
    "SELECT reason FROM inbox WHERE state = 'parked' LIMIT 1",
  );
  if (parked !== undefined) throw new Error(`A delivery was parked: ${String(parked.reason)}`);
}

async function pointsStanding(database: Database): Promise<number> {
  const [row] = await readRows(
    database,
    z.object({ points: z.int() }),
    "SELECT coalesce(sum(earned), 0)::bigint AS points FROM member",
  );
  return row?.points ?? Number.NaN;
}

async function prove(database: Database): Promise<void> {
  for (const shopId of await allShopIds(database)) {
    const { contradiction } = await verifyLedger(database, shopId);
    if (contradiction !== null) throw new Error(`shop ${String(shopId)}: ${contradiction}`);
  }
}
