import { createHmac, randomUUID } from "node:crypto";
import { Session } from "@shopify/shopify-app-remix/server";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createSessionRecords } from "#app/db/shops/shopify-sessions.ts";
import { createSessionStorage } from "#app/platforms/shopify/auth/session-storage.ts";
import { adminDoorOf, verifyShopifyDelivery, verifyStorefrontVisit } from "#app/platforms/registry.server.ts";
import { action as claim } from "#app/routes/storefront.claim.tsx";
import { loader as history } from "#app/routes/storefront.history._index.tsx";
import { proxyQuery } from "#tests/support/proxy-query.ts";
import { ask, signed, SurfaceShop, token, withSurfaces } from "./extensions-shop.ts";

const CURRENT = "our-secret";
const PREVIOUS = "former-secret";
const ORIGIN = "https://app.example";
const BROWSER = "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0";

beforeAll(() => {
  vi.stubEnv("SHOPIFY_API_SECRET_PREVIOUS", PREVIOUS);
  vi.stubEnv("REGULARS_ENCRYPTION_KEYS", `k1:${Buffer.alloc(32, 7).toString("base64")}`);
});
const surfaces = withSurfaces();
let shop: SurfaceShop;

beforeEach(async () => {
  shop = await SurfaceShop.open(surfaces.database());
  await shop.enrol("7001", 320);
});

/** Every door that takes somebody's word for who they are, and what it answers to this secret. */
const doors: Readonly<Record<string, (secret: string) => Promise<number>>> = {
  "a delivery": (secret) => {
    const body = Buffer.from("{}");
    const headers: Readonly<Record<string, string>> = {
      "x-shopify-hmac-sha256": createHmac("sha256", secret).update(body).digest("base64"),
      "x-shopify-shop-domain": shop.key,
      "x-shopify-topic": "orders/paid",
      "x-shopify-webhook-id": randomUUID(),
    };
    const verified = verifyShopifyDelivery((name) => headers[name] ?? null, body);
    return Promise.resolve(verified.ok ? 200 : verified.status);
  },
  "the panel's state": (secret) => {
    const verified = verifyStorefrontVisit(proxied(secret), Date.now());
    return Promise.resolve(verified.ok ? 200 : verified.status);
  },
  "the panel's history": (secret) => {
    const url = `${ORIGIN}/storefront/history?${proxied(secret, "before=999")}`;
    return statusOf(() => history({ request: new Request(url), params: {}, context: {} }));
  },
  "the panel's claim": (secret) => {
    const request = new Request(`${ORIGIN}/storefront/claim?${proxied(secret)}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ rewardId: "five", points: null, key: randomUUID() }),
    });
    return statusOf(() => claim({ request, params: {}, context: {} }));
  },
  "the customer account": async (secret) =>
    (await ask("customer.state", { token: shop.shopper("7001", secret) })).status,
  "Shopify's customer page": async (secret) =>
    (await ask("admin.member", { token: shop.staff(secret), query: { customer: "7001" } })).status,
  "the till": async (secret) =>
    (await ask("pos.member", { token: shop.staff(secret), query: { customer: "7001" } })).status,
  "an action of Flow": async (secret) => {
    const properties = { customer_id: "7001", points: 1, reason: "Hello" };
    const wish = { shopify_domain: shop.key, action_run_id: randomUUID(), properties };
    return (await ask("flow.give-points", signed(JSON.stringify(wish), secret))).status;
  },
  "the admin, a page that is opened": (secret) => {
    const query = new URLSearchParams({ shop: shop.key, host: btoa(`${shop.key}/admin`), embedded: "1" });
    query.set("id_token", shop.staff(secret));
    return statusOf(() => inAdmin(`${ORIGIN}/app?${query.toString()}`, {}));
  },
  "the admin, a click": (secret) =>
    statusOf(() => inAdmin(`${ORIGIN}/app`, { authorization: `Bearer ${shop.staff(secret)}` })),
};

describe.each(Object.entries(doors))("%s", (_door, knock) => {
  it.each([
    ["the current secret", CURRENT, true],
    ["the secret that is being replaced", PREVIOUS, true],
    ["another secret", "guessed", false],
  ])("is asked with %s", async (_which, secret, isLetIn) => {
    expect((await knock(secret)) === 200).toBe(isLetIn);
  });
});

describe("the admin", () => {
  const now = Math.floor(Date.now() / 1_000);
  const iss = (): string => `https://${shop.key}/admin`;
  const person = (claims: object): string =>
    token({ dest: `https://${shop.key}`, iss: iss(), sub: "42", sid: "s", ...claims });
  const query = (idToken: string): string =>
    new URLSearchParams({
      shop: shop.key,
      host: btoa(`${shop.key}/admin`),
      embedded: "1",
      id_token: idToken,
    }).toString();

  it.each<[string, () => string]>([
    ["a shopper in the customer account", () => shop.shopper("7001")],
    [
      "a shopper whose token names the shop as staff's do",
      () => person({ sub: "gid://shopify/Customer/7001" }),
    ],
    ["a checkout, where nobody is signed in", () => token({ dest: shop.key })],
    ["whoever stands at a till", () => shop.till()],
    ["staff of another app", () => person({ aud: "another-key" })],
    ["nobody the shop has issued it for", () => person({ iss: undefined })],
    ["staff of another shop", () => person({ iss: "https://other.myshopify.com/admin" })],
    ["somebody without a number", () => person({ sub: "anna@example.com" })],
    ["nobody", () => person({ sub: undefined })],
    ["text that is no token", () => "a.b.c"],
    ["a forger", () => `${shop.staff().slice(0, -8)}AAAAAAAA`],
  ])("is shut for %s: 401", async (_, made) => {
    const bearer = { authorization: `Bearer ${made()}` };
    expect(await statusOf(() => inAdmin(`${ORIGIN}/app`, bearer))).toBe(401);
    expect(await statusOf(() => inAdmin(`${ORIGIN}/app?${query(made())}`, {}))).toBe(401);
  });

  it("has a token that is out of date renewed", async () => {
    const late = person({ exp: now - 60, nbf: now - 120 });
    expect(await statusOf(() => inAdmin(`${ORIGIN}/app?${query(late)}`, {}))).toBe(302);
    const bearer = { authorization: `Bearer ${late}` };
    expect(await statusOf(() => inAdmin(`${ORIGIN}/app`, bearer))).toBe(401);
  });
});

function proxied(secret: string, sent = ""): string {
  return proxyQuery({ shop: shop.key, customerId: "7001", sent, at: Date.now(), secret });
}

async function inAdmin(url: string, headers: Record<string, string>): Promise<Response> {
  const sessions = createSessionStorage(createSessionRecords(() => Promise.resolve(surfaces.database())));
  const expires = new Date(Date.now() + 3_600_000);
  const about = {
    shop: shop.key,
    state: "",
    isOnline: false,
    scope: "",
    accessToken: "shpat_token",
    expires,
  };
  await sessions.storeSession(new Session({ id: `offline_${shop.key}`, ...about }));
  const request = new Request(url, { headers: { "user-agent": BROWSER, ...headers } });
  await adminDoorOf(request).admit(request);
  return new Response();
}

/** Doors of Remix refuse by throwing their answer. */
async function statusOf(knock: () => Promise<Response>): Promise<number> {
  try {
    return (await knock()).status;
  } catch (refused) {
    if (refused instanceof Response) return refused.status;
    throw refused;
  }
}
