import { createHmac } from "node:crypto";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createInboxWriter } from "#app/db/inbox.ts";
import { createFront } from "#app/doors/front.ts";
import { createWebhookDoor } from "#app/doors/webhook-door.ts";
import { translateShopify } from "#app/platforms/shopify/translate.ts";
import { verifyShopifyWebhook } from "#app/platforms/shopify/verify-webhook.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { order } from "#tests/support/shopify-bodies.ts";

const SECRET = "current-secret";
const PREVIOUS = "previous-secret";
const SHOP = "door.myshopify.com";

let test: TestDatabase;
let server: ReturnType<typeof createFront>;
let address: string;

beforeAll(async () => {
  test = await openTestDatabase("embedded");
  server = createFront({
    webhooks: createWebhookDoor({
      verify: (readHeader, body) => verifyShopifyWebhook(readHeader, body, [SECRET, PREVIOUS]),
      inbox: createInboxWriter(test.database),
      now: Date.now,
    }),
    storefront: (_, response) => {
      response.end();
    },
    health: {
      live: (response) => response.end(),
      ready: (response) => {
        response.end();
        return Promise.resolve();
      },
    },
    pages: {
      answer: (_, response) => {
        response.statusCode = 404;
        response.end();
      },
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address() as AddressInfo;
  address = `http://127.0.0.1:${String(bound.port)}/webhooks`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await test.drop();
});

const sign = (body: Uint8Array | string, secret = SECRET): string =>
  createHmac("sha256", secret).update(body).digest("base64");

let made = 0;
function headersFor(
  body: Uint8Array | string,
  more: Record<string, string | null> = {},
): Record<string, string> {
  made += 1;
  const all: Record<string, string | null> = {
    "content-type": "application/json",
    "x-shopify-hmac-sha256": sign(body),
    "x-shopify-shop-domain": SHOP,
    "x-shopify-topic": "orders/paid",
    "x-shopify-webhook-id": `delivery-${String(made)}`,
    "x-shopify-triggered-at": "2026-01-05T09:00:10.123456789Z",
    ...more,
  };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}

async function post(
  body: Uint8Array | string,
  headers: Record<string, string>,
): Promise<{ status: number; text: string }> {
  const response = await fetch(address, { method: "POST", body: Buffer.from(body), headers });
  return { status: response.status, text: await response.text() };
}

const stored = () =>
  test.database.query<{ delivery_id: string; topic: string; body: string }>(
    "SELECT delivery_id, topic, body FROM inbox",
  );

describe("the webhook door", () => {
  const body = JSON.stringify(order());

  it.each<[string, number, Record<string, string | null>]>([
    ["takes a signed delivery", 200, {}],
    [
      "takes one signed with the secret that is being replaced",
      200,
      { "x-shopify-hmac-sha256": sign(body, PREVIOUS) },
    ],
    ["takes a topic nobody knows, for the worker to park", 200, { "x-shopify-topic": "carts/update" }],
    ["takes a delivery that does not say when it was triggered", 200, { "x-shopify-triggered-at": null }],
    ["refuses a wrong signature", 401, { "x-shopify-hmac-sha256": sign(`${body} `) }],
    ["refuses a signature with another secret", 401, { "x-shopify-hmac-sha256": sign(body, "guessed") }],
    ["refuses a signature that is no base64", 401, { "x-shopify-hmac-sha256": "%%%" }],
    ["refuses an empty signature", 401, { "x-shopify-hmac-sha256": "" }],
    ["wants a signature", 400, { "x-shopify-hmac-sha256": null }],
    ["wants a shop", 400, { "x-shopify-shop-domain": null }],
    ["wants a shop of Shopify's", 400, { "x-shopify-shop-domain": "evil.example.com" }],
    ["wants a topic", 400, { "x-shopify-topic": null }],
    ["wants a delivery id", 400, { "x-shopify-webhook-id": null }],
    ["wants a delivery id of reasonable length", 400, { "x-shopify-webhook-id": "x".repeat(101) }],
  ])("%s", async (_, status, more) => {
    expect(await post(body, headersFor(body, more))).toEqual({ status, text: "" });
  });

  it("wants a body", async () => {
    expect((await post("", headersFor(""))).status).toBe(400);
  });

  it("answers other methods with what is allowed", async () => {
    const response = await fetch(address);
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
  });

  it("does not read more than ten megabytes", async () => {
    const huge = Buffer.alloc(10 * 1024 * 1024 + 1, 32);
    expect((await post(huge, headersFor(huge))).status).toBe(413);
  });

  it("writes the same delivery down once", async () => {
    const headers = headersFor(body);
    const answers = await Promise.all([post(body, headers), post(body, headers), post(body, headers)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const rows = await stored();
    expect(rows.filter((row) => row.delivery_id === headers["x-shopify-webhook-id"]).length).toBe(1);
  });

  it("writes down what makes no sense, if it is signed", async () => {
    const headers = headersFor("{ not JSON");
    expect((await post("{ not JSON", headers)).status).toBe(200);
    const row = (await stored()).find((one) => one.delivery_id === headers["x-shopify-webhook-id"]);
    expect(row?.body).toBe("{ not JSON");
  });
});

/** A small generator of chance that is the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

describe("2,000 mutated deliveries", () => {
  const PERSON = "anna.private@example.com";
  const chance = seeded(20261122);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(chance() * items.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  };

  function mutateBody(text: string): Buffer {
    const bytes = Buffer.from(text);
    switch (Math.floor(chance() * 6)) {
      case 0:
        return bytes;
      case 1:
        return bytes.subarray(0, Math.floor(chance() * bytes.length));
      case 2: {
        for (let flips = 0; flips < 5; flips += 1)
          bytes[Math.floor(chance() * bytes.length)] = Math.floor(chance() * 256);
        return bytes;
      }
      case 3:
        return Buffer.concat([bytes, Buffer.from(pick(["\0", "{}", "\u2028", "[[[[", "🙂"]))]);
      case 4:
        return Buffer.from(
          text.replaceAll(/"\d+\.\d\d"/gu, () =>
            pick(['"-1.00"', '"1e9"', "null", '""', '"NaN"', "{}", '"1.005"']),
          ),
        );
      default:
        return Buffer.from(
          text.replaceAll(
            /:(\d+)/gu,
            () => `:${pick(["-1", "null", "1.5", '"x"', "99999999999999999999999", "true", "[]"])}`,
          ),
        );
    }
  }

  function mutateHeaders(headers: Record<string, string>): Record<string, string> {
    const name = pick(Object.keys(headers).filter((key) => key !== "content-type"));
    switch (Math.floor(chance() * 4)) {
      case 0:
        return Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));
      case 1:
        return {
          ...headers,
          [name]: pick(["", " ", "x", "../../etc", "a".repeat(300), "'; DROP TABLE inbox; --"]),
        };
      default:
        return headers;
    }
  }

  /** What the door must say, told from the request alone. */
  function expected(body: Buffer, headers: Record<string, string>): number {
    const header = (name: string): string | null => headers[name]?.trim() ?? null;
    if (header("x-shopify-hmac-sha256") === null || body.length === 0) return 400;
    const given = Buffer.from(header("x-shopify-hmac-sha256") ?? "", "base64").toString("base64");
    if (![SECRET, PREVIOUS].some((secret) => sign(body, secret) === given)) return 401;
    const shop = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/u.test(header("x-shopify-shop-domain") ?? "");
    const topic = /^[a-z_]+[/.][a-z_]+$/u.test(header("x-shopify-topic") ?? "");
    const deliveryId = header("x-shopify-webhook-id") ?? "";
    return shop && topic && deliveryId !== "" && deliveryId.length <= 100 ? 200 : 400;
  }

  it("get the right status; what was accepted is stored; nothing leaks", async () => {
    const said: string[] = [];
    vi.spyOn(process.stderr, "write").mockImplementation((chunk) => {
      said.push(String(chunk));
      return true;
    });
    const before = new Set((await stored()).map((row) => row.delivery_id));
    const accepted = new Set<string>();
    const template = JSON.stringify(order({ id: 820982911946154500, email: PERSON, note: PERSON }));
    for (let start = 0; start < 2_000; start += 50) {
      const requests = Array.from({ length: 50 }, () => {
        const body = mutateBody(template);
        const signedWell = chance() < 0.8;
        const headers = mutateHeaders(
          headersFor(body, signedWell ? {} : { "x-shopify-hmac-sha256": sign("something else") }),
        );
        return { body, headers };
      });
      const answers = await Promise.all(requests.map(({ body, headers }) => post(body, headers)));
      answers.forEach((answer, index) => {
        const request = requests[index];
        if (request === undefined) throw new Error("every answer has its request");
        expect(answer).toEqual({ status: expected(request.body, request.headers), text: "" });
        if (answer.status === 200) accepted.add(String(request.headers["x-shopify-webhook-id"]).trim());
      });
    }
    const fresh = (await stored()).filter((row) => !before.has(row.delivery_id));
    expect(new Set(fresh.map((row) => row.delivery_id))).toEqual(accepted);
    expect(accepted.size).toBeGreaterThan(500);

    const context = { currency: "EUR", timezone: "Europe/Berlin", at: 0 };
    const readings = fresh.map((row) => translateShopify(row.topic, row.body, context));
    const refusals = readings.flatMap((reading) => (reading.ok ? [] : [reading.reason]));
    expect(refusals.length).toBeGreaterThan(100);
    expect(refusals.length).toBeLessThan(readings.length);
    expect([...refusals, ...said].filter((text) => text.includes("anna.private"))).toEqual([]);
    expect(said.filter((text) => text.includes(SECRET) || text.includes(sign(template)))).toEqual([]);
  });
});
