import { goalOf } from "../../challenges/challenge.ts";
import type { OrderLine } from "../../event.ts";
import type { LineCondition } from "../../program/conditions.ts";
import type { Program } from "../../program/program.ts";

/** What a shop says of a product, where orders leave it out and conditions on lines may ask for it. */
export type ProductFacts = Pick<OrderLine, "tags" | "collections" | "vendor" | "kind">;

type Asked = "tags" | "collections" | "vendors" | "types";

const ASKED = ["tags", "collections", "vendors", "types"] as const;

/** A program is judged by many times and looked through once. */
const known = new WeakMap<Program, ReadonlySet<Asked>>();

/** What the rules, campaigns and challenges of a program ask of a line's product besides its number. */
export function askedOfProducts(program: Program): ReadonlySet<Asked> {
  const before = known.get(program);
  if (before !== undefined) return before;
  const asked = new Set<Asked>();
  for (const rule of program.rules) if (rule.enabled && "lines" in rule) collect(rule.lines, asked);
  for (const { lines } of program.campaigns) collect(lines, asked);
  for (const challenge of program.challenges) {
    if (!challenge.enabled) continue;
    const { count, lines } = goalOf(challenge);
    collect(lines, asked);
    if (count === "types") asked.add("types");
  }
  known.set(program, asked);
  return asked;
}

function collect(condition: LineCondition | null, asked: Set<Asked>): void {
  if (condition === null) return;
  for (const name of ASKED) if (condition[name] !== undefined) asked.add(name);
  collect(condition.not ?? null, asked);
}

/** Whether a line can be judged only once it is known what its product is. A line without a product never waits. */
export function needsProduct(program: Program, line: OrderLine): boolean {
  if (line.product === null) return false;
  const asked = askedOfProducts(program);
  return (
    (asked.has("tags") && line.tags.length === 0) ||
    (asked.has("collections") && line.collections.length === 0) ||
    (asked.has("vendors") && line.vendor === "") ||
    (asked.has("types") && line.kind === "")
  );
}

/** The line with what is known of its product. What the order says itself stands. */
export function withProduct(line: OrderLine, product: ProductFacts): OrderLine {
  return {
    ...line,
    tags: line.tags.length > 0 ? line.tags : product.tags,
    collections: line.collections.length > 0 ? line.collections : product.collections,
    vendor: line.vendor === "" ? product.vendor : line.vendor,
    kind: line.kind === "" ? product.kind : line.kind,
  };
}
