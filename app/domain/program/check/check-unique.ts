import type { Complain } from "./check-amount.ts";
import type { DocumentPath } from "../document/describe-error.ts";

/** The ids of a list by their place in it, null for an entry that has none: no id stands there twice. */
export function checkUnique(ids: readonly (string | null)[], path: DocumentPath, complain: Complain): void {
  const seen = new Set<string>();
  for (const [index, id] of ids.entries()) {
    if (id === null) continue;
    if (seen.has(id)) complain([...path, index, "id"], "an id no other entry of this list has");
    seen.add(id);
  }
}
