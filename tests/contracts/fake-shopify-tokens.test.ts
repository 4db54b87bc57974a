import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { connectControl } from "#simulator/shopify/connect-control.ts";
import type { FakeShopify } from "#simulator/shopify/fake-shopify.ts";
import { startFakeShopify } from "#simulator/shopify/start-fake-shopify.ts";
import { shop, startApiClient, type ApiClient, type ApiReply } from "./fake-shopify-client.ts";

let fake: FakeShopify;
let query: ApiClient["query"];
let post: ApiClient["post"];

beforeEach(async () => {
  ({ fake, query, post } = await startApiClient());
});

afterEach(() => fake.close());

async function exchange(subject: string, more: Record<string, unknown> = {}): Promise<ApiReply> {
  return post("/admin/oauth/access_token", {
    client_id: "key",
    client_secret: "secret",
    grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
    subject_token: subject,
    subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
    requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token",
    expiring: "1",
    ...more,
  });
}

const refresh = (token: string): Promise<ApiReply> =>
  post("/admin/oauth/access_token", {
    client_id: "key",
    client_secret: "secret",
    grant_type: "refresh_token",
    refresh_token: token,
  });

test("a session token is exchanged for an offline token that expires, with a refresh token", async () => {
  const { token } = await fake.control.sessionToken({ shop });
  const { status, body } = await exchange(token);
  expect(status).toBe(200);
  expect(body).toMatchObject({ expires_in: 3600, refresh_token_expires_in: 7_776_000 });
  expect(
    (await query("{ shop { name } }", {}, { token: String(body.access_token) })).body.data.shop.name,
  ).toBe("Beans");
});

test("a forged, foreign or expired session token is an invalid subject", async () => {
  const { token } = await fake.control.sessionToken({ shop });
  const forged = `${token.slice(0, -4)}AAAA`;
  expect((await exchange(forged)).body.error).toBe("invalid_subject_token");
  await fake.control.createShop({ domain: "other.myshopify.com", name: "Other" });
  const foreign = await fake.control.sessionToken({ shop: "other.myshopify.com" });
  expect((await exchange(foreign.token)).body.error).toBe("invalid_subject_token");
  await fake.control.advanceClock({ ms: 61_000 });
  const late = await exchange(token);
  expect(late.status).toBe(400);
  expect(late.body.error).toBe("invalid_subject_token");
});

test("a wrong client secret is 401", async () => {
  const { token } = await fake.control.sessionToken({ shop });
  expect((await exchange(token, { client_secret: "guess" })).status).toBe(401);
});

test("a refresh token works once, and the access token it replaces is dead", async () => {
  const { token } = await fake.control.sessionToken({ shop });
  const first = (await exchange(token)).body;
  const second = await refresh(String(first.refresh_token));
  expect(second.status).toBe(200);
  expect((await query("{ shop { id } }", {}, { token: String(first.access_token) })).status).toBe(401);
  expect((await query("{ shop { id } }", {}, { token: String(second.body.access_token) })).status).toBe(200);
  expect((await refresh(String(first.refresh_token))).body.error).toBe("invalid_grant");
});

test("uninstalling kills every token and refuses new ones", async () => {
  const { token } = await fake.control.sessionToken({ shop });
  const { access_token, refresh_token } = (await exchange(token)).body;
  await fake.control.uninstallApp({ shop });
  expect((await query("{ shop { id } }", {}, { token: String(access_token) })).status).toBe(401);
  expect((await refresh(String(refresh_token))).status).toBe(400);
  expect((await exchange(token)).status).toBe(400);
});

const TAG = `mutation Tag($id: ID!) { tagsAdd(id: $id, tags: ["gold"]) { userErrors { message } } }`;

test("misbehaviour strikes the named field, as often as asked, after as many calls as asked", async () => {
  await fake.control.misbehave({ kind: "http_503", on: "tagsAdd", after: 1, times: 2 });
  const { customerId } = await fake.control.createCustomer({ shop, email: "tag@example.com" });
  const id = `gid://shopify/Customer/${customerId}`;
  expect((await query("{ shop { id } }")).status).toBe(200);
  const tag = async (): Promise<number> => {
    const { access_token } = await fake.control.issueToken({ shop });
    const response = await fetch(`${fake.url}/admin/api/2026-10/graphql.json`, {
      method: "POST",
      headers: { "x-forwarded-host": shop, "x-shopify-access-token": access_token },
      body: JSON.stringify({ query: TAG, variables: { id } }),
    });
    await response.arrayBuffer();
    return response.status;
  };
  expect([await tag(), await tag(), await tag(), await tag()]).toEqual([200, 503, 503, 200]);
});

