import { z } from "zod";
import type { TierStep } from "#app/domain/books/tier-state.ts";
import type { ShapeOf } from "../column-values.ts";

/** A level of a member's history, as it is stored. */
export const tierStep = z.object({
  levelId: z.string().nullable(),
  since: z.int(),
  publishedAs: z.int().exactOptional(),
} satisfies ShapeOf<TierStep>);
