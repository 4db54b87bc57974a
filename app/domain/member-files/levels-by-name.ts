import type { Program } from "../program/program.ts";
import { tierKey } from "./read-member-row.ts";

/** The levels of a program by all that people call them: their ids, and their names in every language. */
export function levelsByName({ tiers }: Program): Record<string, string> {
  const names = new Map<string, string>();
  for (const { id, name } of tiers?.levels ?? []) {
    for (const text of [id, ...textsOf(name)]) {
      if (!names.has(tierKey(text))) names.set(tierKey(text), id);
    }
  }
  return Object.fromEntries(names);
}

/** Every text in a text that may be in several languages. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (value instanceof Map) return [...value.values()].flatMap(textsOf);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
