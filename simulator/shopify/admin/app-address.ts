import { createHmac } from "node:crypto";
import type { Fake } from "../fake.ts";
import { issueSessionToken } from "../tokens/session-token.ts";
import type { Ask } from "../../shop/web/http.ts";
import { storeName } from "../web/shop-of-host.ts";
import type { Shop } from "../../shop/records.ts";

/**
 * The address of the app inside the frame, with what the admin adds to it. Behind the real admin host
 * (a browser test that answers admin.shopify.com itself) the app is framed directly, else by its tunnel.
 */
export function appAddress(
  fake: Fake,
  shop: Shop,
  ask: Ask,
  { path, userId }: { readonly path: string; readonly userId: string },
): string {
  const isRealHost = ask.host === "admin.shopify.com";
  const origin = isRealHost ? fake.world.appUrl : (fake.addresses.tunnelUrl ?? fake.world.appUrl);
  const url = new URL(path, origin);
  for (const [key, value] of ask.url.searchParams) url.searchParams.append(key, value);
  const host = Buffer.from(`admin.shopify.com/store/${storeName(shop)}`)
    .toString("base64")
    .replace(/=+$/, "");
  const added: Readonly<Record<string, string>> = {
    embedded: "1",
    host,
    id_token: issueSessionToken(fake.world, shop.domain, userId),
    locale: shop.locale,
    session: createHmac("sha256", shop.id).update(userId).digest("hex"),
    shop: shop.domain,
    timestamp: String(Math.floor(fake.world.now() / 1_000)),
  };
  for (const [key, value] of Object.entries(added)) url.searchParams.set(key, value);
  const message = [...url.searchParams]
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join("&");
  url.searchParams.set(
    "hmac",
    createHmac("sha256", fake.world.settings.apiSecret).update(message).digest("hex"),
  );
  return url.href;
}
