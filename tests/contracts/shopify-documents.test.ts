import { readFileSync } from "node:fs";
import { parse, TypeInfo, validate, visit, visitWithTypeInfo, type DocumentNode } from "graphql";
import { parse as parseToml } from "smol-toml";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { API_VERSION } from "#app/platforms/shopify/api-version.ts";
import type { Document } from "#app/platforms/shopify/documents/define-document.ts";
import * as customers from "#app/platforms/shopify/documents/customers.ts";
import * as discounts from "#app/platforms/shopify/documents/discounts.ts";
import * as flow from "#app/platforms/shopify/documents/flow.ts";
import * as members from "#app/platforms/shopify/documents/members.ts";
import * as moneyRewards from "#app/platforms/shopify/documents/money-rewards.ts";
import * as perks from "#app/platforms/shopify/documents/perks.ts";
import * as program from "#app/platforms/shopify/documents/program.ts";
import * as reading from "#app/platforms/shopify/documents/reading.ts";
import { parseBody } from "#app/platforms/parse-body.ts";
import { SCOPES } from "#app/platforms/shopify/auth/scopes.ts";
import { COMPLIANCE_TOPICS, SUBSCRIBED_TOPICS } from "#app/platforms/shopify/orders/topics.ts";
import { translateShopify } from "#app/platforms/shopify/orders/translate.ts";
import { readShopifySchema, type ShopifySchema } from "#tests/support/shopify-schema.ts";

const VERSIONS = ["2026-10", "2026-07"] as const;
const schemas = new Map(VERSIONS.map((version) => [version, readShopifySchema(version)]));

const exported: [string, unknown][] = [
  customers,
  discounts,
  flow,
  members,
  moneyRewards,
  perks,
  program,
  reading,
].flatMap((file) => Object.entries(file));
const documents = exported.filter((entry): entry is [string, Document<unknown>] => isDocument(entry[1]));
const texts: [string, string][] = [
  ...documents.map(([name, document]): [string, string] => [name, document.text]),
  ["ORDERS_IN_BULK", reading.ordersInBulk(null)],
];

function isDocument(value: unknown): value is Document<unknown> {
  return typeof value === "object" && value !== null && "text" in value && "answer" in value;
}

function schemaOf(version: (typeof VERSIONS)[number]): ShopifySchema {
  const schema = schemas.get(version);
  if (schema === undefined) throw new Error(`no schema of ${version}`);
  return schema;
}

describe.each(VERSIONS)("against Shopify's Admin API %s", (version) => {
  it.each(texts)("%s is valid", (_, text) => {
    expect(validate(schemaOf(version).schema, parse(text)).map((error) => error.message)).toEqual([]);
  });
});

it("a document that Shopify does not know is refused by this check", () => {
  const wrong = parse("mutation { discountCodeBasicCreate(basicCodeDiscount: { colour: 1 }) { id } }");
  expect(validate(schemaOf("2026-10").schema, wrong).length).toBeGreaterThan(0);
});

describe("shopify.app.toml", () => {
  const toml = z
    .object({
      access_scopes: z.object({ scopes: z.string(), optional_scopes: z.array(z.string()) }),
      webhooks: z.object({
        api_version: z.string(),
        subscriptions: z.array(
          z.object({
            uri: z.string(),
            topics: z.array(z.string()).default([]),
            compliance_topics: z.array(z.string()).default([]),
            include_fields: z.array(z.string()).optional(),
          }),
        ),
      }),
    })
    .parse(parseToml(readFileSync("shopify.app.toml", "utf8")));

  it("asks besides for older orders only, where the merchant wants them", () => {
    expect(toml.access_scopes.optional_scopes).toEqual(["read_all_orders"]);
  });

  it("asks for exactly the scopes that the documents and topics need", () => {
    const asked = toml.access_scopes.scopes.split(",").sort();
    expect(asked).toEqual([...SCOPES].sort());
    expect(asked).toEqual(neededScopes());
  });

  it("speaks the same version as the client", () => {
    expect(toml.webhooks.api_version).toBe(API_VERSION);
    expect(VERSIONS[0]).toBe(API_VERSION);
  });

  /** A consent has its own instant in it. */
  const CHANGES_EVERY_TIME = new Set(["updated_at", "email_marketing_consent", "sms_marketing_consent"]);
  const narrowed = toml.webhooks.subscriptions.flatMap(({ topics, include_fields: fields }) =>
    fields === undefined ? [] : topics.map((topic): [string, string[]] => [topic, fields]),
  );

  it.each(narrowed)(
    "has %s send all that is read of it, and the field that changes every time",
    (topic, fields) => {
      expect(fields.filter((field) => CHANGES_EVERY_TIME.has(field))).not.toEqual([]);
      const sample = readFileSync(`tests/fixtures/payloads/shopify/${topic.replace("/", "_")}.json`, "utf8");
      const whole = z.record(z.string(), z.unknown()).parse(parseBody(sample));
      const sent = Object.fromEntries(Object.entries(whole).filter(([name]) => fields.includes(name)));
      expect(Object.keys(sent).length).toBeLessThan(Object.keys(whole).length);
      const context = { currency: "USD", timezone: "UTC", at: 0 };
      expect(translateShopify(topic, JSON.stringify(sent), context)).toEqual(
        translateShopify(topic, sample, context),
      );
    },
  );

  it("subscribes to exactly the topics that are translated", () => {
    const topics = toml.webhooks.subscriptions.flatMap((subscription) => subscription.topics);
    expect(topics.sort()).toEqual([...SUBSCRIBED_TOPICS].sort());
    const compliance = toml.webhooks.subscriptions.flatMap((subscription) => subscription.compliance_topics);
    expect(compliance.sort()).toEqual([...COMPLIANCE_TOPICS].sort());
  });
});

/** Scopes that no row of the schema names: they depend on the owner, or come with a topic. */
const BESIDE_THE_SCHEMA = {
  "metafields and tags of customers": "write_customers",
  "orders/* and refunds/create": "read_orders",
  "customers/create, update, delete": "read_customers",
  "customers/merge": "read_customer_merge",
};

function neededScopes(): string[] {
  const needed = new Set<string>(Object.values(BESIDE_THE_SCHEMA));
  for (const [, text] of texts) {
    for (const scope of scopesOf(parse(text), schemaOf("2026-10"))) needed.add(scope);
  }
  // Leave to write includes leave to read.
  return [...needed]
    .filter((scope) => !needed.has(scope.replace(/^read_/, "write_")) || scope.startsWith("write_"))
    .sort();
}

function scopesOf(document: DocumentNode, { schema, required }: ShopifySchema): Set<string> {
  const scopes = new Set<string>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field: (field) => {
        const parent = info.getParentType()?.name;
        const type = String(info.getType()).replaceAll(/[[\]!]/g, "");
        for (const row of required) {
          const named = row.typeName === parent && row.fieldName === field.name.value;
          if (!named && !(row.typeName === type && row.fieldName === null)) continue;
          // One of several is enough where Shopify lists alternatives; the first is the common one.
          const [first] = row.scopes;
          if (first !== undefined) scopes.add(first);
        }
      },
    }),
  );
  return scopes;
}
