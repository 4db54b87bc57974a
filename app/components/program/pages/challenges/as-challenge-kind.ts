import { isRecord, valueAt } from "#app/domain/program/document/document-path.ts";
import type { FormVariant } from "../../forms/field-spec.ts";

const OF_EVERY_KIND: ReadonlySet<string> = new Set(["id", "name", "enabled", "badge", "member", "optIn"]);
/** What a kind begins with of these, all kinds that have them mean alike. */
const SHARED: readonly string[] = ["goal", "give", "repeat"];

/**
 * A challenge as another kind: who it is for stays, and so do the goal and the gift where both kinds have one. The
 * goods of a stamp card are those of the goal.
 */
export function asChallengeKind(entry: unknown, { begin, fields }: FormVariant): unknown {
  const had = isRecord(entry) ? entry : {};
  const asked = new Set(fields.map(({ at }) => at[0]));
  const kept = Object.entries(had).filter(
    ([key]) =>
      OF_EVERY_KIND.has(key) || (SHARED.includes(key) && (Object.hasOwn(begin, key) || asked.has(key))),
  );
  const challenge = { ...begin, ...Object.fromEntries(kept) };
  const lines = valueAt(had, ["lines"]) ?? valueAt(had, ["goal", "lines"]);
  if (lines === undefined) return challenge;
  if (!Object.hasOwn(challenge, "goal")) return { ...challenge, lines };
  return { ...challenge, goal: { ...recordOf(challenge, "goal"), lines } };
}

function recordOf(of: object, name: string): Readonly<Record<string, unknown>> {
  const found = valueAt(of, [name]);
  return isRecord(found) ? found : {};
}
