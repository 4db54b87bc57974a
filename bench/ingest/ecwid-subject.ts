import { type ChildProcess, fork } from "node:child_process";
import { createHmac, randomUUID } from "node:crypto";
import { once } from "node:events";
import { z } from "zod";
import { applyFacts } from "#app/commands/inbox/apply-facts.ts";
import { publishProgram } from "#app/commands/program/publish-program.ts";
import { installShop } from "#app/commands/shops/install-shop.ts";
import type { Database } from "#app/db/client.ts";
import { arrange, type Size, spread, type Subject } from "./subject.ts";
import { joined, programFor } from "./prepare-shops.ts";
import { ENCRYPTION_KEYS } from "./production-server.ts";

const CLIENT_ID = "bench-client";
const CLIENT_SECRET = "bench-client-secret-0123456789";
/** Of the token a store gives, as the app keeps it. */
const TOKEN = "access_token";
const FIRST_STORE = 1_003;
/** What is measured is the app: Ecwid lets 600 questions a minute through for a store. */
const NO_LIMIT = 10_000_000;
const EVENTS = ["order.created", "order.updated", "order.updated"];
const HOUR_MS = 3_600_000;
/** Set up so many of these at a time. */
const AT_ONCE = 16;

/** Orders that events only hint at, in stores that are asked for each: by signed events of the documented form. */
export async function ecwidSubject(database: Database, size: Size, now: number): Promise<Subject> {
  // The tokens are sealed here and opened by the app.
  process.env["REGULARS_ENCRYPTION_KEYS"] = ENCRYPTION_KEYS;
  const { url, running } = await startFake();
  const ask = asking(url);
  // Ecwid tells whole seconds: what is published in this one would be later than an order in it.
  const stores = await openStores(database, ask, size, now - HOUR_MS);
  const orders = await placeOrders(ask, stores, size, now);
  await ask("forgetCalls", {}, z.unknown());
  const told = orders.map(({ store, orderId }) =>
    EVENTS.map((eventType) => ({ store, orderId, eventType, eventId: randomUUID() })),
  );
  const arranged = arrange(told);
  return {
    env: {
      ECWID_CLIENT_ID: CLIENT_ID,
      ECWID_CLIENT_SECRET: CLIENT_SECRET,
      ECWID_APP_URL: "https://bench.example.com",
      ECWID_API_BASE: `${url}/api/v3`,
      ECWID_OAUTH_BASE: `${url}/api/oauth`,
    },
    orders: orders.length,
    deliveries: arranged.map((event) => (host) => requestOf(event, host)),
    expectedPoints: orders.reduce((sum, { priceCents }) => sum + Math.floor(priceCents / 100), 0),
    figures: async () => {
      const calls = await ask("calls", {}, z.array(z.object({ fields: z.array(z.string()) })));
      const reads = calls.filter(({ fields }) => fields.includes("readOrder")).length;
      return {
        restReads: reads,
        readsPerOrder: Number((reads / orders.length).toFixed(2)),
        readsPerEvent: Number((reads / arranged.length).toFixed(2)),
      };
    },
    stop: async () => {
      running.disconnect();
      if (running.exitCode === null) await once(running, "exit");
    },
  };
}

