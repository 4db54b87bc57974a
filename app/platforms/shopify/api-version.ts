import { ApiVersion } from "@shopify/shopify-app-remix/server";

/** The one version of the Admin API the app speaks; shopify.app.toml says the same, and a test compares. */
export const API_VERSION = ApiVersion.October26;
