import { createSessionRecords } from "#app/db/shops/shopify-sessions.ts";
import { database } from "#app/db/client.ts";
import { assert } from "#app/domain/assert.ts";
import { shopifyEnv } from "#app/env.server.ts";
import type { AdminDoor } from "../admin-port.ts";
import type { Platform } from "../platform.ts";
import { createAdminClient } from "./admin-client.ts";
import { createAccessTokens } from "./auth/access-tokens.ts";
import { appSecrets } from "./auth/app-secrets.server.ts";
import { missingScopes, SCOPES } from "./auth/scopes.ts";
import { createSessionStorage } from "./auth/session-storage.ts";
import { secretOfToken } from "./auth/session-token.ts";
import { createShopifyApp } from "./auth/shopify.server.ts";
import { isForeignToAdmin, staffTokenOf } from "./auth/surfaces.server.ts";
import { createCostThrottle } from "./cost-throttle.ts";
import { createShopifyPlatform } from "./shopify-platform.ts";

export type ShopifyApp = ReturnType<typeof createShopifyApp>;

export interface Shopify {
  readonly platform: Platform;
  readonly admin: AdminDoor;
  /** Shopify's own library, which answers its own addresses. */
  readonly app: (request?: Request | null) => ShopifyApp;
}

/** Shopify with this installation's app. */
export function createShopify(limitMs: number): Shopify {
  const { SHOPIFY_API_KEY, SHOPIFY_API_SECRET, SHOPIFY_APP_URL } = shopifyEnv();
  const sessions = createSessionStorage(createSessionRecords(database));
  const about = { apiKey: SHOPIFY_API_KEY, appUrl: SHOPIFY_APP_URL, scopes: SCOPES };
  // Shopify's library takes one secret, so while one is being replaced there are two of it.
  const apps = new Map(
    appSecrets().map((apiSecret) => [
      apiSecret,
      createShopifyApp({ ...about, apiSecret, sessionStorage: sessions }),
    ]),
  );
  /** The app with the secret that signed this request's token; with the current one where none did. */
  const app = (request: Request | null = null): ShopifyApp => {
    const token = request === null ? null : staffTokenOf(request);
    const signedWith = token === null ? null : secretOfToken(token, appSecrets());
    const found = apps.get(signedWith ?? SHOPIFY_API_SECRET);
    assert(found !== undefined, "every secret has its app");
    return found;
  };
  const tokens = createAccessTokens({
    apiKey: SHOPIFY_API_KEY,
    apiSecret: SHOPIFY_API_SECRET,
    sessions,
    now: Date.now,
  });
  const client = createAdminClient({ tokens, throttle: createCostThrottle(Date.now), limitMs });
  return {
    platform: createShopifyPlatform({ client, now: Date.now }),
    admin: createAdminDoor(app, SHOPIFY_API_KEY),
    app,
  };
}

/**
 * A request of staff that is not (yet) authenticated is answered by throwing Shopify's own response; one
 * that brings somebody else's token, with 401.
 */
function createAdminDoor(app: Shopify["app"], apiKey: string): AdminDoor {
  return {
    // A page's first request may bring nothing at all: the library then sees to it.
    recognises: () => true,
    admit: async (request) => {
      if (isForeignToAdmin(request)) throw new Response(null, { status: 401 });
      const { session, sessionToken } = await app(request).authenticate.admin(request);
      return {
        platform: "shopify",
        shopKey: session.shop,
        actor: `shopify:user:${sessionToken.sub}`,
        seenAt: sessionToken.iat * 1_000,
        installs: true,
      };
    },
    frame: () => ({ kind: "app_bridge", apiKey }),
    addHeaders: (request, headers) => {
      app().addDocumentResponseHeaders(request, headers);
    },
    missingScopes,
  };
}
