import { createHmac } from "node:crypto";
import type { ControlParsed } from "../control-commands.ts";
import type { World } from "../world.ts";
import { fetchApp } from "../../shop/web/fetch-app.ts";
import { html, type Answer, type Ask } from "../../shop/web/http.ts";

const FORWARDED = ["accept", "accept-language", "content-type", "user-agent", "x-requested-with"];
const RETURNED = ["content-type", "location", "cache-control", "etag"];

/** Hex HMAC over the sorted `key=value` pairs with nothing between them; repeated keys are joined by commas. */
function proxySignature(params: URLSearchParams, secret: string): string {
  const keys = [...new Set(params.keys())].filter((key) => key !== "signature");
  const pairs = keys.map((key) => `${key}=${params.getAll(key).join(",")}`);
  return createHmac("sha256", secret).update(pairs.sort().join("")).digest("hex");
}

/** The query as it reaches the app: the shopper's own, and after it what Shopify knows for sure. */
export function signedProxyQuery(world: World, wish: ControlParsed<"signProxyQuery">): string {
  return signed(world, new URLSearchParams(wish.query), wish.shop, {
    customerId: wish.customerId,
    at: wish.at ?? world.now(),
  });
}

function signed(
  world: World,
  params: URLSearchParams,
  shop: string,
  { customerId, at }: { readonly customerId: string | null; readonly at: number },
): string {
  params.append("logged_in_customer_id", customerId ?? "");
  params.append("path_prefix", world.settings.config.proxy.path);
  params.append("shop", shop);
  params.append("timestamp", String(Math.floor(at / 1_000)));
  params.append("signature", proxySignature(params, world.settings.apiSecret));
  return params.toString();
}

/** A request to /apps/regulars/* of the shop: no cookies go in, none come out. */
export async function answerProxy(
  world: World,
  shop: string,
  customerId: string | null,
  ask: Ask,
): Promise<Answer> {
  const { path, url } = world.settings.config.proxy;
  const rest = ask.url.pathname.slice(path.length);
  const query = signed(world, new URLSearchParams(ask.url.search), shop, { customerId, at: world.now() });
  const headers: Record<string, string> = { "x-forwarded-host": shop, "x-forwarded-proto": "https" };
  for (const name of FORWARDED) {
    const value = ask.headers[name];
    if (typeof value === "string") headers[name] = value;
  }
  const answer = await fetchApp(`${world.appUrl}${url}${rest}?${query}`, {
    method: ask.method,
    headers,
    body: ask.body,
  });
  if (answer === null) {
    return html(
      502,
      "<h1>There was a problem loading this website</h1><p>The app behind this address does not answer.</p>",
    );
  }
  const kept = RETURNED.flatMap((name) => {
    const value = answer.headers[name];
    return typeof value === "string" ? [[name, value] as const] : [];
  });
  return { status: answer.status, headers: Object.fromEntries(kept), body: answer.body };
}
