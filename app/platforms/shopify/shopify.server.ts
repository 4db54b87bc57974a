import "@shopify/shopify-app-remix/adapters/node";
import { ApiVersion, AppDistribution, shopifyApp } from "@shopify/shopify-app-remix/server";
import type { SessionStorage } from "@shopify/shopify-app-session-storage";
import { API_VERSION } from "./api-version.ts";

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
    apiVersion: versionNamed(API_VERSION),
    authPathPrefix: "/auth",
    sessionStorage: settings.sessionStorage,
    distribution: AppDistribution.AppStore,
    future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
  });
}

function versionNamed(name: string): ApiVersion {
  const version = Object.values(ApiVersion).find((known) => known.toString() === name);
  if (version === undefined) throw new Error(`The library does not know API version ${name}.`);
  return version;
}
