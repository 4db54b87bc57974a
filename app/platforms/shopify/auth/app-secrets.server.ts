import { shopifyEnv } from "#app/env.server.ts";

/**
 * The app's secrets, the current one first. While one is being replaced Shopify may sign with either,
 * so every check of a signature asks here and takes both.
 */
export function appSecrets(): readonly string[] {
  const { SHOPIFY_API_SECRET, SHOPIFY_API_SECRET_PREVIOUS } = shopifyEnv();
  return [SHOPIFY_API_SECRET, SHOPIFY_API_SECRET_PREVIOUS].filter((secret) => secret !== undefined);
}
