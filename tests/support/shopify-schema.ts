import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { brotliDecompressSync } from "node:zlib";
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from "graphql";

/** Which access a type or a field asks for, as Shopify publishes it beside the schema. */
export interface RequiredScopes {
  readonly typeName: string;
  readonly fieldName: string | null;
  readonly scopes: readonly string[];
}

export interface ShopifySchema {
  readonly schema: GraphQLSchema;
  readonly required: readonly RequiredScopes[];
}

interface Published {
  readonly data: IntrospectionQuery;
  readonly offline_scopes: {
    readonly items: readonly { typeName: string; fieldName?: string; offlineScopes: string[] }[];
  };
}

/** Shopify's own schema of the Admin API, from the package that carries it; nothing is fetched. */
export function readShopifySchema(version: string): ShopifySchema {
  const folder = createRequire(import.meta.url).resolve("@shopify/ai-toolkit/package.json");
  const file = new URL(`skills/shopify-admin/assets/admin_${version}.json.br`, `file://${folder}`);
  const published = JSON.parse(brotliDecompressSync(readFileSync(file)).toString("utf8")) as Published;
  return {
    schema: buildClientSchema(published.data),
    required: published.offline_scopes.items.map(({ typeName, fieldName, offlineScopes }) => ({
      typeName,
      fieldName: fieldName ?? null,
      scopes: offlineScopes,
    })),
  };
}
