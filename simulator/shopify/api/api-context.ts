import { GraphQLError, type ExecutionResult } from "graphql";
import type { Stage } from "../actions/announce.ts";
import type { Customer, Order, Shop } from "../../shop/records.ts";
import type { ApiSchema } from "./api-schema.ts";

/** What resolvers know of the request they answer. */
export interface ApiContext extends Stage {
  readonly shop: Shop;
  readonly api: ApiSchema;
  readonly scopes: ReadonlySet<string>;
  /** A bulk operation reads whole connections and ignores `first`. */
  readonly bulk: boolean;
  /** Runs a bulk operation's query over whole connections, with this request's rights. */
  readonly readWhole: (query: string) => Promise<ExecutionResult>;
  /** What refunds, orders and accounts belong to: their views are asked for here, so that none needs the other's file. */
  readonly owners: {
    readonly customer: (context: ApiContext, one: Customer) => View;
    readonly order: (context: ApiContext, one: Order) => View;
  };
  /** Objects given out so far: the actual cost. */
  objects: number;
}

export type Args = Readonly<Record<string, unknown>>;
/** An object of the API: plain values, or functions that are asked with the field's arguments. */
export type View = Readonly<Record<string, unknown>>;

export function accessDenied(fieldName: string, requiredAccess: string): GraphQLError {
  const required = requiredAccess === "" ? "" : ` Required access: ${requiredAccess}`;
  return new GraphQLError(`Access denied for ${fieldName} field.${required}`, {
    extensions: {
      code: "ACCESS_DENIED",
      documentation: "https://shopify.dev/api/usage/access-scopes",
      requiredAccess,
    },
  });
}

/** Scopes that depend on the object asked for (metafields, tags) and are in no schema file. */
export function requireScope(context: ApiContext, fieldName: string, scope: string): void {
  if (context.scopes.has(scope)) return;
  throw accessDenied(fieldName, `\`${scope}\` access scope.`);
}

export function badRequest(message: string, code = "BAD_REQUEST"): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

export function text(args: Args, name: string): string | null {
  const value = args[name];
  return typeof value === "string" ? value : null;
}

export function time(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, "Z");
}
