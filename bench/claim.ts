import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { Session } from "@shopify/shopify-app-remix/server";
import { z } from "zod";
import { migrate } from "#app/db/migrate.ts";
import { openServerDatabase } from "#app/db/server-database.ts";
import { createSessionRecords } from "#app/db/shops/shopify-sessions.ts";
import type { Database } from "#app/db/client.ts";
import { readRows } from "#app/db/read-rows.ts";
import { findShop } from "#app/db/shops/shops.ts";
import { applyFacts } from "#app/commands/inbox/apply-facts.ts";
import type { ShopFact } from "#app/domain/event.ts";
import { startWorker } from "#app/jobs/worker.ts";
import { SCOPES } from "#app/platforms/shopify/auth/scopes.ts";
import { createSessionStorage } from "#app/platforms/shopify/auth/session-storage.ts";
import { findPlatform } from "#app/platforms/registry.server.ts";
import { action as claim } from "#app/routes/storefront.claim.tsx";
import { installReroute } from "#simulator/shopify/reroute-fetch.mjs";
import { startFakeShopify } from "#simulator/shopify/start-fake-shopify.ts";
import { customer, order } from "#tests/fixtures/club.ts";
import { proxyQuery } from "#tests/support/proxy-query.ts";
import { benchServer, dropDatabases, freshDatabase } from "./bench-database.ts";
import { prepareShops } from "./ingest/prepare-shops.ts";

/**
 * How long a shopper waits between "Yes, claim" and the code: the claim's request, against a fake
 * Shopify that takes its time, while the worker has a queue of other things to tell the same shop.
 */
const CLAIMS = 40;
const SHOP_ANSWERS_AFTER_MS = 400;
const API_KEY = "bench-key";
const SECRET = "bench-secret";
const DATABASE = "regulars_bench_claim";

Object.assign(process.env, {
  SHOPIFY_API_KEY: API_KEY,
  SHOPIFY_API_SECRET: SECRET,
  SHOPIFY_APP_URL: "https://app.example",
  REGULARS_ENCRYPTION_KEYS: `bench:${Buffer.alloc(32, 7).toString("base64")}`,
});

const server = await benchServer();
const database = await openServerDatabase(await freshDatabase(server.url, DATABASE), 8);
globalThis.regularsDatabase = Promise.resolve(database);
try {
  await migrate(database);
  process.stdout.write(`${JSON.stringify(await measure())}\n`);
} finally {
  await database.close();
  await dropDatabases(server.url, [DATABASE]);
  await server.stop();
}

async function measure() {
  const [shopKey = ""] = await prepareShops(database, 1, 0, Date.now());
  const fake = await startFakeShopify({
    apiKey: API_KEY,
    apiSecret: SECRET,
    appUrl: "http://127.0.0.1:1",
    tunnelPort: null,
    appConfig: "shopify.app.toml",
    shops: [{ domain: shopKey, name: "Bench" }],
  });
  await fake.control.setPlan({ shop: shopKey, bucket: 20_000, restorePerSecond: 2_000 });
  await fake.control.installApp({ shop: shopKey });
  await keepSession(shopKey, (await fake.control.issueToken({ shop: shopKey })).access_token);
  const customerIds: string[] = [];
  for (let index = 0; index < CLAIMS; index += 1) {
    const email = `member-${String(index)}@example.com`;
    customerIds.push(
      (await fake.control.createCustomer({ shop: shopKey, email, deliver: false })).customerId,
    );
  }
  await earn(database, shopKey, customerIds);
  const [backlog] = await readRows(
    database,
    z.object({ waiting: z.int() }),
    "SELECT count(*)::int AS waiting FROM outbox WHERE state = 'waiting'",
  );
  const makeQuick = slowDown();
  const undo = installReroute(fake.url);
  const worker = await startWorker({ database, findPlatform, now: Date.now });
  try {
    const ms: number[] = [];
    for (const customerId of customerIds) ms.push(await claimOnce(shopKey, customerId));
    ms.sort((a, b) => a - b);
    const percentile = (share: number): number => Math.round(ms[Math.floor(ms.length * share)] ?? Number.NaN);
    return {
      claims: ms.length,
      shopAnswersAfterMs: SHOP_ANSWERS_AFTER_MS,
      othersWaiting: backlog?.waiting,
      msMedian: percentile(0.5),
      msP90: percentile(0.9),
      msMost: percentile(0.999),
    };
  } finally {
    await worker.stop();
    undo();
    makeQuick();
    await fake.close();
  }
}

/** Shopify is far away: each answer comes this much later than the fake one's. Goes in before the rerouting. */
function slowDown(): () => void {
  const quick = globalThis.fetch;
  globalThis.fetch = async (...asked) => {
    await wait(SHOP_ANSWERS_AFTER_MS);
    return quick(...asked);
  };
  return () => {
    globalThis.fetch = quick;
  };
}

async function claimOnce(shop: string, customerId: string): Promise<number> {
  const query = proxyQuery({ shop, customerId, at: Date.now(), secret: SECRET });
  const request = new Request(`https://app.example/storefront/claim?${query}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ rewardId: "five-off", points: null, key: randomUUID() }),
  });
  const startedAt = performance.now();
  const response = await claim({ request, params: {}, context: {} });
  const took = performance.now() - startedAt;
  const text = await response.text();
  if (!/"code":"[^"]+"/.test(text)) throw new Error(`No code came: ${text.slice(0, 300)}`);
  return took;
}

async function earn(db: Database, shopKey: string, customerIds: readonly string[]): Promise<void> {
  const shop = await findShop(db, "shopify", shopKey);
  if (shop === null) throw new Error("The shop was just made.");
  const at = Date.now();
  const facts = customerIds.map((id, index): ShopFact => {
    const state = { ...order(String(index), 60_000, at), currency: "USD" };
    return {
      type: "order",
      at,
      customer: { ...customer(id), email: `member-${String(index)}@example.com` },
      order: state,
    };
  });
  await applyFacts(db, shop.shopId, facts, at);
}

async function keepSession(shopKey: string, accessToken: string): Promise<void> {
  const sessions = createSessionStorage(createSessionRecords(() => Promise.resolve(database)));
  const about = { shop: shopKey, state: "", isOnline: false, scope: SCOPES.join(","), accessToken };
  const expires = new Date(Date.now() + 3_600_000);
  await sessions.storeSession(new Session({ id: `offline_${shopKey}`, ...about, expires }));
}
