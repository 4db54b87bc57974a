import { createHmac } from "node:crypto";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { installShop } from "#app/commands/shops/install-shop.ts";
import { createInboxWriter } from "#app/db/inbox/inbox.ts";
import { createFront } from "#app/doors/front.ts";
import { createWebhookDoor } from "#app/doors/webhook-door.ts";
import { translateShopify } from "#app/platforms/shopify/orders/translate.ts";
import { verifyShopifyWebhook } from "#app/platforms/shopify/auth/verify-webhook.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { mutations } from "#tests/support/mutations.ts";
import { order } from "#tests/support/shopify-bodies.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

const SECRET = "current-secret";
const PREVIOUS = "previous-secret";
const SHOP = "door.myshopify.com";
const OTHER = "window.myshopify.com";

let test: TestDatabase;
let server: ReturnType<typeof createFront>;
let address: string;

beforeAll(async () => {
  test = await openTestDatabase("embedded");
  for (const shopKey of [SHOP, OTHER]) {
    const about = { name: "Door", currency: "EUR", timezone: "Europe/Berlin", locale: "de", scopes: [] };
    await installShop(test.database, { platform: "shopify", shopKey, ...about, now: Date.now() });
  }
  server = createFront({
    webhooks: new Map([
      [
        "/webhooks",
        createWebhookDoor({
          verify: (readHeader, body) => verifyShopifyWebhook(readHeader, body, [SECRET, PREVIOUS]),
          inbox: createInboxWriter(test.database),
          now: Date.now,
        }),
      ],
    ]),
    storefront: (_, response) => {
      response.end();
    },
    seen: (_, response) => void response.end(),
    shoppers: (_wish, _request, response) => void response.end(),
    shopAskedFor: () => null,
    isStorefrontOrigin: () => Promise.resolve(false),
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
  rowsOf<{ delivery_id: string; topic: string; body: string }>(
    test.database,
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

  it.each(["[]", "[{}]", '"{}"', "null", "7", "", " ", "not JSON", "\uFEFF[]"])(
    "refuses what is signed and no object: %s",
    async (text) => {
      expect((await post(text, headersFor(text))).status).toBe(400);
    },
  );

  it("does not take a session token for a delivery, although the same secret signs it", async () => {
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
    const now = Math.floor(Date.now() / 1_000);
    const claims = {
      iss: `https://${OTHER}/admin`,
      dest: `https://${OTHER}`,
      aud: "k",
      sub: "1",
      exp: now + 60,
    };
    const token = `${encode({ alg: "HS256", typ: "JWT" })}.${encode(claims)}`;
    for (const topic of ["app/uninstalled", "shop/redact", "orders/paid"]) {
      const headers = headersFor(token, { "x-shopify-topic": topic, "x-shopify-shop-domain": SHOP });
      expect((await post(token, headers)).status).toBe(400);
    }
  });

  it.each([
    ["app/uninstalled", "myshopify_domain"],
    ["shop/redact", "shop_domain"],
    ["customers/redact", "shop_domain"],
    ["customers/data_request", "shop_domain"],
  ])("%s counts for the shop that its body names, whatever a header says", async (topic, field) => {
    const about = { "x-shopify-topic": topic };
    const send = (named: object) => {
      const text = JSON.stringify({ ...named, customer: { id: 1 } });
      return post(text, headersFor(text, about));
    };
    expect((await send({ [field]: SHOP })).status).toBe(200);
    for (const named of [{ [field]: OTHER }, { [field]: null }, { [field]: [SHOP] }, {}]) {
      expect((await send(named)).status).toBe(400);
    }
  });

  it("keeps nothing of a shop that nobody has installed the app in", async () => {
    const rows = () =>
      test.database.query("SELECT shop_id FROM shop UNION ALL SELECT shop_id FROM inbox ORDER BY 1");
    const before = await rows();
    for (let shop = 0; shop < 3; shop += 1) {
      const stranger = { "x-shopify-shop-domain": `stranger-${String(shop)}.myshopify.com` };
      expect((await post(body, headersFor(body, stranger))).status).toBe(200);
    }
    expect(await rows()).toEqual(before);
  });

  it("writes down what comes together with a stranger's", async () => {
    const stranger = { "x-shopify-shop-domain": "stranger.myshopify.com" };
    const wanted = [headersFor(body), headersFor(body)];
    const all = [headersFor(body, stranger), wanted[0], headersFor(body, stranger), wanted[1]];
    await Promise.all(all.map((headers) => post(body, headers ?? {})));
    const ids = (await stored()).map((row) => row.delivery_id);
    expect(ids).toEqual(expect.arrayContaining(wanted.map((headers) => headers["x-shopify-webhook-id"])));
  });
});

describe("2,000 mutated deliveries", () => {
  const PERSON = "anna.private@example.com";
  const { chance, mutateBody, mutateHeaders } = mutations(20261122);

  /** What the door must say, told from the request alone. */
  function expected(body: Buffer, headers: Record<string, string>): number {
    const header = (name: string): string | null => headers[name]?.trim() ?? null;
    if (header("x-shopify-hmac-sha256") === null || body.length === 0) return 400;
    const given = Buffer.from(header("x-shopify-hmac-sha256") ?? "", "base64").toString("base64");
    if (![SECRET, PREVIOUS].some((secret) => sign(body, secret) === given)) return 401;
    const shop = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/u.test(header("x-shopify-shop-domain") ?? "");
    const topic = /^[a-z_]+[/.][a-z_]+$/u.test(header("x-shopify-topic") ?? "");
    const deliveryId = header("x-shopify-webhook-id") ?? "";
    const isObject = /^[\t\n\r ]*\{/u.test(body.toString("latin1"));
    return shop && topic && deliveryId !== "" && deliveryId.length <= 100 && isObject ? 200 : 400;
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
