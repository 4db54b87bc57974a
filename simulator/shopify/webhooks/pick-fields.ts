import type { Wire } from "../bodies/wire.ts";

type WireObject = { readonly [key: string]: Wire };

function isObject(value: Wire): value is WireObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Keeps only the named fields, as `include_fields` does; "customer.id" reaches into objects and lists. */
export function pickFields(body: Wire, fields: readonly string[]): Wire {
  if (fields.length === 0) return body;
  return pick(
    body,
    fields.map((field) => field.split(".")),
  );
}

function pick(value: Wire, paths: readonly (readonly string[])[]): Wire {
  if (Array.isArray(value)) return value.map((one: Wire) => pick(one, paths));
  if (!isObject(value)) return value;
  const kept: [string, Wire][] = [];
  for (const [key, inner] of Object.entries(value)) {
    const deeper = paths.filter(([head]) => head === key).map((path) => path.slice(1));
    if (deeper.length === 0) continue;
    kept.push([key, deeper.some((path) => path.length === 0) ? inner : pick(inner, deeper)]);
  }
  return Object.fromEntries(kept);
}
