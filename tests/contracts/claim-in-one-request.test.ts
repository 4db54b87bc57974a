import { randomUUID } from "node:crypto";
import { Session } from "@shopify/shopify-app-remix/server";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { createSessionRecords } from "#app/db/shops/shopify-sessions.ts";
import { SCOPES } from "#app/platforms/shopify/auth/scopes.ts";
import { createSessionStorage } from "#app/platforms/shopify/auth/session-storage.ts";
import { action as claim } from "#app/routes/storefront.claim.tsx";
import type { StorefrontAnswer } from "#storefront/state.ts";
import type { FakeShopify } from "#simulator/shopify/fake-shopify.ts";
import { installReroute } from "#simulator/shopify/reroute-fetch.mjs";
import { startFakeShopify } from "#simulator/shopify/start-fake-shopify.ts";
import { proxyQuery } from "#tests/support/proxy-query.ts";
import { SurfaceShop, withSurfaces } from "./extensions-shop.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

const KEY = "claims.myshopify.com";

beforeAll(() => {
  vi.stubEnv("REGULARS_ENCRYPTION_KEYS", `k1:${Buffer.alloc(32, 7).toString("base64")}`);
});
const surfaces = withSurfaces();
let fake: FakeShopify;
let undo: () => void;
let shop: SurfaceShop;
let customerId: string;

beforeAll(async () => {
  fake = await startFakeShopify({
    apiKey: "our-key",
    apiSecret: "our-secret",
    appUrl: "http://127.0.0.1:1",
    tunnelPort: null,
    appConfig: "shopify.app.toml",
    shops: [{ domain: KEY, name: "Claims" }],
  });
  undo = installReroute(fake.url);
  await fake.control.installApp({ shop: KEY });
  const granted = await fake.control.issueToken({ shop: KEY });
  const sessions = createSessionStorage(createSessionRecords(() => Promise.resolve(surfaces.database())));
  shop = await SurfaceShop.open(surfaces.database(), KEY);
  const about = {
    shop: KEY,
    state: "",
    isOnline: false,
    scope: SCOPES.join(","),
    accessToken: granted.access_token,
  };
  const expires = new Date(Date.now() + 3_600_000);
  await sessions.storeSession(new Session({ id: `offline_${KEY}`, ...about, expires }));
  ({ customerId } = await fake.control.createCustomer({
    shop: KEY,
    email: "anna@example.com",
    deliver: false,
  }));
  await shop.enrol(customerId, 1_000);
});
afterAll(async () => {
  undo();
  await fake.close();
});

async function claimOnce(key: string): Promise<StorefrontAnswer> {
  const query = proxyQuery({ shop: KEY, customerId, at: Date.now(), secret: "our-secret" });
  const request = new Request(`https://app.example/storefront/claim?${query}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ rewardId: "five", points: null, key }),
  });
  const response = await claim({ request, params: {}, context: {} });
  return (await response.json()) as StorefrontAnswer;
}

it("the request that claims makes the code at the shop: no worker runs, and the code works at once", async () => {
  const key = randomUUID();
  const answers = await Promise.all([claimOnce(key), claimOnce(key)]);
  // A slow machine may be told "being made"; that it was made is the claims' own doing all the same.
  await expect.poll(toldTimes).toEqual([{ state: "done", attempts: 1 }]);
  const discounts = await fake.control.discounts({ shop: KEY });
  const made = discounts.flatMap(({ codes }) => codes.map(({ code }) => code));
  expect(made).toHaveLength(1);
  for (const answer of answers) expect(answer).toMatchObject({ ok: true });
  const last = await claimOnce(key);
  if (!last.ok) throw new Error("the same click is answered the same");
  expect([last.code]).toEqual(made);
  const { viewer } = last.state;
  const codes = viewer.kind === "member" ? viewer.codes : [];
  expect(codes.map(({ code, state }) => [code, state])).toEqual([[last.code, "open"]]);
});

function toldTimes(): Promise<{ state: string; attempts: number }[]> {
  return rowsOf(
    surfaces.database(),
    "SELECT state, attempts FROM outbox WHERE shop_id = $1 AND topic = 'issue_discount'",
    [shop.id],
  );
}

it("a shop that hangs up takes nothing: the points are set aside and the code is said to be under way", async () => {
  await fake.control.misbehave({ shop: KEY, kind: "hang_up_after", times: 1 });
  const claimed = await claimOnce(randomUUID());
  expect(claimed).toMatchObject({ ok: true, code: null });
});

it("a shop that refuses is named as who refused, also where a permission is missing, and the next click asks again", async () => {
  await fake.control.changeScopes({
    shop: KEY,
    scopes: SCOPES.filter((scope) => scope !== "write_discounts"),
    deliver: false,
  });
  const refused = { ok: false, refusal: "shop_refused", missing: null };
  const key = randomUUID();
  expect(await claimOnce(key)).toEqual(refused);
  await fake.control.changeScopes({ shop: KEY, scopes: [...SCOPES], deliver: false });
  expect(await claimOnce(key)).toEqual(refused);
  const next = await claimOnce(randomUUID());
  expect(next.ok && next.code).toMatch(/^[2-9A-Z]{5}-/u);
});
