import { z } from "zod";
import type { HistoryFigures } from "#app/domain/history/history-figures.ts";
import type { PointsWorth } from "#app/domain/program/points-worth.ts";
import type { ShapeOf } from "../column-values.ts";

const worth = z.object({
  points: z.number(),
  valueMinor: z.number(),
} satisfies ShapeOf<PointsWorth>);

/** What booking would give, as it is stored with the import. */
export const storedFigures = z.object({
  orders: z.int(),
  firstOrderAt: z.int().nullable(),
  lastOrderAt: z.int().nullable(),
  people: z.int(),
  newMembers: z.int(),
  earned: z.int(),
  expired: z.int(),
  outstanding: z.int(),
  revenueMinor: z.int(),
  worth: worth.nullable(),
  tiers: z.array(z.object({ name: z.string().nullable(), people: z.int() })),
} satisfies ShapeOf<HistoryFigures>);
