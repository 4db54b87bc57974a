import { Session } from "@shopify/shopify-app-remix/server";
import type { KeptSession, SessionRecords } from "#app/db/shops/shopify-sessions.ts";
import { createAccessTokens, offlineSessionId } from "#app/platforms/shopify/auth/access-tokens.ts";
import { createAdminClient, type AdminClient } from "#app/platforms/shopify/admin-client.ts";
import { createCostThrottle } from "#app/platforms/shopify/cost-throttle.ts";
import { SCOPES } from "#app/platforms/shopify/auth/scopes.ts";
import { createSessionStorage } from "#app/platforms/shopify/auth/session-storage.ts";
import { createShopifyPlatform } from "#app/platforms/shopify/shopify-platform.ts";
import type { Platform } from "#app/platforms/platform.ts";
import type { FakeShopify, FakeShopifyOptions } from "#simulator/shopify/fake-shopify.ts";
import { installReroute } from "#simulator/shopify/reroute-fetch.mjs";
import { startFakeShopify } from "#simulator/shopify/start-fake-shopify.ts";

export const SHOP = "bench.myshopify.com";
const API_KEY = "bench-key";
/** What the fake signs its deliveries with. */
export const API_SECRET = "bench-secret";
/** Shopify's retries over four hours pass in a moment. */
const WEBHOOK_SPEED = 1_000;
/** Generous: the first answer waits for the schema to be read. */
const LIMIT_MS = 30_000;

export interface ShopifyBench {
  readonly fake: FakeShopify;
  readonly platform: Platform;
  readonly client: AdminClient;
  /** The shop has installed the app, as the session of a first visit would have it. */
  install(shopKey?: string): Promise<void>;
  close(): Promise<void>;
}

/** The Shopify adapter with a fake Shopify behind it; calls to shops are rerouted for this process. */
export async function openShopifyBench(
  limitMs = LIMIT_MS,
  more: Pick<FakeShopifyOptions, "shops" | "extension" | "clock"> = {},
): Promise<ShopifyBench> {
  const fake = await startFakeShopify({
    apiKey: API_KEY,
    apiSecret: API_SECRET,
    appUrl: "http://127.0.0.1:1",
    tunnelPort: null,
    appConfig: "shopify.app.toml",
    asyncDelayMs: 20,
    webhookSpeed: WEBHOOK_SPEED,
    shops: [{ domain: SHOP, name: "Bench" }],
    ...more,
  });
  const undo = installReroute(fake.url);
  const sessions = createSessionStorage(rememberedRecords());
  const tokens = createAccessTokens({ apiKey: API_KEY, apiSecret: API_SECRET, sessions, now: Date.now });
  const client = createAdminClient({ tokens, throttle: createCostThrottle(Date.now), limitMs });
  const install = async (shopKey = SHOP): Promise<void> => {
    await fake.control.installApp({ shop: shopKey });
    const granted = await fake.control.issueToken({ shop: shopKey });
    const { expires_in = 3600, refresh_token = "", refresh_token_expires_in = 3600 } = granted;
    await sessions.storeSession(
      new Session({
        id: offlineSessionId(shopKey),
        shop: shopKey,
        state: "",
        isOnline: false,
        scope: SCOPES.join(","),
        accessToken: granted.access_token,
        expires: new Date(Date.now() + expires_in * 1000),
        refreshToken: refresh_token,
        refreshTokenExpires: new Date(Date.now() + refresh_token_expires_in * 1000),
      }),
    );
  };
  await install();
  // Enough points for a test; running out of them is the throttle's own test.
  await fake.control.setPlan({ shop: SHOP, bucket: 20_000, restorePerSecond: 2_000 });
  return {
    fake,
    client,
    platform: createShopifyPlatform({ client, now: Date.now }),
    install,
    close: async () => {
      undo();
      await fake.close();
    },
  };
}

function rememberedRecords(): SessionRecords {
  const kept = new Map<string, KeptSession>();
  return {
    write: (session) => {
      kept.set(session.sessionId, session);
      return Promise.resolve();
    },
    read: (sessionId) => Promise.resolve(kept.get(sessionId) ?? null),
    ofShop: (shopKey) => Promise.resolve([...kept.values()].filter((session) => session.shopKey === shopKey)),
    remove: (sessionIds) => {
      for (const sessionId of sessionIds) kept.delete(sessionId);
      return Promise.resolve();
    },
  };
}
