import { z } from "zod";
import { anyOf } from "../document/fields.ts";
import type { LineCondition } from "../conditions.ts";

/** What a line must be for a rule, a campaign or a fact to look at it. */
export const lineCondition = z
  .strictObject({
    products: anyOf.optional(),
    variants: anyOf.optional(),
    collections: anyOf.optional(),
    tags: anyOf.optional().meta({ description: "Upper and lower case are the same." }),
    vendors: anyOf.optional(),
    types: anyOf.optional(),
    get not() {
      return lineCondition.optional();
    },
  })
  .meta({
    id: "lineCondition",
    description: "A line matches when each list given holds any of its values and `not` does not match.",
  });

export type LineConditionDocument = z.output<typeof lineCondition>;

/** A condition as it is asked: its lists as sets, tags without case. */
export function compileLines(lines: LineConditionDocument): LineCondition {
  return {
    products: setOf(lines.products),
    variants: setOf(lines.variants),
    collections: setOf(lines.collections),
    tags: setOf(lines.tags?.map((tag) => tag.toLowerCase())),
    vendors: setOf(lines.vendors),
    types: setOf(lines.types),
    not: lines.not === undefined ? undefined : compileLines(lines.not),
  };
}

export function setOf(values: readonly string[] | undefined): ReadonlySet<string> | undefined {
  return values === undefined ? undefined : new Set(values);
}
