import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from "graphql";

/** Versions that answer; older ones fall forward to the oldest of these, as Shopify does. */
const SUPPORTED = ["2026-01", "2026-04", "2026-07", "2026-10", "unstable"] as const;

interface ScopeEntry {
  readonly type: "type" | "field";
  readonly typeName: string;
  readonly fieldName?: string;
  readonly requiredAccess: string;
  readonly offlineScopes: readonly string[];
}

export interface Access {
  /** One of these is enough; a write scope includes its read scope. */
  readonly scopes: readonly string[];
  readonly requiredAccess: string;
}

export interface ApiSchema {
  readonly version: string;
  readonly schema: GraphQLSchema;
  accessToField(typeName: string, fieldName: string): Access | null;
  accessToType(typeName: string): Access | null;
}

const loaded = new Map<string, ApiSchema>();

/** The version that would answer a request for this one; null when there never was such a version. */
export function servedVersion(asked: string): string | null {
  if (SUPPORTED.some((version) => version === asked)) return asked;
  if (!/^20\d\d-(01|04|07|10)$/.test(asked)) return null;
  return asked < SUPPORTED[0] ? SUPPORTED[0] : null;
}

/** Shopify's own introspection and access scopes, from its published package. */
export function loadApiSchema(version: string): ApiSchema {
  const known = loaded.get(version);
  if (known !== undefined) return known;
  const root = dirname(createRequire(import.meta.url).resolve("@shopify/ai-toolkit/package.json"));
  const file = join(root, "skills/shopify-admin/assets", `admin_${version}.json.br`);
  // The file is Shopify's; buildClientSchema refuses anything that is not an introspection.
  const content = JSON.parse(brotliDecompressSync(readFileSync(file)).toString("utf8")) as {
    data: IntrospectionQuery;
    offline_scopes: { items: readonly ScopeEntry[] };
  };
  const access = new Map<string, Access>();
  for (const item of content.offline_scopes.items) {
    if (item.offlineScopes.length === 0) continue;
    const key = item.type === "type" ? item.typeName : `${item.typeName}.${item.fieldName ?? ""}`;
    access.set(key, { scopes: item.offlineScopes, requiredAccess: item.requiredAccess });
  }
  const api: ApiSchema = {
    version,
    schema: buildClientSchema(content.data, { assumeValid: true }),
    accessToField: (typeName, fieldName) => access.get(`${typeName}.${fieldName}`) ?? null,
    // A connection or edge is as protected as what it leads to.
    accessToType: (typeName) =>
      access.get(typeName) ?? access.get(typeName.replace(/(Connection|Edge)$/, "")) ?? null,
  };
  loaded.set(version, api);
  return api;
}

export function isGranted(access: Access, scopes: ReadonlySet<string>): boolean {
  return access.scopes.some((scope) => scopes.has(scope) || scopes.has(scope.replace(/^read_/, "write_")));
}
