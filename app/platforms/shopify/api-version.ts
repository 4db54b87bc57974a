/** The one version of the Admin API the app speaks; shopify.app.toml says the same, and a test compares. */
export const API_VERSION = "2026-10";
