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
import { findPgbench, runPgbench } from "./ingest/pgbench.ts";
import { customerNumber, prepareShops } from "./ingest/prepare-shops.ts";
import { type ProductionServer, SECRET, startProduction } from "./ingest/production-server.ts";
import { RawConnection } from "./ingest/raw-connection.ts";
import {
  createDeliveryMaker,
  type Delivery,
  type OrderToTell,
  pointsOf,
  requestOf,
} from "./ingest/shop-deliveries.ts";

/**
 * How many signed deliveries a second become points, from the first byte over HTTP to the last point
 * posted, on a production build; beside pgbench on the same server in the same run.
 */
const { values } = parseArgs({
  options: {
    orders: { type: "string", default: "10000" },
    shops: { type: "string", default: "50" },
    members: { type: "string", default: "2000" },
    connections: { type: "string", default: "48" },
  },
});
const ORDERS = Number(values.orders);
const SHOPS = Number(values.shops);
const MEMBERS = Number(values.members);
const CONNECTIONS = Number(values.connections);
/** One delivery in so many comes twice, one order in so many is told back to front. */
const REPEATED_EVERY = 25;
const REORDERED_EVERY = 10;

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
    const now = Date.now();
    say(`Preparing ${String(SHOPS)} shops with ${String(MEMBERS)} members each …`);
    const shopKeys = await prepareShops(database, SHOPS, MEMBERS, now);
    await database.query("DELETE FROM outbox");
    await database.query("ANALYZE");
    const app = await startProduction(url, await freePort());
    const figures = await ingest(database, app, shopKeys, now).finally(() => app.stop());
    say("Proving the ledger …");
    await prove(database);
    say("Running pgbench …");
    const pgbenchTps = runPgbench(pgbenchPath, await freshDatabase(serverUrl, "regulars_pgbench"));
    return {
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

async function ingest(database: Database, app: ProductionServer, shopKeys: readonly string[], now: number) {
  const orders = makeOrders(shopKeys, now);
  const deliveries = arrange(orders);
  const pointsBefore = await pointsStanding(database);
  say(`Posting ${String(deliveries.length)} deliveries of ${String(orders.length)} orders …`);
  const startedAt = performance.now();
  const ackMs = await postAll(deliveries, app);
  const postedAt = performance.now();
  await untilAllIsApplied(database);
  const seconds = (performance.now() - startedAt) / 1_000;
  say(`Posted in ${((postedAt - startedAt) / 1_000).toFixed(1)} s, applied after ${seconds.toFixed(1)} s.`);
  const points = (await pointsStanding(database)) - pointsBefore;
  const expected = orders.reduce((sum, order) => sum + pointsOf(order), 0);
  if (points !== expected) {
    throw new Error(`The orders are worth ${String(expected)} points, posted were ${String(points)}.`);
  }
  ackMs.sort((a, b) => a - b);
  const percentile = (share: number): number =>
    Number((ackMs[Math.floor(ackMs.length * share)] ?? Number.NaN).toFixed(1));
  return {
    orders: orders.length,
    deliveries: deliveries.length,
    ordersPerSecond: Math.round(orders.length / seconds),
    deliveriesPerSecond: Math.round(deliveries.length / seconds),
    ackMsP50: percentile(0.5),
    ackMsP99: percentile(0.99),
  };
}

/** Spread over shops and members by a fixed rule, so that every run tells the same. */
function makeOrders(shopKeys: readonly string[], now: number): OrderToTell[] {
  return Array.from({ length: ORDERS }, (_, index) => {
    const shop = (index * 7_919) % SHOPS;
    const shopKey = shopKeys[shop];
    if (shopKey === undefined) throw new Error("There is a shop for every order.");
    return {
      shopKey,
      orderNumber: index + 1,
      customerId: customerNumber(shop, (index * 104_729) % MEMBERS),
      priceCents: 500 + ((index * 6_151) % 20_000),
      createdAt: now + Math.floor(index / 100) * 1_000,
    };
  });
}

/** Created, paid and updated of neighbouring orders interleaved, some back to front, some twice. */
function arrange(orders: readonly OrderToTell[]): Delivery[] {
  const tell = createDeliveryMaker();
  const timed = orders.flatMap((order, index) => {
    const told = tell(order);
    const inOrder = index % REORDERED_EVERY === 0 ? told.reverse() : told;
    return inOrder.map((delivery, step) => ({ delivery, position: index + step * 40 }));
  });
  timed.sort((a, b) => a.position - b.position);
  return timed.flatMap(({ delivery }, index) =>
    index % REPEATED_EVERY === 0 ? [delivery, delivery] : [delivery],
  );
}

async function postAll(deliveries: readonly Delivery[], app: ProductionServer): Promise<number[]> {
  const ackMs: number[] = [];
  let next = 0;
  const postInTurn = async (): Promise<void> => {
    const connection = new RawConnection(app.host, app.port);
    for (let delivery = deliveries[next++]; delivery !== undefined; delivery = deliveries[next++]) {
      const request = requestOf(delivery, SECRET, `${app.host}:${String(app.port)}`);
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
    const waiting = await database.query("SELECT 1 FROM inbox WHERE state = 'waiting' LIMIT 1");
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
