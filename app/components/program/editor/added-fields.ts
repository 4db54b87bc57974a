import type { FieldSpec } from "../forms/field-spec.ts";
import { valueAt, type DocumentPlace } from "#app/domain/program/document/document-path.ts";

/** Fields that always stand, and of those that a merchant adds the ones that are there. */
export function shownFields(
  specs: readonly FieldSpec[],
  document: unknown,
  base: DocumentPlace,
): readonly FieldSpec[] {
  const holds = (at: readonly string[]) => valueAt(document, [...base, ...at]) !== undefined;
  return specs.filter((spec) => {
    if (spec.shownWith !== undefined) return holds(spec.shownWith);
    return spec.added !== true || holds(spec.at);
  });
}

/** What may still be added. */
export function missingFields(
  specs: readonly FieldSpec[],
  document: unknown,
  base: DocumentPlace,
): readonly FieldSpec[] {
  return specs.filter(
    (spec) => spec.added === true && valueAt(document, [...base, ...spec.at]) === undefined,
  );
}

/** What a field holds that was just added and is not filled in. */
export function beginningOf(spec: FieldSpec): unknown {
  switch (spec.type) {
    case "toggle":
      return true;
    case "list":
    case "resources":
    case "levels":
    case "rewards":
    case "segments":
    case "weekdays":
      return [];
    default:
      return "";
  }
}
