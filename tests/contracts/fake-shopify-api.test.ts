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

const CREATE = `mutation Create($basicCodeDiscount: DiscountCodeBasicInput!) {
  discountCodeBasicCreate(basicCodeDiscount: $basicCodeDiscount) {
    codeDiscountNode { id codeDiscount { ... on DiscountCodeBasic { title status codes(first: 2) { nodes { code } } } } }
    userErrors { field code message }
  }
}`;

function basic(code: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    basicCodeDiscount: {
      title: "Five off",
      code,
      startsAt: "2026-01-01T00:00:00Z",
      context: { all: "ALL" },
      customerGets: {
        value: { discountAmount: { amount: "5.00", appliesOnEachItem: false } },
        items: { all: true },
      },
      usageLimit: 1,
      ...more,
    },
  };
}

test("a field the real schema does not have is refused with the schema's own words", async () => {
  const { status, body } = await query("{ shop { id loyaltyPoints } }");
  expect(status).toBe(200);
  expect(body.errors[0].message).toContain('Cannot query field "loyaltyPoints" on type "Shop"');
  expect(body.data).toBeUndefined();
});

test("a document may be valid in one version and refused in another", async () => {
  const text = '{ bulkOperation(id: "gid://shopify/BulkOperation/1") { id } }';
  expect((await query(text, {}, { version: "2026-10" })).body.errors).toBeUndefined();
  expect((await query(text, {}, { version: "2031-10" })).status).toBe(404);
});

test("an unknown token is 401, an expired one too, and a stranger's shop is 404", async () => {
  expect((await query("{ shop { id } }", {}, { token: "shpat_nobody" })).status).toBe(401);
  const { access_token } = await fake.control.issueToken({ shop });
  await fake.control.expireTokens({ shop });
  expect((await query("{ shop { id } }", {}, { token: access_token })).status).toBe(401);
  const away = await post(
    "/admin/api/2026-10/graphql.json",
    {},
    { "x-forwarded-host": "nobody.myshopify.com" },
  );
  expect(away.status).toBe(404);
});

test("a field outside the granted scopes is denied and names the scope it needs", async () => {
  const { body } = await query(
    "{ shop { id } customers(first: 1) { nodes { id } } }",
    {},
    { scopes: ["read_orders"] },
  );
  expect(body.errors[0].extensions.code).toBe("ACCESS_DENIED");
  expect(body.errors[0].message).toContain("`read_customers` access scope");
  expect(body.errors[0].path).toEqual(["customers"]);
});

test("a write scope covers reading", async () => {
  const { body } = await query(
    "{ customers(first: 1) { nodes { id } } }",
    {},
    { scopes: ["write_customers"] },
  );
  expect(body.errors).toBeUndefined();
});

test("a discount code is created once; the second time it is TAKEN, whatever its case", async () => {
  const first = await query(CREATE, basic("REG-ONE"));
  expect(first.body.data.discountCodeBasicCreate.userErrors).toEqual([]);
  const node = first.body.data.discountCodeBasicCreate.codeDiscountNode;
  expect(node.codeDiscount.codes.nodes).toEqual([{ code: "REG-ONE" }]);
  const second = await query(CREATE, basic("reg-one"));
  expect(second.body.data.discountCodeBasicCreate.codeDiscountNode).toBeNull();
  expect(second.body.data.discountCodeBasicCreate.userErrors[0]).toEqual({
    field: ["basicCodeDiscount", "code"],
    code: "TAKEN",
    message: "Code must be unique. Please try a different code.",
  });
  const found = await query('{ codeDiscountNodeByCode(code: "REG-ONE") { id } }');
  expect(found.body.data.codeDiscountNodeByCode.id).toBe(node.id);
});

test("an input object with two alternatives of a oneOf is refused before anything happens", async () => {
  const both = basic("REG-BOTH", {
    context: { all: "ALL", customers: { add: ["gid://shopify/Customer/1"] } },
  });
  const { body } = await query(CREATE, both);
  expect(body.errors[0].message).toMatch(/DiscountContextInput/);
});

test("a discount for a customer who is gone is a user error", async () => {
  const gone = basic("REG-GONE", { context: { customers: { add: ["gid://shopify/Customer/1"] } } });
  const { body } = await query(CREATE, gone);
  expect(body.data.discountCodeBasicCreate.userErrors[0].code).toBe("INVALID");
});

test("codes added in bulk arrive after the answer, and taken ones fail alone", async () => {
  const created = await query(CREATE, basic("REG-BULK"));
  const { id } = created.body.data.discountCodeBasicCreate.codeDiscountNode;
  const added = await query(
    `mutation Add($id: ID!, $codes: [DiscountRedeemCodeInput!]!) {
      discountRedeemCodeBulkAdd(discountId: $id, codes: $codes) { bulkCreation { id done } userErrors { code } } }`,
    { id, codes: [{ code: "REG-B1" }, { code: "REG-ONE" }] },
  );
  const creation = added.body.data.discountRedeemCodeBulkAdd.bulkCreation;
  expect(creation.done).toBe(false);
  await fake.control.settle({});
  const after = await query(
    `query Look($id: ID!) { discountRedeemCodeBulkCreation(id: $id) { done importedCount failedCount
      codes(first: 5) { nodes { code discountRedeemCode { id } errors { code } } } } }`,
    { id: creation.id },
  );
  const { done, importedCount, failedCount, codes } = after.body.data.discountRedeemCodeBulkCreation;
  expect({ done, importedCount, failedCount }).toEqual({ done: true, importedCount: 1, failedCount: 1 });
  expect(codes.nodes[1].errors).toEqual([{ code: "TAKEN" }]);
});

