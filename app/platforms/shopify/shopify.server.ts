import "@shopify/shopify-app-remix/adapters/node";
import { AppDistribution, shopifyApp } from "@shopify/shopify-app-remix/server";
import { API_VERSION } from "./api-version.ts";
import type { SessionStorage } from "./session-storage.ts";

export interface ShopifyAppSettings {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly appUrl: string;
  readonly scopes: readonly string[];
  readonly sessionStorage: SessionStorage;
}

/**
 * Shopify's own library: embedded pages with session tokens, token exchange for an expiring offline
 * token, the app proxy's signature. Webhooks come through our own door with our own check.
 */
export function createShopifyApp(settings: ShopifyAppSettings) {
  return shopifyApp({
    apiKey: settings.apiKey,
    apiSecretKey: settings.apiSecret,
    appUrl: settings.appUrl,
    scopes: [...settings.scopes],
    apiVersion: API_VERSION,
    authPathPrefix: "/auth",
    sessionStorage: settings.sessionStorage,
    distribution: AppDistribution.AppStore,
    future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
  });
}
