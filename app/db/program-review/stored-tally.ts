import { z } from "zod";
import type {
  AppliedTally,
  LosersTally,
  LosingMember,
  ReviewTally,
  SideTally,
} from "#app/domain/program-review/review-tally.ts";
import type { ShapeOf } from "../column-values.ts";

const count = z.int();
const counts = z.record(z.string(), count);

const side = z.object({
  earned: count,
  expired: count,
  outstanding: count,
  gifts: counts,
} satisfies ShapeOf<SideTally>);

const losing = z.object({
  memberId: z.string(),
  points: count,
  fromLevelId: z.string().nullable(),
  toLevelId: z.string().nullable(),
} satisfies ShapeOf<LosingMember>);

const losers = z.object({
  people: count,
  lowered: count,
  points: count,
  most: z.array(losing),
} satisfies ShapeOf<LosersTally>);

const applied = z.object({
  orders: count,
  exceptMinor: count,
  behind: counts,
} satisfies ShapeOf<AppliedTally>);

/** What a review has counted, as it is kept between two parts. */
export const storedTally = z.object({
  people: count,
  orders: count,
  salesMinor: count,
  goodsMinor: count,
  shippedOrders: count,
  shippingMinor: count,
  firstOrderAt: count.nullable(),
  lastOrderAt: count.nullable(),
  unknownOrders: count,
  before: side,
  after: side,
  // A dry run of an earlier release has not counted it.
  given: counts.default({}),
  moves: counts,
  losers,
  excluded: count,
  gaps: counts,
  reached: counts,
  peaks: counts,
  applied: z.record(z.string(), applied),
  together: counts,
} satisfies ShapeOf<ReviewTally>);
