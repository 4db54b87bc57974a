import type { Fake } from "../fake.ts";
import { fetchApp } from "../../shop/web/fetch-app.ts";
import { html, type Answer, type Ask } from "../../shop/web/http.ts";

const APP_BRIDGE = "https://cdn.shopify.com/shopifycloud/app-bridge.js";
const ADMIN = "https://admin.shopify.com";
const HOP_BY_HOP = new Set([
  "connection",
  "keep-alive",
  "transfer-encoding",
  "content-length",
  "content-encoding",
]);

/**
 * The app's public address for a person's browser, as a tunnel would give it one. On the way through
 * the three things that name Shopify's own hosts are changed: who may frame the app, redirects into
 * the admin, and where App Bridge comes from. The app itself knows nothing of it.
 */
export async function answerTunnel(fake: Fake, ask: Ask): Promise<Answer> {
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(ask.headers)) {
    if (value !== undefined && !HOP_BY_HOP.has(name)) headers[name] = value;
  }
  headers["accept-encoding"] = "identity";
  headers["x-forwarded-host"] = ask.host;
  headers["x-forwarded-proto"] = "http";
  const url = `${fake.world.appUrl}${ask.url.pathname}${ask.url.search}`;
  const answer = await fetchApp(url, { method: ask.method, headers, body: ask.body });
  if (answer === null) return html(502, "<h1>The app does not answer</h1><p>Is it running?</p>");
  const returned: Record<string, string | readonly string[]> = {};
  for (const [name, value] of Object.entries(answer.headers)) {
    if (value === undefined || HOP_BY_HOP.has(name)) continue;
    returned[name] = typeof value === "string" ? rewrite(fake, value) : value;
  }
  const type = answer.headers["content-type"] ?? "";
  const isText = type.includes("html");
  return {
    status: answer.status,
    headers: returned,
    body: isText ? rewrite(fake, answer.body.toString("utf8")) : answer.body,
  };
}

function rewrite(fake: Fake, text: string): string {
  const { url } = fake.addresses;
  return text.replaceAll(APP_BRIDGE, `${url}/app-bridge.js`).replaceAll(ADMIN, url);
}
