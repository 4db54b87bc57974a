/** Where the app answers: `application_url` of shopify.app.toml (a test holds the two equal). */
const APPLICATION_URL = "https://example.com";

declare const process: { readonly env: { readonly APP_URL?: string } };

/**
 * The app's address for surfaces that Shopify does not resolve relative addresses for. While
 * `shopify app dev` runs, the bundler writes its tunnel's address in the place of `process.env.APP_URL`;
 * in a deployed bundle that name stands for nothing and the configured address holds.
 */
export function appAddress(): string {
  try {
    return process.env.APP_URL ?? APPLICATION_URL;
  } catch {
    return APPLICATION_URL;
  }
}
