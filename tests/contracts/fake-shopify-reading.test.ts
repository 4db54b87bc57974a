import { afterAll, beforeAll, expect, test } from "vitest";
import type { FakeShopify } from "#simulator/shopify/fake-shopify.ts";
import { shop, startApiClient, type ApiClient } from "./fake-shopify-client.ts";

let fake: FakeShopify;
let query: ApiClient["query"];
let post: ApiClient["post"];

beforeAll(async () => {
  ({ fake, query, post } = await startApiClient());
});

afterAll(() => fake.close());

test("a bulk operation runs after the answer and leaves a file of lines with their parents", async () => {
  const placed = await fake.control.placeOrder({
    shop,
    lines: [
      { title: "Filter", price: "9.00" },
      { title: "Cup", price: "4.00" },
    ],
  });
  const started = await query(
    `mutation Run($query: String!) { bulkOperationRunQuery(query: $query, groupObjects: false) {
      bulkOperation { id status } userErrors { code message } } }`,
    { query: "{ orders { edges { node { id name lineItems { edges { node { id title } } } } } } }" },
  );
  expect(started.body.data.bulkOperationRunQuery.userErrors).toEqual([]);
  const { id } = started.body.data.bulkOperationRunQuery.bulkOperation;
  await expect
    .poll(async () => {
      const { body } = await query("query B($id: ID!) { bulkOperation(id: $id) { status } }", { id });
      return String(body.data.bulkOperation.status);
    })
    .toBe("COMPLETED");
  const done = await query(
    "query B($id: ID!) { bulkOperation(id: $id) { url objectCount rootObjectCount } }",
    { id },
  );
  const url = new URL(String(done.body.data.bulkOperation.url));
  const file = await fetch(`${fake.url}${url.pathname}`, { headers: { "x-forwarded-host": url.host } });
  const lines = (await file.text())
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, string>);
  expect(lines[0]).toEqual({ id: `gid://shopify/Order/${placed.orderId}`, name: placed.name });
  expect(lines.slice(1).map((line) => line["__parentId"])).toEqual([lines[0]?.["id"], lines[0]?.["id"]]);
});

test("orders are searched by when they changed and paged by cursor", async () => {
  const since = Date.UTC(2026, 0, 1);
  const at = [since + 1_000, since + 2_000, since + 3_000];
  const ask = `query Changed($query: String, $after: String) { orders(first: 2, after: $after, query: $query, sortKey: UPDATED_AT) {
    nodes { updatedAt } pageInfo { hasNextPage endCursor } } }`;
  const scopes = ["read_orders", "read_all_orders"];
  const other = "history.myshopify.com";
  await fake.control.createShop({ domain: other, name: "History" });
  for (const when of at)
    await fake.control.placeOrder({ shop: other, at: when, lines: [{ title: "Old", price: "1.00" }] });
  const { access_token } = await fake.control.issueToken({ shop: other, scopes });
  const headers = { "x-forwarded-host": other, "x-shopify-access-token": access_token };
  const variables = { query: `updated_at:>='${new Date(since + 2_000).toISOString()}'` };
  const page = await post("/admin/api/2026-10/graphql.json", { query: ask, variables }, headers);
  expect(page.body.data.orders.nodes).toEqual([
    { updatedAt: "2026-01-01T00:00:02Z" },
    { updatedAt: "2026-01-01T00:00:03Z" },
  ]);
  const first = await post("/admin/api/2026-10/graphql.json", { query: ask, variables: {} }, headers);
  const { endCursor, hasNextPage } = first.body.data.orders.pageInfo;
  expect(hasNextPage).toBe(true);
  const rest = await post(
    "/admin/api/2026-10/graphql.json",
    { query: ask, variables: { after: endCursor } },
    headers,
  );
  expect(rest.body.data.orders.nodes).toEqual([{ updatedAt: "2026-01-01T00:00:03Z" }]);
});

test("without read_all_orders an order older than sixty days is not seen", async () => {
  const other = "old.myshopify.com";
  await fake.control.createShop({ domain: other, name: "Old" });
  await fake.control.placeOrder({
    shop: other,
    at: Date.now() - 61 * 86_400_000,
    lines: [{ title: "Old", price: "1.00" }],
  });
  const { access_token } = await fake.control.issueToken({ shop: other, scopes: ["read_orders"] });
  const headers = { "x-forwarded-host": other, "x-shopify-access-token": access_token };
  const { body } = await post(
    "/admin/api/2026-10/graphql.json",
    { query: "{ orders(first: 5) { nodes { id } } }" },
    headers,
  );
  expect(body.data.orders.nodes).toEqual([]);
});
