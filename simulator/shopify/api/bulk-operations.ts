import { randomUUID } from "node:crypto";
import {
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
  getNamedType,
  type DocumentNode,
} from "graphql";
import { wireTime } from "../bodies/wire.ts";
import type { BulkOperation } from "../../shop/records.ts";
import { gid } from "../world.ts";
import { text, time, type ApiContext, type Args, type View } from "./api-context.ts";
import { connection, sortedBy } from "./connection.ts";
import { bulkLines } from "./bulk-lines.ts";

const MOST_CONNECTIONS = 5;
const MOST_DEPTH = 2;
const MOST_AT_ONCE = 5;
/** So long the address of a result works, and so long the operation is known. */
export const RESULT_KEPT_MS = 7 * 86_400_000;

export const bulkQueryMutations = (context: ApiContext): Readonly<Record<string, (args: Args) => View>> => ({
  bulkOperationRunQuery: (args) => start(context, args),
  bulkOperationCancel: (args) => cancel(context, args),
});

function start(context: ApiContext, args: Args): View {
  const { shop, world } = context;
  const query = text(args, "query") ?? "";
  const refuse = (code: string, message: string): View => ({
    bulkOperation: null,
    userErrors: [{ field: ["query"], code, message }],
  });
  const running = Object.values(shop.bulkOperations).filter((one) => one.completedAt === null);
  if (running.length >= MOST_AT_ONCE) {
    return refuse("LIMIT_REACHED", "The limit of bulk query operations that run at the same time is reached");
  }
  const problem = whyNotBulk(context, query);
  if (problem !== null) return refuse("INVALID", problem);
  const operation: BulkOperation = {
    id: world.newId(),
    query,
    groupObjects: args["groupObjects"] === true,
    version: context.api.version,
    createdAt: world.now(),
    status: "CREATED",
    completedAt: null,
    errorCode: null,
    objectCount: 0,
    rootObjectCount: 0,
    jsonl: null,
  };
  shop.bulkOperations[operation.id] = operation;
  world.later(world.settings.asyncDelayMs, () => {
    if (operation.status === "CREATED") operation.status = "RUNNING";
    world.later(world.settings.asyncDelayMs, () => void complete(context, operation));
  });
  return { bulkOperation: bulkOperationView(context, operation), userErrors: [] };
}

function whyNotBulk(context: ApiContext, query: string): string | null {
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch (error) {
    return `Invalid bulk query: ${error instanceof Error ? error.message : String(error)}`;
  }
  const [first] = validate(context.api.schema, document);
  if (first !== undefined) return `Invalid bulk query: ${first.message}`;
  let connections = 0;
  let depth = 0;
  let deepest = 0;
  const types = new TypeInfo(context.api.schema);
  const isConnection = (): boolean => getNamedType(types.getType())?.name.endsWith("Connection") === true;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        enter: () => {
          if (!isConnection()) return;
          connections += 1;
          depth += 1;
          deepest = Math.max(deepest, depth);
        },
        leave: () => {
          if (isConnection()) depth -= 1;
        },
      },
    }),
  );
  if (connections === 0) return "Bulk queries must contain at least one connection.";
  if (connections > MOST_CONNECTIONS) return "Bulk queries cannot contain more than 5 connections.";
  // The outermost connection plus two nested levels.
  if (deepest > MOST_DEPTH + 1)
    return "Bulk queries cannot contain connections with a nesting depth greater than 2.";
  return null;
}

async function complete(context: ApiContext, operation: BulkOperation): Promise<void> {
  if (operation.status !== "RUNNING") return;
  const result = await context.readWhole(operation.query);
  const fails = operation.willFail === true;
  const denied = result.errors?.some((error) => error.extensions["code"] === "ACCESS_DENIED") === true;
  if (fails || result.errors !== undefined) {
    operation.status = "FAILED";
    operation.errorCode = denied ? "ACCESS_DENIED" : "INTERNAL_SERVER_ERROR";
  } else {
    const lines = bulkLines(result.data, operation.groupObjects);
    operation.jsonl = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
    operation.objectCount = lines.length;
    operation.rootObjectCount = lines.filter((line) => line["__parentId"] === undefined).length;
    operation.status = "COMPLETED";
  }
  announceEnd(context, operation);
}

function announceEnd({ shop, world, post }: ApiContext, operation: BulkOperation): void {
  operation.completedAt = world.now();
  world.changed();
  const body = {
    admin_graphql_api_id: gid("BulkOperation", operation.id),
    completed_at: wireTime(operation.completedAt, shop.timezone),
    created_at: wireTime(operation.createdAt, shop.timezone),
    error_code: operation.errorCode?.toLowerCase() ?? null,
    status: operation.status.toLowerCase(),
    type: "query",
  };
  post.announce(shop, { topic: "bulk_operations/finish", body, eventId: randomUUID(), at: world.now() });
}

function cancel(context: ApiContext, args: Args): View {
  const operation = Object.values(context.shop.bulkOperations).find(
    (one) => gid("BulkOperation", one.id) === args["id"],
  );
  if (operation === undefined) {
    return { bulkOperation: null, userErrors: [{ field: ["id"], message: "Bulk operation does not exist" }] };
  }
  const view = (): View => bulkOperationView(context, operation);
  if (operation.completedAt !== null) {
    const ended = operation.status.toLowerCase();
    const message = `A bulk operation cannot be canceled when it is ${ended}`;
    return { bulkOperation: view(), userErrors: [{ field: null, message }] };
  }
  if (operation.status !== "CANCELING") {
    operation.status = "CANCELING";
    context.world.later(context.world.settings.asyncDelayMs, () => {
      operation.status = "CANCELED";
      announceEnd(context, operation);
    });
  }
  return { bulkOperation: view(), userErrors: [] };
}

/** Results lie at Google's storage, as Shopify's do; the address works for seven days there. */
export function bulkOperationView(context: ApiContext, one: BulkOperation): View {
  const url = `https://storage.googleapis.com/shopify-tiers-assets-prod-us-east1/bulk-operation-outputs/${context.shop.domain}-${one.id}.jsonl`;
  return {
    __typename: "BulkOperation",
    id: gid("BulkOperation", one.id),
    status: one.status,
    type: "QUERY",
    query: one.query,
    errorCode: one.errorCode,
    createdAt: time(one.createdAt),
    completedAt: one.completedAt === null ? null : time(one.completedAt),
    objectCount: String(one.objectCount),
    rootObjectCount: String(one.rootObjectCount),
    fileSize: one.jsonl === null ? null : String(Buffer.byteLength(one.jsonl)),
    // Nothing found: there is no file at all.
    url: one.jsonl === null || one.jsonl === "" ? null : url,
    partialDataUrl: null,
  };
}

/** Shopify forgets an operation with its result. */
export function knownBulkOperations({ shop, world }: ApiContext): Readonly<Record<string, BulkOperation>> {
  const known = Object.entries(shop.bulkOperations).filter(
    ([, one]) => one.createdAt + RESULT_KEPT_MS > world.now(),
  );
  return Object.fromEntries(known);
}

export function bulkOperationsConnection(context: ApiContext, args: Args): View {
  const all = sortedBy(Object.values(context.shop.bulkOperations), (one) => one.createdAt);
  return connection(context, all, args, (one) => bulkOperationView(context, one));
}
