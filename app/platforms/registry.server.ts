import { createSessionRecords } from "#app/db/shopify-sessions.ts";
import { database } from "#app/db/client.ts";
import { shopifyEnv } from "#app/env.server.ts";
import type { Platform, PlatformName } from "./platform.ts";
import { createAccessTokens } from "./shopify/access-tokens.ts";
import { createAdminClient } from "./shopify/admin-client.ts";
import { createCostThrottle } from "./shopify/cost-throttle.ts";
import { SCOPES } from "./shopify/scopes.ts";
import { createSessionStorage } from "./shopify/session-storage.ts";
import { createShopifyPlatform } from "./shopify/shopify-platform.ts";
import { createShopifyApp } from "./shopify/shopify.server.ts";
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

const shopifyApp = once(() => {
  const { SHOPIFY_API_KEY, SHOPIFY_API_SECRET, SHOPIFY_APP_URL } = shopifyEnv();
  return createShopifyApp({
    apiKey: SHOPIFY_API_KEY,
    apiSecret: SHOPIFY_API_SECRET,
    appUrl: SHOPIFY_APP_URL,
    scopes: SCOPES,
    sessionStorage: sessionStorage(),
  });
});

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

type ShopifyApp = ReturnType<typeof createShopifyApp>;

/** Who asks? A request of staff that is not (yet) authenticated is answered by throwing Shopify's own response. */
export const authenticate = {
  admin: (request: Request) => shopifyApp().authenticate.admin(request),
};

/** A shopper at the shop's own domain, sent on and signed by Shopify's app proxy. */
export interface StorefrontVisit {
  readonly platform: PlatformName;
  readonly shopKey: string;
  /** Shopify says who is logged in; null for everybody else. */
  readonly customerId: string | null;
}

export async function authenticateStorefront(request: Request): Promise<StorefrontVisit> {
  await shopifyApp().authenticate.public.appProxy(request);
  const asked = new URL(request.url).searchParams;
  const shopKey = asked.get("shop");
  if (shopKey === null) throw new Response(null, { status: 400 });
  const customerId = asked.get("logged_in_customer_id");
  return { platform: "shopify", shopKey, customerId: customerId === "" ? null : customerId };
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
  const { SHOPIFY_API_SECRET, SHOPIFY_API_SECRET_PREVIOUS } = shopifyEnv();
  const secrets = [SHOPIFY_API_SECRET, SHOPIFY_API_SECRET_PREVIOUS].filter((secret) => secret !== undefined);
  return verifyShopifyWebhook(readHeader, body, secrets);
}

export { missingScopes } from "./shopify/scopes.ts";
export { flowActions, type FlowWish, readFlowListening, readFlowWish } from "./shopify/flow.ts";
export { readSurfaceVisitor, verifyFlowRequest } from "./shopify/surfaces.server.ts";
