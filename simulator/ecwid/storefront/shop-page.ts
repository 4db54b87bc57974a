import { readFileSync } from "node:fs";
import { z } from "zod";
import { escapeHtml } from "../../shop/web/escape-html.ts";
import { html, json, parseJson, type Answer, type Ask } from "../../shop/web/http.ts";
import { Refusal } from "../../shop/refusal.ts";
import { decimalsOf } from "../../shop/money.ts";
import { customerByEmail } from "../actions/customers.ts";
import { takenOff } from "../discounts/discount-asker.ts";
import { placeOrder } from "../actions/orders.ts";
import { controlInputs } from "../control-commands.ts";
import type { Fake } from "../fake.ts";
import type { Store } from "../records.ts";
import { amountOf } from "../wire.ts";

/** Where the app's own script lies, as Ecwid has it registered. */
const CUSTOM_JS = "/storefront/regulars-ecwid.js";
const LANGUAGES = ["en", "de", "fr", "es", "it", "nl"];

const checkout = z.object({
  email: z.string(),
  coupon: z.string().nullable(),
  acceptMarketing: z.boolean().default(false),
  items: z.array(z.object({ productId: z.int(), quantity: z.int().min(1) })).min(1),
});

/** The front of a store, as a site shows it; null where the address is none of it. */
export async function answerShop(fake: Fake, ask: Ask): Promise<Answer | null> {
  const path = ask.url.pathname;
  if (path === "/script.js") {
    const body = readFileSync(new URL("./ecwid-script.js", import.meta.url));
    return { status: 200, headers: { "content-type": "text/javascript; charset=utf-8" }, body };
  }
  const asked = /^\/shop\/(?<id>\d+)(?<rest>\/checkout)?$/.exec(path)?.groups;
  if (asked === undefined) return null;
  const store = fake.world.state.stores[asked["id"] ?? ""];
  if (store === undefined) return html(404, "<h1>There is no such shop</h1>");
  if (asked["rest"] !== undefined) return placeIt(fake, store, ask);
  return html(200, page(fake, store, ask.url.searchParams.get("lang") ?? store.language));
}

async function placeIt(fake: Fake, store: Store, ask: Ask): Promise<Answer> {
  const wish = checkout.safeParse(parseJson(ask.body));
  if (!wish.success) return json(400, { error: z.prettifyError(wish.error) });
  const { items, ...said } = wish.data;
  try {
    const lines = items.map(({ productId, quantity }) => ({
      variantId: variantOf(store, productId),
      quantity,
    }));
    const order = placeOrder(
      fake,
      controlInputs.placeOrder.parse({ store: store.id, ...said, lines }),
      await offByApp(fake, store, wish.data),
    );
    return json(200, order);
  } catch (error) {
    if (error instanceof Refusal) return json(409, { error: error.message });
    throw error;
  }
}

/** Ecwid's products are bought as they are; the neutral world sells variants. */
function variantOf(store: Store, productId: number): string {
  const variant = store.products[String(productId)]?.variants[0];
  if (variant === undefined) throw new Refusal(`There is no product ${productId}`);
  return variant.id;
}

/** What the app takes off this cart, in minor units. An address typed at the checkout is nobody's proof. */
async function offByApp(
  { discounts }: Fake,
  store: Store,
  { items, email }: z.output<typeof checkout>,
): Promise<number> {
  const lines = items.flatMap(({ productId, quantity }) => {
    const product = store.products[String(productId)];
    const priceMinor = product?.variants[0]?.priceMinor;
    return product === undefined || priceMinor === undefined
      ? []
      : [{ productId, name: product.title, priceMinor, quantity }];
  });
  const customer = customerByEmail(store, email);
  const customerId = customer === null ? null : Number(customer.id);
  const asked = { customerId, email, lines, lang: store.language };
  const told = await discounts.ask(store, { ...asked, couponMinor: 0, coupon: null, discountMinor: 0 });
  const priced = lines.map((line) => ({ ...line, totalMinor: line.priceMinor * line.quantity }));
  return takenOff(told, priced, (amount) => Math.round(amount * 10 ** decimalsOf(store.currency)));
}

function page(fake: Fake, store: Store, language: string): string {
  const { clientId } = fake.world.settings;
  const products = Object.values(store.products).map(({ id, title, variants: [variant] }) => ({
    id: Number(id),
    name: title,
    price: amountOf(variant?.priceMinor ?? 0, store.currency),
  }));
  const customers = Object.values(store.customers).map(({ id, email, name }) => ({
    id: Number(id),
    email,
    name,
  }));
  const config = {
    storeId: Number(store.id),
    currency: store.currency,
    lang: LANGUAGES.includes(language) ? language : "en",
    products,
    customers,
    configs: { [clientId]: store.storage["public"] ?? null },
  };
  const customJs = new URL(CUSTOM_JS, fake.world.appUrl);
  customJs.searchParams.set("client", clientId);
  return `<!doctype html>
<html lang="${escapeHtml(config.lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(store.name)}</title>
<link rel="icon" href="data:,">
<style>
body{margin:0;font:16px/1.5 Georgia,serif;color:#24303b;background:#fdfcf9}
header,main{max-width:52rem;margin:0 auto;padding:1rem}
header{display:flex;gap:1rem;align-items:center;border-bottom:1px solid #ddd;flex-wrap:wrap}
header strong{font-size:1.3rem;margin-inline-end:auto}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(11rem,1fr));gap:1rem}
.card{border:1px solid #e2ded4;border-radius:8px;padding:1rem;background:#fff;text-decoration:none;color:inherit}
button{font:inherit;padding:.5rem 1rem;border:0;border-radius:6px;background:#2f5d50;color:#fff}
input,select{font:inherit;padding:.4rem}
.regulars-page-points{color:#2f5d50}
</style>
</head>
<body>
<header><strong>${escapeHtml(store.name)}</strong><a href="#!/">Shop</a><a href="#!/~/cart">Cart</a>
<label>Signed in as <select id="who"><option value="">nobody</option></select></label></header>
<main id="store"></main>
<script id="store-data" type="application/json">${JSON.stringify(config).replaceAll("<", "\\u003c")}</script>
<script src="/script.js?${store.id}"></script>
<script src="${escapeHtml(customJs.href)}"></script>
</body>
</html>`;
}
