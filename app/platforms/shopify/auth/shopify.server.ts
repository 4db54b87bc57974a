import "@shopify/shopify-app-remix/adapters/node";
import { AppDistribution, LogSeverity, shopifyApp } from "@shopify/shopify-app-remix/server";
import { log } from "#app/log.server.ts";
import { API_VERSION } from "../api-version.ts";
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
    logger: { log: writeDown },
    future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
  });
}

/** The library's own lines go the way of all others, so that nothing personal stands in them. */
function writeDown(severity: LogSeverity, message: string): void {
  if (severity === LogSeverity.Error) log.warn("shopify_library", { message });
  else if (severity === LogSeverity.Warning) log.info("shopify_library", { message });
}
