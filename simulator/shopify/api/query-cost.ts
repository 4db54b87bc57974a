import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

const MUTATION_POINTS = 10;

interface Walk {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Shopify's documented cost: a scalar 0, an object 1, a mutation 10, a connection as many times its
 * node as `first` or `last` asks for. Of alternatives of a union the dearest counts.
 */
export function requestedCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions)
    if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  if (operation.operation === OperationTypeNode.MUTATION)
    return MUTATION_POINTS * operation.selectionSet.selections.length;
  const root = schema.getQueryType();
  return root ? costOf({ schema, fragments, variables }, operation.selectionSet, root) : 0;
}

function costOf(walk: Walk, set: SelectionSetNode, parent: GraphQLCompositeType): number {
  let plain = 0;
  let dearest = 0;
  for (const selection of set.selections) {
    switch (selection.kind) {
      case Kind.FIELD:
        plain += costOfField(walk, selection, parent);
        break;
      case Kind.INLINE_FRAGMENT:
      case Kind.FRAGMENT_SPREAD: {
        const fragment =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : walk.fragments.get(selection.name.value);
        if (fragment === undefined) break;
        const type = fragment.typeCondition ? walk.schema.getType(fragment.typeCondition.name.value) : parent;
        const cost =
          type !== undefined && isCompositeType(type) ? costOf(walk, fragment.selectionSet, type) : 0;
        if (type === parent) plain += cost;
        else dearest = Math.max(dearest, cost);
        break;
      }
    }
  }
  return plain + dearest;
}

function costOfField(walk: Walk, field: FieldNode, parent: GraphQLCompositeType): number {
  const fields = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields() : {};
  const definition = fields[field.name.value];
  const set = field.selectionSet;
  if (definition === undefined || set === undefined) return 0;
  const type = getNamedType(definition.type);
  if (!isCompositeType(type)) return 0;
  const inner = costOf(walk, set, type);
  if (type.name.endsWith("Connection")) return inner * pageSize(walk, field);
  // Edges and page info are scaffolding of the connection, not objects of their own.
  if (type.name.endsWith("Edge") || type.name === "PageInfo") return inner;
  const size = definition.args.some((one) => one.name === "first") ? pageSize(walk, field) : 1;
  return size * (inner + 1);
}

function pageSize(walk: Walk, field: FieldNode): number {
  for (const argument of field.arguments ?? []) {
    if (argument.name.value !== "first" && argument.name.value !== "last") continue;
    if (argument.value.kind === Kind.INT) return Number(argument.value.value);
    const value = argument.value.kind === Kind.VARIABLE ? walk.variables[argument.value.name.value] : null;
    if (typeof value === "number") return value;
  }
  return 1;
}
