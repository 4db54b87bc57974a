import { readFileSync } from "node:fs";
import { escapeHtml } from "../../shop/web/escape-html.ts";
import { html, redirect, type Answer, type Ask } from "../../shop/web/http.ts";
import { issueToken } from "../actions/stores.ts";
import type { Fake } from "../fake.ts";
import type { Store } from "../records.ts";
import { encryptedPayload, plainPayload, type Opening } from "./payload.ts";

const SCENERY = ["Dashboard", "My sales", "Catalog", "Website", "Marketing", "Customers", "Settings"];
const APP_PATH = "/ecwid/open";

/** The control panel of a store, with the app in its frame; null where the address is none of it. */
export function answerAdmin(fake: Fake, ask: Ask): Answer | null {
  if (ask.url.pathname === "/_admin/frame.js") {
    const body = readFileSync(new URL("./frame.js", import.meta.url));
    return { status: 200, headers: { "content-type": "text/javascript; charset=utf-8" }, body };
  }
  const asked = /^\/panel\/(?<id>\d+)(?<rest>\/install)?$/.exec(ask.url.pathname)?.groups;
  if (asked === undefined) return null;
  const store = fake.world.state.stores[asked["id"] ?? ""];
  if (store === undefined) return html(404, "<h1>There is no such store</h1>");
  if (asked["rest"] !== undefined && ask.method === "POST") {
    store.installed = true;
    fake.world.changed();
    return redirect(`/panel/${store.id}`);
  }
  return html(200, page(fake, store, ask.url.searchParams));
}

/** `?plain` opens the app as one without encryption; `?lang=de` in another language. */
function page(fake: Fake, store: Store, asked: URLSearchParams): string {
  const address = store.installed ? addressOf(fake, store, asked) : null;
  const items = SCENERY.map((name) => `<li>${name}</li>`).join("");
  const app =
    address === null
      ? `<form method="post" action="/panel/${store.id}/install"><h1>Regulars</h1>
<p>This app reads orders and customers and makes discount coupons.</p><button>Install</button></form>`
      : `<iframe name="app-iframe" title="Regulars" src="${escapeHtml(address)}" allow="clipboard-write"></iframe>
<p class="wrong" hidden>Something went wrong</p>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Regulars · ${escapeHtml(store.name)}</title>
<link rel="icon" href="data:,">
<style>
body{margin:0;display:grid;grid-template-columns:200px 1fr;font:14px/1.5 system-ui,sans-serif;min-height:100vh}
aside{background:#172236;color:#cdd5e3;padding:16px}
aside h1{font-size:15px;color:#fff} ul{list-style:none;padding:0} li{padding:6px 0} li.here{color:#fff;font-weight:600}
iframe{border:0;width:100%;height:300px;display:block} form{padding:40px}
@media(max-width:600px){body{grid-template-columns:1fr}aside{padding:8px 16px}aside ul{display:none}}
</style>
</head>
<body>
<aside><h1>${escapeHtml(store.name)} <small>simulated</small></h1><ul>${items}<li class="here" aria-current="page">Regulars</li></ul>
<p><a style="color:#9fc3ff" href="/shop/${store.id}">The shop</a></p></aside>
<main>${app}</main>
<script src="/_admin/frame.js" data-app="${escapeHtml(fake.world.settings.clientId)}"></script>
</body>
</html>`;
}

function addressOf(fake: Fake, store: Store, asked: URLSearchParams): string {
  const { clientSecret } = fake.world.settings;
  const opening: Opening = {
    store_id: Number(store.id),
    lang: asked.get("lang") ?? "en",
    access_token: tokenOf(fake, store),
    view_mode: "PAGE",
  };
  const address = new URL(APP_PATH, fake.world.appUrl);
  if (asked.has("plain")) {
    address.hash = plainPayload(opening);
    return address.href;
  }
  address.searchParams.set("payload", encryptedPayload(opening, clientSecret));
  address.searchParams.set("app_state", "");
  address.searchParams.set("cache-killer", String(fake.world.now()));
  return address.href;
}

/** The one the app has, where it has one. */
function tokenOf({ world }: Fake, store: Store): string {
  const known = Object.values(world.state.tokens).find(({ storeId }) => storeId === store.id);
  return (known ?? issueToken(world, store, undefined)).token;
}
