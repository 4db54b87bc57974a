import type { Fake } from "../fake.ts";
import { escapeHtml } from "../../shop/web/escape-html.ts";
import { storeName } from "../web/shop-of-host.ts";
import type { Shop } from "../../shop/records.ts";

const SCENERY = [
  "Orders",
  "Products",
  "Customers",
  "Marketing",
  "Discounts",
  "Content",
  "Markets",
  "Analytics",
];

/** The shop's admin: top bar, navigation, and the app in its frame. */
export function adminPage(fake: Fake, shop: Shop, place: "home" | "app", source: string | null): string {
  const { appHandle, appName, apiKey } = fake.world.settings;
  const store = `/store/${storeName(shop)}`;
  // Only the home page is there; the rest of the admin is scenery.
  const home = `<li><a href="${store}"${place === "home" ? ' aria-current="page"' : ""}>Home</a></li>`;
  const sections = [home, ...SCENERY.map((name) => `<li><span>${name}</span></li>`)];
  const initials = shop.name.slice(0, 2).toUpperCase();
  const config = {
    apiKey,
    appHandle,
    store,
    shop: shop.domain,
    appOrigin: source === null ? null : new URL(source).origin,
  };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(place === "app" ? appName : "Home")} · ${escapeHtml(shop.name)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_admin/frame.css">
</head>
<body>
<header class="top">
  <button type="button" class="menu" aria-label="Open navigation" aria-expanded="false">☰</button>
  <span class="brand">shop admin <small>simulated</small></span>
  <span class="search" aria-hidden="true">Search</span>
  <div class="savebar" role="region" aria-label="Unsaved changes" hidden>
    <span>Unsaved changes</span>
    <button type="button" data-save="discard">Discard</button>
    <button type="button" data-save="save" class="primary">Save</button>
  </div>
  <span class="store"><span>${escapeHtml(shop.name)}</span><span class="badge" aria-hidden="true">${escapeHtml(initials)}</span></span>
  <div class="loading" hidden></div>
</header>
<nav class="side" aria-label="Shop admin">
  <ul>${sections.join("")}</ul>
  <h2>Sales channels</h2>
  <ul><li><a href="${escapeHtml(storefrontAddress(fake, shop))}" target="_blank" rel="noreferrer">Online Store</a></li></ul>
  <h2>Apps</h2>
  <ul class="apps"><li><a href="${store}/apps/${appHandle}"${place === "app" ? ' aria-current="page"' : ""}>${escapeHtml(appName)}</a>
    <ul class="app-menu"></ul></li></ul>
</nav>
<main>
${place === "app" ? appPart(fake, shop, store, source) : homePart(shop, store, appHandle, appName)}
</main>
<div class="toasts" role="status" aria-live="polite"></div>
<script id="config" type="application/json">${JSON.stringify(config).replaceAll("<", "\\u003c")}</script>
<script src="/_admin/frame.js"></script>
</body>
</html>`;
}

function storefrontAddress(fake: Fake, shop: Shop): string {
  return fake.addresses.url.replace("localhost", `${storeName(shop)}.localhost`);
}

function appPart(fake: Fake, shop: Shop, store: string, source: string | null): string {
  const name = escapeHtml(fake.world.settings.appName);
  if (source === null) {
    const scopes = fake.world.settings.config.scopes.map(
      (scope) => `<li>${escapeHtml(scope.replaceAll("_", " "))}</li>`,
    );
    return `<section class="card"><h1>Install ${name}</h1><p>This app will be able to:</p><ul>${scopes.join("")}</ul>
<form method="post" action="${store}/_install"><button class="primary">Install</button></form></section>`;
  }
  return `<div class="title"><span class="app-name">${name}</span><span class="page-title"></span><span class="actions"></span></div>
<iframe name="app-iframe" title="${name}" src="${escapeHtml(source)}" allow="clipboard-write"></iframe>`;
}

function homePart(shop: Shop, store: string, appHandle: string, appName: string): string {
  const orders = Object.values(shop.orders);
  const newest = orders.slice(-8).reverse();
  const rows = newest.map((order) => {
    const customer = order.customerId === null ? undefined : shop.customers[order.customerId];
    const name =
      customer === undefined ? "Guest" : [customer.firstName, customer.lastName].filter(Boolean).join(" ");
    return `<tr><td>#${order.number}</td><td>${escapeHtml(name)}</td><td>${order.lines.length} items</td></tr>`;
  });
  return `<section class="card"><h1>${escapeHtml(shop.name)}</h1>
<p>${orders.length} orders · ${Object.keys(shop.customers).length} customers · ${Object.keys(shop.discounts).length} discounts</p>
<p><a href="${store}/apps/${appHandle}">Open ${escapeHtml(appName)}</a></p></section>
<section class="card"><h2>Newest orders</h2><table><tbody>${rows.join("")}</tbody></table></section>`;
}