async function startFake(): Promise<{ readonly url: string; readonly running: ChildProcess }> {
  const running = fork(new URL("./serve-ecwid.ts", import.meta.url), [CLIENT_ID, CLIENT_SECRET], {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  const { stdout } = running;
  if (stdout === null) throw new Error("The fake Ecwid says nothing.");
  const [line] = (await once(stdout, "data")) as [Buffer];
  return { url: z.object({ url: z.string() }).parse(JSON.parse(line.toString())).url, running };
}

type Ask = <Answer>(command: string, wish: object, form: z.ZodType<Answer>) => Promise<Answer>;

function asking(url: string): Ask {
  return async (command, wish, form) => {
    const response = await fetch(`${url}/_control/${command}`, {
      method: "POST",
      body: JSON.stringify(wish),
    });
    if (!response.ok) throw new Error(`${command}: ${await response.text()}`);
    return form.parse(await response.json());
  };
}

interface BenchStore {
  readonly store: string;
  readonly customers: readonly string[];
}

async function openStores(database: Database, ask: Ask, size: Size, now: number): Promise<BenchStore[]> {
  const stores: BenchStore[] = [];
  for (let index = 0; index < size.shops; index += 1) {
    const store = String(FIRST_STORE + index);
    await ask("createStore", { store, name: `Bench ${store}`, currency: "USD" }, z.unknown());
    await ask("setPlan", { store, requestsPerMinute: NO_LIMIT }, z.unknown());
    const { token } = await ask("issueToken", { store }, z.object({ token: z.string() }));
    const { shopId } = await installShop(database, {
      ...{ platform: "ecwid", shopKey: store, name: `Bench ${store}`, currency: "USD" },
      ...{ timezone: "Europe/Berlin", locale: "en", scopes: [], now },
      credential: { name: TOKEN, secret: token },
    });
    const wish = { shopId, document: programFor([]), effectiveAt: null, actor: "bench", now };
    const published = await publishProgram(database, wish);
    if (!published.ok) throw new Error(JSON.stringify(published.errors));
    const customers = await manyTimes(size.members, async (member) => {
      const email = `member-${store}-${String(member)}@example.com`;
      const made = { store, email, name: "Bench", deliver: false };
      return (await ask("createCustomer", made, z.object({ customerId: z.string() }))).customerId;
    });
    const facts = customers.map((id) => joined(id, now));
    await applyFacts(database, shopId, facts, now);
    stores.push({ store, customers });
  }
  return stores;
}

interface PlacedOrder {
  readonly store: string;
  readonly orderId: string;
  readonly priceCents: number;
}

function placeOrders(
  ask: Ask,
  stores: readonly BenchStore[],
  size: Size,
  now: number,
): Promise<PlacedOrder[]> {
  return manyTimes(size.orders, async (index) => {
    const { shop, member, priceCents, afterMs } = spread(size, index);
    const { store, customers } = stores[shop] ?? {};
    const customerId = customers?.[member];
    if (store === undefined || customerId === undefined) throw new Error("There is a buyer for every order.");
    const lines = [{ title: "Plates", price: (priceCents / 100).toFixed(2) }];
    const wish = { store, customerId, lines, at: now + afterMs, deliver: false };
    const { orderId } = await ask("placeOrder", wish, z.object({ orderId: z.string() }));
    return { store, orderId, priceCents };
  });
}

async function manyTimes<Made>(times: number, make: (index: number) => Promise<Made>): Promise<Made[]> {
  const made: Made[] = [];
  for (let from = 0; from < times; from += AT_ONCE) {
    const many = Math.min(AT_ONCE, times - from);
    made.push(...(await Promise.all(Array.from({ length: many }, (_, index) => make(from + index)))));
  }
  return made;
}

interface Event {
  readonly store: string;
  readonly orderId: string;
  readonly eventType: string;
  readonly eventId: string;
}

/** The bytes of a whole request, signed as Ecwid signs: the moment and the id. */
function requestOf({ store, orderId, eventType, eventId }: Event, host: string): Buffer {
  const eventCreated = Math.floor(Date.now() / 1000);
  const data = { orderId, oldPaymentStatus: "PAID", newPaymentStatus: "PAID" };
  const named = { eventId, eventCreated, storeId: Number(store), entityId: 1, eventType };
  const body = JSON.stringify({ ...named, data });
  const signed = createHmac("sha256", CLIENT_SECRET).update(`${String(eventCreated)}.${eventId}`);
  const headers = [
    `POST /webhooks/ecwid?eventtype=${eventType} HTTP/1.1`,
    `Host: ${host}`,
    "Content-Type: application/json; charset=UTF-8",
    `Content-Length: ${String(Buffer.byteLength(body))}`,
    `X-Ecwid-Webhook-Signature: ${signed.digest("base64")}`,
  ];
  return Buffer.from(`${headers.join("\r\n")}\r\n\r\n${body}`);
}
