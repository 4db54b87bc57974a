import { badRequest } from "./api-context.ts";

/** What a search can look at: a moment or number is compared, text must be equal (or a list hold it). */
export type Searchable<T> = Readonly<Record<string, (one: T) => number | string | readonly string[] | null>>;

interface Term {
  readonly field: string;
  readonly operator: ":" | ">" | ">=" | "<" | "<=";
  readonly value: string;
}

const TERM = /(\w+):(>=|<=|>|<)?(?:'([^']*)'|"([^"]*)"|(\S+))/y;

/** Shopify's search syntax as far as apps use it: `field:value` terms joined by AND or a space. */
export function search<T>(all: readonly T[], query: unknown, fields: Searchable<T>): readonly T[] {
  if (typeof query !== "string" || query.trim() === "") return all;
  const terms = parse(query);
  const unknown = terms.find((term) => fields[term.field] === undefined);
  // Shopify would ignore the term and give everything; here the mistake shall be seen.
  if (unknown !== undefined) throw badRequest(`The fake Shopify cannot search by ${unknown.field}`);
  return all.filter((one) => terms.every((term) => holds(fields[term.field]?.(one) ?? null, term)));
}

function parse(query: string): Term[] {
  const terms: Term[] = [];
  let position = 0;
  while (position < query.length) {
    const gap = /\s*(?:AND\b\s*)?/y;
    gap.lastIndex = position;
    position += gap.exec(query)?.[0].length ?? 0;
    if (position >= query.length) break;
    TERM.lastIndex = position;
    const match = TERM.exec(query);
    if (match === null)
      throw badRequest(`The fake Shopify cannot read the search "${query}" from "${query.slice(position)}"`);
    const [whole, field = "", operator, single, double, bare] = match;
    const value = single ?? double ?? bare ?? "";
    terms.push({ field, operator: (operator as Term["operator"] | undefined) ?? ":", value });
    position += whole.length;
  }
  return terms;
}

function holds(actual: number | string | readonly string[] | null, term: Term): boolean {
  if (actual === null) return false;
  if (typeof actual === "number") {
    const wanted = /^\d+$/.test(term.value) ? Number(term.value) : Date.parse(term.value);
    switch (term.operator) {
      case ":":
        return actual === wanted;
      case ">":
        return actual > wanted;
      case ">=":
        return actual >= wanted;
      case "<":
        return actual < wanted;
      case "<=":
        return actual <= wanted;
    }
  }
  const wanted = term.value.toLowerCase();
  if (typeof actual === "string") return actual.toLowerCase() === wanted;
  return actual.some((one) => one.toLowerCase() === wanted);
}
