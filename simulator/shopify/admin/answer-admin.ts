import { readFileSync } from "node:fs";
import type { Fake } from "../fake.ts";
import { issueSessionToken } from "../tokens/session-token.ts";
import { html, json, redirect, type Answer, type Ask } from "../../shop/web/http.ts";
import { shopOfHost, storeName } from "../web/shop-of-host.ts";
import type { Shop } from "../../shop/records.ts";
import { adminPage } from "./admin-page.ts";
import { answerExtensions, answerResources, answerScopes } from "./answer-store-questions.ts";
import { appAddress } from "./app-address.ts";

const USER_ID = "87654321";
const FILES: Readonly<Record<string, { readonly file: string; readonly type: string }>> = {
  "/app-bridge.js": { file: "app-bridge.js", type: "text/javascript; charset=utf-8" },
  "/_admin/frame.js": { file: "frame.js", type: "text/javascript; charset=utf-8" },
  "/_admin/frame.css": { file: "frame.css", type: "text/css; charset=utf-8" },
};

/** Everything admin.shopify.com serves; null when the address is not the admin's. */
export function answerAdmin(fake: Fake, ask: Ask): Answer | null {
  const path = ask.url.pathname;
  const file = FILES[path];
  if (file !== undefined) return answerFile(file.file, file.type);
  const isPage =
    path === "/admin" || (/^\/admin\//.test(path) && !/^\/admin\/(api\/|oauth\/access_token)/.test(path));
  if (isPage || (ask.host === "admin.shopify.com" && path === "/")) return toStore(fake, ask);
  const store = /^\/store\/([a-z0-9-]+)(\/.*)?$/.exec(path);
  const shop = store === null ? null : (fake.world.state.shops[`${store[1] ?? ""}.myshopify.com`] ?? null);
  if (store === null) return null;
  if (shop === null) return html(404, "<h1>There is no such store</h1>");
  return answerStore(fake, ask, shop, store[2] ?? "/");
}

function answerFile(file: string, type: string): Answer {
  const body = readFileSync(new URL(`./${file}`, import.meta.url));
  // App Bridge is loaded from another origin than the app's.
  return {
    status: 200,
    headers: { "content-type": type, "access-control-allow-origin": "*", "cache-control": "no-store" },
    body,
  };
}

function toStore(fake: Fake, ask: Ask): Answer {
  const shop = shopOfHost(fake.world, ask.host);
  return shop === null ? html(404, "<h1>There is no store</h1>") : redirect(`/store/${storeName(shop)}`);
}

function answerStore(fake: Fake, ask: Ask, shop: Shop, rest: string): Answer {
  if (rest === "/_session-token") {
    if (!shop.installed) return json(403, { error: "The app is not installed" });
    return json(200, { token: issueSessionToken(fake.world, shop.domain, USER_ID) });
  }
  if (rest === "/_install" && ask.method === "POST") {
    shop.installed = true;
    shop.scopes = [...fake.world.settings.config.scopes];
    fake.world.changed();
    return redirect(`/store/${storeName(shop)}/apps/${fake.world.settings.appHandle}`);
  }
  if (rest === "/_scopes") return answerScopes(fake, shop, ask);
  if (rest === "/_extensions") return answerExtensions(fake.extension);
  if (rest === "/_resources") return answerResources(shop, ask.url.searchParams.get("type"));
  const app = /^\/apps\/([\w-]+)(\/.*)?$/.exec(rest);
  const { apiKey, appHandle } = fake.world.settings;
  if (app !== null && app[1] !== apiKey && app[1] !== appHandle)
    return html(404, "<h1>There is no such app</h1>");
  const source =
    app === null || !shop.installed
      ? null
      : appAddress(fake, shop, ask, { path: app[2] ?? "/", userId: USER_ID });
  return html(200, adminPage(fake, shop, app === null ? "home" : "app", source));
}
