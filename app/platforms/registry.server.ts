import { createSessionRecords } from "#app/db/shopify-sessions.ts";
import { database } from "#app/db/client.ts";
import { assert } from "#app/domain/assert.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { shopifyEnv } from "#app/env.server.ts";
import type { Platform, PlatformName } from "./platform.ts";
import { createAccessTokens } from "./shopify/access-tokens.ts";
import { createAdminClient } from "./shopify/admin-client.ts";
import { appSecrets } from "./shopify/app-secrets.server.ts";
import { createCostThrottle } from "./shopify/cost-throttle.ts";
import { SCOPES } from "./shopify/scopes.ts";
import { createSessionStorage } from "./shopify/session-storage.ts";
import { secretOfToken } from "./shopify/session-token.ts";
import { createShopifyPlatform } from "./shopify/shopify-platform.ts";
import { createShopifyApp } from "./shopify/shopify.server.ts";
import { verifyProxyVisit } from "./shopify/verify-proxy-visit.ts";
import { verifyShopifyWebhook, type ReadHeader, type VerifiedWebhook } from "./shopify/verify-webhook.ts";

/** The adapters, each made when it is first asked for, so that no page needs another's settings. */
function once<Made>(make: () => Made): () => Made {
  let made: { value: Made } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Shopify ends its own requests after about this time. */
const ANSWER_LIMIT_MS = 10_000;

const sessionStorage = once(() => createSessionStorage(createSessionRecords(database)));

/** Shopify's library takes one secret, so while one is being replaced there are two of it. */
const shopifyApps = once(() => {
  const { SHOPIFY_API_KEY, SHOPIFY_APP_URL } = shopifyEnv();
  const about = { apiKey: SHOPIFY_API_KEY, appUrl: SHOPIFY_APP_URL, scopes: SCOPES };
  return new Map(
    appSecrets().map((apiSecret) => [
      apiSecret,
      createShopifyApp({ ...about, apiSecret, sessionStorage: sessionStorage() }),
    ]),
  );
});

type ShopifyApp = ReturnType<typeof createShopifyApp>;

/** The app with the secret that signed this request's token; with the current one where none did. */
function shopifyApp(request: Request | null = null): ShopifyApp {
  const secrets = appSecrets();
  const token = request === null ? null : tokenOf(request);
  const signedWith = token === null ? null : secretOfToken(token, secrets);
  const app = shopifyApps().get(signedWith ?? shopifyEnv().SHOPIFY_API_SECRET);
  assert(app !== undefined, "every secret has its app");
  return app;
}

/** Staff's session token: in the address when a page is opened, in a header afterwards. */
function tokenOf(request: Request): string | null {
  const bearer = /^Bearer (.+)$/u.exec(request.headers.get("authorization") ?? "none")?.[1];
  return bearer ?? new URL(request.url).searchParams.get("id_token");
}

const shopify = once(() => {
  const { SHOPIFY_API_KEY, SHOPIFY_API_SECRET } = shopifyEnv();
  const tokens = createAccessTokens({
    apiKey: SHOPIFY_API_KEY,
    apiSecret: SHOPIFY_API_SECRET,
    sessions: sessionStorage(),
    now: Date.now,
  });
  const client = createAdminClient({
    tokens,
    throttle: createCostThrottle(Date.now),
    limitMs: ANSWER_LIMIT_MS,
  });
  return createShopifyPlatform({ client, now: Date.now });
});

/** The adapter of that name; null where this build has none. */
export function findPlatform(name: string): Platform | null {
  return name === "shopify" ? shopify() : null;
}

/** Who asks? A request of staff that is not (yet) authenticated is answered by throwing Shopify's own response. */
export const authenticate = {
  admin: (request: Request) => shopifyApp(request).authenticate.admin(request),
};

/** A shopper at the shop's own domain, sent on and signed by Shopify's app proxy. */
export interface StorefrontVisit {
  readonly platform: PlatformName;
  readonly shopKey: string;
  /** Shopify says who is logged in; null for everybody else. */
  readonly customerId: string | null;
}

export type VerifiedVisit =
  | { readonly ok: true; readonly visit: StorefrontVisit }
  | { readonly ok: false; readonly status: 400 | 401; readonly reason: string };

/** Is this query one that Shopify has passed on? Accepts the previous secret too while a new one spreads. */
export function verifyStorefrontVisit(query: string, now: Instant): VerifiedVisit {
  const verified = verifyProxyVisit(query, appSecrets(), now);
  if (!verified.ok) return verified;
  const { shopKey, customerId } = verified;
  return { ok: true, visit: { platform: "shopify", shopKey, customerId } };
}

export const login: ShopifyApp["login"] = (request) => shopifyApp().login(request);

export const addFrameHeaders: ShopifyApp["addDocumentResponseHeaders"] = (request, headers) => {
  shopifyApp().addDocumentResponseHeaders(request, headers);
};

export function shopifyApiKey(): string {
  return shopifyEnv().SHOPIFY_API_KEY;
}

/** Is this delivery Shopify's? Accepts the previous secret too while a new one spreads. */
export function verifyShopifyDelivery(readHeader: ReadHeader, body: Uint8Array): VerifiedWebhook {
  return verifyShopifyWebhook(readHeader, body, appSecrets());
}

export { missingScopes } from "./shopify/scopes.ts";
export { flowActions, type FlowWish, readFlowListening, readFlowWish } from "./shopify/flow.ts";
export { readSurfaceVisitor, verifyFlowRequest } from "./shopify/surfaces.server.ts";
