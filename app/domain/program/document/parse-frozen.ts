import { parseProgram } from "./parse-program.ts";
import type { ParsedProgram } from "./parse-program.ts";

/** Fields whose texts people are shown. */
const SHOWN: ReadonlySet<string> = new Set(["name", "pointsName", "perks", "badge"]);

/**
 * Reads a document that was published once and is frozen. What was allowed in shown texts then (`<` and
 * `>`) and is refused today is read as the quotation marks that look like it: a rule of today must not cost
 * a shop its program of yesterday.
 */
export function parseFrozen(document: unknown): ParsedProgram {
  const parsed = parseProgram(document);
  return parsed.ok ? parsed : parseProgram(withoutMarkup(document, false));
}

function withoutMarkup(value: unknown, isShown: boolean): unknown {
  if (typeof value === "string") return isShown ? value.replaceAll("<", "‹").replaceAll(">", "›") : value;
  if (Array.isArray(value)) return value.map((entry) => withoutMarkup(entry, isShown));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, withoutMarkup(entry, isShown || SHOWN.has(key))]),
  );
}
