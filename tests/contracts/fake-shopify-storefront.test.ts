import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { FakeShopify } from "#simulator/shopify/fake-shopify.ts";
import { startFakeShopify } from "#simulator/shopify/start-fake-shopify.ts";

const shop = "beans.myshopify.com";

const HELLO = `{%- assign face = app.metafields.regulars.program.value -%}
<p data-hello>{{ 'hello' | t: name: customer.first_name }}</p>
<p data-points>{{ 'points' | t: count: customer.metafields['$app'].points.value }}</p>
<p data-state>{{ customer.metafields['$app'].member_state.value.tierName }} {{ face.name }}</p>
{% render 'money', minor: 1250 %}
{% schema %}{ "name": "Hello", "target": "section", "stylesheet": "hello.css",
  "enabled_on": { "templates": ["customers/account"] }, "settings": [] }{% endschema %}`;
const LAUNCHER = `<p data-launcher="{{ block.settings.side }}">{{ request.page_type }} {{ routes.cart_url }}</p>
{% schema %}{ "name": "Launcher", "target": "body", "settings": [{ "type": "select", "id": "side", "default": "right" }] }{% endschema %}`;
const POINTS = `<p data-price>{{ block.settings.product.price | money }} {{ block.settings.product.gift_card? }}</p>
{% schema %}{ "name": "Points", "target": "section", "enabled_on": { "templates": ["product"] },
  "settings": [{ "type": "product", "id": "product", "autofill": true }] }{% endschema %}`;

let folder: string;
let app: Server;
let asked: string[];
let fake: FakeShopify;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fake-theme-"));
  const files: Record<string, string> = {
    "blocks/tier-progress.liquid": HELLO,
    "blocks/launcher.liquid": LAUNCHER,
    "blocks/product-points.liquid": POINTS,
    "snippets/money.liquid":
      "<p data-money>{{ minor | money_without_trailing_zeros }} {{ shop.currency }}</p>",
    "locales/en.default.json": JSON.stringify({
      hello: "Hi {{ name }}",
      points: { one: "{{ count }} bean", other: "{{ count }} beans" },
    }),
    "locales/de.json": JSON.stringify({ hello: "Hallo {{ name }}" }),
    "assets/hello.css": "p { color: red }",
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, path, ".."), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  asked = [];
  app = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.end("{}");
  });
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  fake = await startFakeShopify({
    apiKey: "key",
    apiSecret: "secret",
    appUrl: `http://127.0.0.1:${(app.address() as AddressInfo).port}`,
    tunnelPort: null,
    extension: folder,
    shops: [{ domain: shop, name: "Beans" }],
  });
  await fake.control.createProduct({ shop, title: "Espresso", price: "12.50" });
});

afterEach(async () => {
  await fake.close();
  await new Promise((resolve) => app.close(resolve));
  await rm(folder, { recursive: true });
});

/** A browser without a face: keeps its cookies, one jar for every port, and follows to the next page. */
class Shopper {
  readonly #jar = new Map<string, string>();