test("more than 250 inputs at once are refused", async () => {
  const codes = Array.from({ length: 251 }, (_, index) => ({ code: `MANY-${index}` }));
  const { body } = await query(
    'mutation Add($codes: [DiscountRedeemCodeInput!]!) { discountRedeemCodeBulkAdd(discountId: "gid://shopify/DiscountCodeNode/1", codes: $codes) { userErrors { code } } }',
    { codes },
  );
  expect(body.errors[0].extensions.code).toBe("MAX_INPUT_SIZE_EXCEEDED");
});

test("what a query costs is told, and beyond the bucket it is THROTTLED with status 200", async () => {
  await fake.control.setPlan({ shop, bucket: 60, restorePerSecond: 1 });
  const text = "{ products(first: 50) { nodes { id } } }";
  const first = await query(text);
  expect(first.body.extensions.cost.requestedQueryCost).toBe(50);
  expect(first.body.extensions.cost.throttleStatus.maximumAvailable).toBe(60);
  const second = await query("{ products(first: 61) { nodes { id } } }");
  expect(second.status).toBe(200);
  expect(second.body.errors[0].extensions.code).toBe("THROTTLED");
  expect(second.body.extensions.cost.actualQueryCost).toBeNull();
  await fake.control.setPlan({ shop, bucket: 2_000, restorePerSecond: 100_000 });
});

test("a query dearer than 1,000 points is refused whatever the bucket holds", async () => {
  const { body } = await query(
    "{ orders(first: 100) { nodes { id lineItems(first: 20) { nodes { id } } } } }",
  );
  expect(body.errors[0].extensions.code).toBe("MAX_COST_EXCEEDED");
});

test("a field the fake has no answer for is an error, never an invented null", async () => {
  const { body } = await query("{ shop { id richTextEditorUrl } }");
  expect(body.errors[0].extensions.code).toBe("FAKE_DOES_NOT_KNOW");
});

test("app-owned metafields are typed, compared and all or nothing", async () => {
  const { customerId } = await fake.control.createCustomer({ shop, email: "meta@example.com" });
  const ownerId = `gid://shopify/Customer/${customerId}`;
  const set = `mutation Set($metafields: [MetafieldsSetInput!]!) {
    metafieldsSet(metafields: $metafields) { metafields { namespace value compareDigest } userErrors { code field } } }`;
  const one = (more: Record<string, unknown>): Record<string, unknown> => ({
    ownerId,
    namespace: "$app",
    key: "points",
    type: "number_integer",
    value: "320",
    ...more,
  });
  const wrong = await query(set, { metafields: [one({}), one({ key: "tier", value: "a lot" })] });
  expect(wrong.body.data.metafieldsSet.userErrors).toEqual([
    { code: "INVALID_VALUE", field: ["metafields", "1", "value"] },
  ]);
  expect((await fake.control.customer({ shop, customerId }))?.metafields).toEqual({});
  const right = await query(set, { metafields: [one({})] });
  expect(right.body.data.metafieldsSet.metafields[0].namespace).toMatch(/^app--\d+$/);
  expect((await fake.control.customer({ shop, customerId }))?.metafields).toEqual({ "$app.points": "320" });
  const stale = await query(set, { metafields: [one({ compareDigest: "old" })] });
  expect(stale.body.data.metafieldsSet.userErrors[0].code).toBe("STALE_OBJECT");
  const denied = await query(set, { metafields: [one({})] }, { scopes: ["read_customers"] });
  expect(denied.body.errors[0].extensions.code).toBe("ACCESS_DENIED");
});

test("store credit goes to the owner's account in one currency and adds up", async () => {
  const { customerId } = await fake.control.createCustomer({ shop, email: "credit@example.com" });
  const credit = `mutation Credit($id: ID!, $amount: Decimal!) { storeCreditAccountCredit(id: $id,
    creditInput: { creditAmount: { amount: $amount, currencyCode: EUR } }) {
    storeCreditAccountTransaction { amount { amount } balanceAfterTransaction { amount } } userErrors { code } } }`;
  await query(credit, { id: `gid://shopify/Customer/${customerId}`, amount: "5.00" });
  const second = await query(credit, { id: `gid://shopify/Customer/${customerId}`, amount: "2.50" });
  const { storeCreditAccountTransaction } = second.body.data.storeCreditAccountCredit;
  expect(storeCreditAccountTransaction.balanceAfterTransaction.amount).toBe("7.5");
  const none = await query(credit, { id: `gid://shopify/Customer/${customerId}`, amount: "0" });
  expect(none.body.data.storeCreditAccountCredit.userErrors[0].code).toBe("NEGATIVE_OR_ZERO_AMOUNT");
});
