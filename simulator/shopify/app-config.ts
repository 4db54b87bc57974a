import { existsSync, readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { z } from "zod";

const subscription = z.object({
  uri: z.string(),
  topics: z.array(z.string()).default([]),
  compliance_topics: z.array(z.string()).default([]),
  include_fields: z.array(z.string()).default([]),
  filter: z.string().optional(),
  name: z.string().optional(),
});

const definition = z.object({
  type: z.string(),
  name: z.string().optional(),
  description: z.string().optional(),
});

/** `[customer.metafields.app.points]`: the app's own definitions, by owner and key. */
const owned = z.object({ metafields: z.object({ app: z.record(z.string(), definition) }) });

const file = z.object({
  access_scopes: z
    .object({ scopes: z.string(), optional_scopes: z.array(z.string()).default([]) })
    .optional(),
  webhooks: z
    .object({ api_version: z.string(), subscriptions: z.array(subscription).default([]) })
    .optional(),
  app_proxy: z.object({ url: z.string(), subpath: z.string(), prefix: z.string() }).optional(),
  customer: owned.optional(),
  order: owned.optional(),
  product: owned.optional(),
  shop: owned.optional(),
});

export interface Subscription {
  readonly topics: readonly string[];
  readonly uri: string;
  readonly includeFields: readonly string[];
  readonly name: string | null;
}

export interface AppConfig {
  readonly scopes: readonly string[];
  readonly apiVersion: string;
  readonly subscriptions: readonly Subscription[];
  readonly proxy: { readonly url: string; readonly path: string };
  /** Definitions the app ships: owner type (CUSTOMER) and key to type. */
  readonly definitions: readonly {
    readonly ownerType: string;
    readonly key: string;
    readonly type: string;
    readonly name: string;
  }[];
}

const EVERY_TOPIC = [
  ...[
    "orders/create",
    "orders/paid",
    "orders/updated",
    "orders/cancelled",
    "orders/edited",
    "orders/fulfilled",
  ],
  ...["orders/partially_fulfilled", "orders/delete", "refunds/create"],
  ...["customers/create", "customers/update", "customers/delete", "customers/merge"],
  ...["discounts/delete", "discounts/update", "discounts/redeemcode_removed"],
  ...["app/uninstalled", "app/scopes_update", "bulk_operations/finish"],
  ...["customers/data_request", "customers/redact", "shop/redact"],
];

const WITHOUT_FILE: AppConfig = {
  scopes: [
    ...[
      "read_customers",
      "write_customers",
      "read_orders",
      "read_products",
      "read_discounts",
      "write_discounts",
    ],
    ...["read_customer_merge", "read_gift_cards", "write_gift_cards"],
    ...["read_store_credit_accounts", "write_store_credit_account_transactions"],
  ],
  apiVersion: "2026-10",
  subscriptions: [{ topics: EVERY_TOPIC, uri: "/webhooks", includeFields: [], name: null }],
  proxy: { url: "/storefront", path: "/apps/regulars" },
  definitions: [],
};

/** Reads what `shopify app deploy` would have told Shopify; a sensible app when there is no file. */
export function readAppConfig(path: string | undefined): AppConfig {
  if (path === undefined || !existsSync(path)) return WITHOUT_FILE;
  const toml = file.parse(parse(readFileSync(path, "utf8")));
  const filtered = toml.webhooks?.subscriptions.find((one) => one.filter !== undefined);
  if (filtered !== undefined) throw new Error("The fake does not evaluate webhook filters.");
  return {
    scopes:
      toml.access_scopes?.scopes
        .split(",")
        .map((scope) => scope.trim())
        .filter(Boolean) ?? WITHOUT_FILE.scopes,
    apiVersion: toml.webhooks?.api_version ?? WITHOUT_FILE.apiVersion,
    subscriptions:
      toml.webhooks?.subscriptions.map((one) => ({
        topics: [...one.topics, ...one.compliance_topics],
        uri: one.uri,
        includeFields: one.include_fields,
        name: one.name ?? null,
      })) ?? WITHOUT_FILE.subscriptions,
    proxy: toml.app_proxy === undefined ? WITHOUT_FILE.proxy : proxyOf(toml.app_proxy),
    definitions: (["customer", "order", "product", "shop"] as const).flatMap((owner) =>
      Object.entries(toml[owner]?.metafields.app ?? {}).map(([key, one]) => ({
        ownerType: owner.toUpperCase(),
        key,
        type: one.type,
        name: one.name ?? key,
      })),
    ),
  };
}

/** Only the path of the proxy's target counts: the host is where the app listens. */
function proxyOf(proxy: { url: string; subpath: string; prefix: string }): AppConfig["proxy"] {
  const url = proxy.url.startsWith("/") ? proxy.url : new URL(proxy.url).pathname;
  return { url: url.replace(/\/$/, ""), path: `/${proxy.prefix}/${proxy.subpath}` };
}
