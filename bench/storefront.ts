import { parseArgs } from "node:util";
import { applyFacts } from "#app/commands/inbox/apply-facts.ts";
import type { Database } from "#app/db/client.ts";
import { migrate } from "#app/db/migrate.ts";
import { openServerDatabase } from "#app/db/server-database.ts";
import { findShop } from "#app/db/shops/shops.ts";
import type { ShopFact } from "#app/domain/event.ts";
import { customer, order } from "#tests/fixtures/club.ts";
import { proxyQuery } from "#tests/support/proxy-query.ts";
import { freePort } from "../tools/free-port.ts";
import { benchServer, dropDatabases, freshDatabase } from "./bench-database.ts";
import { customerNumber, prepareShops } from "./ingest/prepare-shops.ts";
import { SECRET, startProduction } from "./ingest/production-server.ts";
import { RawConnection } from "./ingest/raw-connection.ts";
import { startPlainServer } from "./storefront/start-plain-server.ts";

/**
 * How many shoppers a second can open the panel: GET /storefront/state as the app proxy signs it, on a
 * production build, beside a plain handler that only checks the signature and says as much JSON. Both
 * are asked in turns by the same connections, so that what else the machine does meets both.
 */
const { values } = parseArgs({
  options: {
    shops: { type: "string", default: "10" },
    members: { type: "string", default: "200" },
    orders: { type: "string", default: "6" },
    connections: { type: "string", default: "16" },
    rounds: { type: "string", default: "5" },
    seconds: { type: "string", default: "4" },
  },
});
const SHOPS = Number(values.shops);
const MEMBERS = Number(values.members);
const ORDERS = Number(values.orders);
const CONNECTIONS = Number(values.connections);
const ROUNDS = Number(values.rounds);
const ROUND_MS = Number(values.seconds) * 1_000;

interface Address {
  readonly host: string;
  readonly port: number;
}

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

const server = await benchServer();
try {
  process.stdout.write(`${JSON.stringify(await measure(server.url))}\n`);
} finally {
  await server.stop();
}

async function measure(serverUrl: string) {
  const url = await freshDatabase(serverUrl, "regulars_bench_storefront");
  const database = await openServerDatabase(url, 4);
  try {
    await migrate(database);
    say(`Preparing ${String(SHOPS)} shops, ${String(MEMBERS)} members each, ${String(ORDERS)} orders each …`);
    const shopKeys = await prepareShops(database, SHOPS, MEMBERS, Date.now());
    for (const [shop, shopKey] of shopKeys.entries()) await placeOrders(database, shop, shopKey);
    await database.query("DELETE FROM outbox");
    await database.query("ANALYZE");
    const app = await startProduction(url, await freePort());
    const answerBytes = await checkAnswer(app, shopKeys);
    const plain = await startPlainServer(SECRET, answerBytes);
    try {
      return { answerBytes, ...(await compare(app, plain, shopKeys)) };
    } finally {
      await plain.stop();
      await app.stop();
    }
  } finally {
    await database.close();
    await dropDatabases(serverUrl, ["regulars_bench_storefront"]);
  }
}

async function placeOrders(database: Database, shop: number, shopKey: string): Promise<void> {
  const found = await findShop(database, "shopify", shopKey);
  if (found === null) throw new Error("The shop was just made.");
  const at = Date.now();
  const facts = Array.from({ length: MEMBERS * ORDERS }, (_, index): ShopFact => {
    const id = customerNumber(shop, index % MEMBERS);
    const number = `${String(shop)}-${String(index)}`;
    const state = { ...order(number, 1_000 + 2 * ((index * 617) % 4_500), at), currency: "USD" };
    return {
      type: "order",
      at,
      customer: { ...customer(id), email: `member-${id}@example.com` },
      order: state,
    };
  });
  for (let from = 0; from < facts.length; from += 500) {
    await applyFacts(database, found.shopId, facts.slice(from, from + 500), at);
  }
}

/** What is measured is the right answer, or nothing is. */
async function checkAnswer({ host, port }: Address, shopKeys: readonly string[]): Promise<number> {
  const response = await fetch(`http://${host}:${String(port)}/storefront/state?${query(shopKeys, 3)}`);
  const text = await response.text();
  if (!/"kind":"member".*"kind":"order_earned"/.test(text)) throw new Error(`Not a member's state: ${text}`);
  return Buffer.byteLength(text);
}

async function compare(app: Address, plain: Address, shopKeys: readonly string[]) {
  await ask(app, shopKeys, ROUND_MS);
  await ask(plain, shopKeys, ROUND_MS);
  const figures = { app: emptyFigures(), plain: emptyFigures() };
  for (let round = 1; round <= ROUNDS; round += 1) {
    add(figures.plain, await ask(plain, shopKeys, ROUND_MS));
    add(figures.app, await ask(app, shopKeys, ROUND_MS));
    say(`Round ${String(round)} of ${String(ROUNDS)} done.`);
  }
  const [ours, theirs] = [summary(figures.app), summary(figures.plain)];
  return {
    state: ours,
    plain: theirs,
    ratio: Number((ours.requestsPerSecond / theirs.requestsPerSecond).toFixed(3)),
  };
}

interface Figures {
  readonly ms: number[];
  seconds: number;
}

function emptyFigures(): Figures {
  return { ms: [], seconds: 0 };
}

function add(sum: Figures, more: Figures): void {
  for (const ms of more.ms) sum.ms.push(ms);
  sum.seconds += more.seconds;
}

function summary({ ms, seconds }: Figures) {
  ms.sort((a, b) => a - b);
  const percentile = (share: number): number =>
    Number((ms[Math.floor(ms.length * share)] ?? Number.NaN).toFixed(2));
  return {
    requestsPerSecond: Math.round(ms.length / seconds),
    msP50: percentile(0.5),
    msP99: percentile(0.99),
  };
}

async function ask({ host, port }: Address, shopKeys: readonly string[], lengthMs: number): Promise<Figures> {
  const requests = Array.from({ length: 500 }, (_, index) =>
    Buffer.from(
      `GET /storefront/state?${query(shopKeys, index * 37)} HTTP/1.1\r\nHost: ${host}\r\nAccept: */*\r\n\r\n`,
    ),
  );
  const figures = emptyFigures();
  const startedAt = performance.now();
  let next = 0;
  const askInTurn = async (): Promise<void> => {
    const connection = new RawConnection(host, port);
    while (performance.now() - startedAt < lengthMs) {
      const request = requests[(next += 1) % requests.length];
      if (request === undefined) throw new Error("There is always a next request.");
      const sentAt = performance.now();
      const status = await connection.send(request);
      figures.ms.push(performance.now() - sentAt);
      if (status !== 200) throw new Error(`The question was answered with ${String(status)}.`);
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, askInTurn));
  figures.seconds = (performance.now() - startedAt) / 1_000;
  return figures;
}

function query(shopKeys: readonly string[], index: number): string {
  const shop = index % shopKeys.length;
  const customerId = customerNumber(shop, index % MEMBERS);
  return proxyQuery({ shop: shopKeys[shop] ?? "", customerId, at: Date.now(), secret: SECRET });
}
