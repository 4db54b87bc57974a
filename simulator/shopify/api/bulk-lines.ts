type Line = Record<string, unknown>;

function isRecord(value: unknown): value is Line {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The nodes of a connection's result; null when it is none. */
function nodesOf(value: unknown): Line[] | null {
  if (!isRecord(value)) return null;
  const { edges, nodes } = value;
  if (Array.isArray(nodes)) return nodes.filter(isRecord);
  if (!Array.isArray(edges)) return null;
  return edges
    .filter(isRecord)
    .map((edge) => edge["node"])
    .filter(isRecord);
}

/**
 * A bulk query's result as JSONL: each node of a connection is a line of its own and names its parent
 * in `__parentId`. Grouped, children follow their parent; else all of one level come together.
 */
export function bulkLines(data: unknown, grouped: boolean): Line[] {
  const roots: Line[] = [];
  const children: Line[] = [];
  const emit = (node: Line, parentId: unknown, into: Line[]): void => {
    const line: Line = {};
    const nested: Line[] = [];
    into.push(line);
    for (const [key, value] of Object.entries(node)) {
      const inner = nodesOf(value);
      if (inner === null) line[key] = value;
      else nested.push(...inner);
    }
    if (parentId !== undefined) line["__parentId"] = parentId;
    for (const one of nested) emit(one, node["id"], grouped ? roots : children);
  };
  const walk = (value: unknown): void => {
    const nodes = nodesOf(value);
    if (nodes !== null) for (const node of nodes) emit(node, undefined, roots);
    else if (isRecord(value)) Object.values(value).forEach(walk);
  };
  walk(data);
  return [...roots, ...children];
}