  async go(path: string, form?: Record<string, string>, at = fake): Promise<string> {
    const response = await fetch(at.url + path, {
      method: form === undefined ? "GET" : "POST",
      headers: { cookie: [...this.#jar].map((pair) => pair.join("=")).join("; ") },
      redirect: "manual",
      ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
    });
    const [name, value] = response.headers.get("set-cookie")?.split(";")[0]?.split("=") ?? [];
    if (name !== undefined && value !== undefined) this.#jar.set(name, value);
    const next = response.headers.get("location");
    return next === null ? response.text() : this.go(next, undefined, at);
  }
}

test("two shop fronts at two ports keep their shoppers apart in one browser", async () => {
  const other = await startFakeShopify({
    apiKey: "key",
    apiSecret: "secret",
    appUrl: "http://127.0.0.1:1",
    tunnelPort: null,
    shops: [{ domain: shop, name: "Beans" }],
  });
  try {
    const { customerId } = await fake.control.createCustomer({
      shop,
      email: "a@b.example",
      firstName: "Anna",
    });
    const shopper = new Shopper();
    expect(await shopper.go("/account/login", { customer: customerId })).toContain("Hello, Anna");
    expect(await shopper.go("/account", undefined, other)).toContain("Sign in");
    expect(await shopper.go("/account")).toContain("Hello, Anna");
  } finally {
    await other.close();
  }
});

async function setMetafields(metafields: readonly Record<string, string>[]): Promise<void> {
  const { access_token } = await fake.control.issueToken({ shop });
  const query = `mutation Set($metafields: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $metafields) { userErrors { message } } }`;
  const response = await fetch(`${fake.url}/admin/api/2026-10/graphql.json`, {
    method: "POST",
    headers: { "x-forwarded-host": shop, "x-shopify-access-token": access_token },
    body: JSON.stringify({ query, variables: { metafields } }),
  });
  expect(await response.json()).toMatchObject({ data: { metafieldsSet: { userErrors: [] } } });
}

async function installationId(): Promise<string> {
  const { access_token } = await fake.control.issueToken({ shop });
  const response = await fetch(`${fake.url}/admin/api/2026-10/graphql.json`, {
    method: "POST",
    headers: { "x-forwarded-host": shop, "x-shopify-access-token": access_token },
    body: JSON.stringify({ query: "{ currentAppInstallation { id } }" }),
  });
  const answer = (await response.json()) as { data: { currentAppInstallation: { id: string } } };
  return answer.data.currentAppInstallation.id;
}

test("blocks are rendered with the member's and the app's metafields, in the shopper's language", async () => {
  const { customerId } = await fake.control.createCustomer({
    shop,
    firstName: "A<b>",
    email: "a@example.com",
  });
  const ownerId = `gid://shopify/Customer/${customerId}`;
  await setMetafields([
    { ownerId, namespace: "$app", key: "points", type: "number_integer", value: "1" },
    { ownerId, namespace: "$app", key: "member_state", type: "json", value: '{"tierName":"Silver"}' },
    {
      ownerId: await installationId(),
      namespace: "regulars",
      key: "program",
      type: "json",
      value: '{"name":"Club"}',
    },
  ]);
  const shopper = new Shopper();
  const account = await shopper.go("/account/login", { customer: customerId });
  expect(account).toContain("<p data-hello>Hi A&lt;b&gt;</p>");
  expect(account).toContain("<p data-points>1 bean</p>");
  expect(account).toContain("<p data-state>Silver Club</p>");
  expect(account).toContain("<p data-money>€12.50 EUR</p>");
  expect(account).toContain('href="/_extension/assets/hello.css"');
  expect(account).toContain('<p data-launcher="right">customers/account /cart</p>');
  const german = await shopper.go("/localization", { locale_code: "de", return_to: "/account" });
  expect(german).toContain("Hallo A&lt;b&gt;");
  expect(german).toContain("<p data-points>1 bean</p>");
});

test("a block appears only on the templates it is enabled on, and its product setting fills itself", async () => {
  const shopper = new Shopper();
  expect(await shopper.go("/")).not.toContain("data-price");
  expect(await shopper.go("/products/espresso")).toContain("<p data-price>€12.50 false</p>");
  expect(await shopper.go("/checkout")).not.toContain("data-launcher");
});

test("an extension of an app that was uninstalled is gone from the theme", async () => {
  await fake.control.uninstallApp({ shop, deliver: false });
  expect(await new Shopper().go("/")).not.toContain("data-launcher");
});

test("a shopper signs up, puts something in the cart, checks out, and the order is paid", async () => {
  const shopper = new Shopper();
  await shopper.go("/account/register", { first_name: "Nora", last_name: "Berg", email: "nora@example.com" });
  const { products } = await fake.control.shopState({ shop });
  await shopper.go("/cart/add", { id: products[0]?.variantIds[0] ?? "", quantity: "2" });
  expect(await shopper.go("/cart.json")).toContain('"total_price":2500');
  const thanks = await shopper.go("/checkout", {});
  expect(thanks).toContain("#1001");
  expect(thanks).toContain("€29.90");
  const topics = (await fake.control.deliveries({ shop })).map((one) => one.topic);
  expect(topics).toEqual(["customers/create", "orders/create", "orders/paid", "orders/updated"]);
});

test("a code from the discount link is refused in words when it does not exist", async () => {
  const shopper = new Shopper();
  const { products } = await fake.control.shopState({ shop });
  await shopper.go("/cart/add", { id: products[0]?.variantIds[0] ?? "" });
  await shopper.go("/discount/NOBODY");
  expect(await shopper.go("/cart")).toContain("Enter a valid discount code (NOBODY)");
  expect(await shopper.go("/discount/NOBODY?redirect=//evil.example")).toContain(
    "<title>Shop · Beans</title>",
  );
});

test("a refund in the demo's order list touches only the shopper's own orders", async () => {
  const { customerId } = await fake.control.createCustomer({ shop, email: "own@example.com" });
  const line = { title: "Cup", price: "9.00" };
  const own = await fake.control.placeOrder({ shop, customerId, lines: [line] });
  const foreign = await fake.control.placeOrder({ shop, lines: [line] });
  const shopper = new Shopper();
  await shopper.go("/account/login", { customer: customerId });
  await shopper.go(`/account/orders/${foreign.orderId}`, { deed: "refund_all" });
  await shopper.go(`/account/orders/${own.orderId}`, { deed: "refund_all" });
  expect((await fake.control.order({ shop, orderId: foreign.orderId }))?.financialStatus).toBe("paid");
  expect((await fake.control.order({ shop, orderId: own.orderId }))?.financialStatus).toBe("refunded");
});

test("the app proxy names the signed-in shopper, and nobody once signed out", async () => {
  const { customerId } = await fake.control.createCustomer({ shop, email: "in@example.com", deliver: false });
  const shopper = new Shopper();
  await shopper.go("/account/login", { customer: customerId });
  await shopper.go("/apps/regulars/state");
  await shopper.go("/account/logout", {});
  await shopper.go("/apps/regulars/state");
  const names = asked.map((path) => new URL(path, fake.url).searchParams.get("logged_in_customer_id"));
  expect(names).toEqual([customerId, ""]);
});