test("a call that is cut off after the commit has happened all the same; before it, it has not", async () => {
  const { customerId } = await fake.control.createCustomer({ shop, email: "cut@example.com" });
  const tags = async (): Promise<readonly string[] | undefined> =>
    (await fake.control.customer({ shop, customerId }))?.tags;
  const tag = (): Promise<ApiReply> => query(TAG, { id: `gid://shopify/Customer/${customerId}` });
  await fake.control.misbehave({ kind: "hang_up_before", on: "tagsAdd" });
  await expect(tag()).rejects.toThrow();
  expect(await tags()).toEqual([]);
  await fake.control.misbehave({ kind: "hang_up_after", on: "tagsAdd" });
  await expect(tag()).rejects.toThrow();
  expect(await tags()).toEqual(["gold"]);
});

test.each([
  ["http_429", 429],
  ["http_500", 500],
  ["throttled", 200],
  ["token_expired", 401],
  ["uninstall", 401],
] as const)("%s answers with status %i", async (kind, status) => {
  await fake.control.misbehave({ kind, on: "shop" });
  const answer = await query("{ shop { id } }");
  expect(answer.status).toBe(status);
  if (kind === "http_429") expect(answer.headers.get("retry-after")).toBe("2.0");
  if (kind === "throttled") expect(answer.body.errors[0].extensions.code).toBe("THROTTLED");
});

test("a refused refresh can be had on demand", async () => {
  const { refresh_token } = await fake.control.issueToken({ shop });
  await fake.control.misbehave({ kind: "refresh_refused", on: "token" });
  expect((await refresh(refresh_token ?? "")).body.error).toBe("invalid_grant");
  expect((await refresh(refresh_token ?? "")).status).toBe(200);
});

test("control over HTTP is the control in process, and says why it refuses", async () => {
  const remote = connectControl(fake.url);
  const { customerId } = await remote.createCustomer({ shop, email: "remote@example.com" });
  expect((await fake.control.customer({ shop, customerId }))?.email).toBe("remote@example.com");
  await expect(remote.createCustomer({ shop, email: "REMOTE@example.com" })).rejects.toThrow(
    "already been taken",
  );
  const wrong = await post("/_control/placeOrder", { shop, lines: [] });
  expect(wrong.status).toBe(400);
});

test("state is kept across a restart", async () => {
  const folder = await mkdtemp(join(tmpdir(), "fake-shopify-"));
  const options = {
    apiKey: "key",
    apiSecret: "secret",
    appUrl: "http://127.0.0.1:9",
    tunnelPort: null,
    stateFile: join(folder, "state.json"),
    shops: [{ domain: shop, name: "Beans" }],
  };
  const before = await startFakeShopify(options);
  const { orderId } = await before.control.placeOrder({ shop, lines: [{ title: "Kept", price: "3.00" }] });
  await before.close();
  const after = await startFakeShopify(options);
  expect((await after.control.order({ shop, orderId }))?.lines[0]?.title).toBe("Kept");
  expect((await after.control.placeOrder({ shop, lines: [{ title: "Next", price: "3.00" }] })).name).toBe(
    "#1002",
  );
  await after.close();
  await rm(folder, { recursive: true });
});

test("the preload brings calls to a shop here and lets nothing else out", async () => {
  const { access_token } = await fake.control.issueToken({ shop });
  const script = `
    const ask = (url, init) => fetch(url, init).then((r) => r.text(), (e) => e.message);
    const body = JSON.stringify({ query: "{ shop { name } }" });
    const headers = { "x-shopify-access-token": "${access_token}", "content-type": "application/json" };
    console.log(await ask("https://${shop}/admin/api/2026-10/graphql.json", { method: "POST", headers, body }));
    globalThis.fetch = () => Promise.reject(new Error("undone"));
    console.log(await ask("https://example.com/"));`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", "./simulator/shopify/reroute-fetch.mjs", "--input-type=module", "-e", script],
    { env: { ...process.env, FAKE_SHOPIFY_URL: fake.url } },
  );
  const [called, refused] = stdout.trim().split("\n");
  expect(JSON.parse(called ?? "")).toMatchObject({ data: { shop: { name: "Beans" } } });
  expect(refused).toContain("example.com is out of reach");
});
