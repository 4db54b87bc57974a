import {
  execute,
  getNamedType,
  GraphQLError,
  isAbstractType,
  isCompositeType,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
} from "graphql";
import { accessDenied, type ApiContext, type Args } from "./api-context.ts";
import { isGranted } from "./api-schema.ts";
import { mutationRoot, queryRoot } from "./query-root.ts";

function checkAccess(context: ApiContext, info: GraphQLResolveInfo): void {
  const { api, scopes } = context;
  const field = api.accessToField(info.parentType.name, info.fieldName);
  if (field !== null && !isGranted(field, scopes)) throw accessDenied(info.fieldName, field.requiredAccess);
  // What a mutation gives back was paid for by its own scope.
  if (info.parentType.name.endsWith("Payload")) return;
  const type = api.accessToType(getNamedType(info.returnType).name);
  if (type !== null && !isGranted(type, scopes)) throw accessDenied(info.fieldName, type.requiredAccess);
}

/** A node asked for by its id is as protected as when it is asked for by its own name. */
function checkNodes(context: ApiContext, info: GraphQLResolveInfo, value: unknown): void {
  if (!isAbstractType(getNamedType(info.returnType))) return;
  for (const one of Array.isArray(value) ? value : [value]) {
    const typeName: unknown = (one as { readonly __typename?: unknown } | null)?.__typename;
    const type = typeof typeName === "string" ? context.api.accessToType(typeName) : null;
    if (type !== null && !isGranted(type, context.scopes)) {
      throw accessDenied(info.fieldName, type.requiredAccess);
    }
  }
}

function countObjects(context: ApiContext, info: GraphQLResolveInfo, value: unknown): void {
  const type = getNamedType(info.returnType);
  if (value === null || !isCompositeType(type)) return;
  if (/(Connection|Edge|Payload)$/.test(type.name) || type.name === "PageInfo") return;
  context.objects += Array.isArray(value) ? value.length : 1;
}

const resolve: GraphQLFieldResolver<unknown, ApiContext> = (source, args: Args, context, info) => {
  checkAccess(context, info);
  const held = (source as Readonly<Record<string, unknown>>)[info.fieldName];
  const value: unknown = typeof held === "function" ? (held as (args: Args) => unknown)(args) : held;
  if (value === undefined) {
    // Better no answer than one the real API would not give.
    throw new GraphQLError(`The fake Shopify does not know ${info.parentType.name}.${info.fieldName}`, {
      extensions: { code: "FAKE_DOES_NOT_KNOW" },
    });
  }
  checkNodes(context, info, value);
  countObjects(context, info, value);
  return value;
};

/** Executes a validated document against the real schema and the fake's state. */
export async function runDocument(
  context: ApiContext,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  operationName: string | undefined,
): Promise<ExecutionResult> {
  const mutates = document.definitions.some(
    (one) => one.kind === Kind.OPERATION_DEFINITION && one.operation === OperationTypeNode.MUTATION,
  );
  return execute({
    schema: context.api.schema,
    document,
    rootValue: mutates ? mutationRoot(context) : queryRoot(context),
    contextValue: context,
    variableValues: variables,
    operationName,
    fieldResolver: resolve,
  });
}
