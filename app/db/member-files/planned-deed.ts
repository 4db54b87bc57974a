import { z } from "zod";
import type { BulkDeed } from "#app/domain/members/bulk/bulk-deed.ts";
import type { ShapeOf } from "../column-values.ts";
import { MEMBER_STATUSES, type MemberFilter } from "../members/member-filter.ts";

const text = z.string().nullable();
const number = z.int().nullable();

const storedFilter = z.object({
  search: text,
  status: z.enum(MEMBER_STATUSES).nullable(),
  tier: text,
  pointsFrom: number,
  pointsTo: number,
  inDebt: z.boolean(),
  neverOrdered: z.boolean(),
  orderedFrom: number,
  orderedBefore: number,
  spentFromMinor: number,
  spentToMinor: number,
  tag: text,
  segment: text.default(null),
  joinedFrom: number,
  joinedBefore: number,
  memberIds: z.array(z.string()).readonly().nullable(),
} satisfies ShapeOf<MemberFilter>);

const reason = z.string();

const bulkDeed = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("points"), points: z.int(), reason }),
  z.object({ kind: z.literal("tier"), levelId: z.string(), lockedUntil: number, reason }),
  z.object({ kind: z.literal("exclusion"), excluded: z.boolean(), reason }),
  z.object({ kind: z.literal("tag"), tag: z.string(), isTagged: z.boolean(), reason }),
  z.object({ kind: z.literal("reward"), rewardId: z.string(), reason }),
]) satisfies z.ZodType<BulkDeed>;

/**
 * A deed for many and for whom: all that a filter finds. Whom it concerns is a line each once
 * they are counted; then the question is dropped, for what was searched for is a person's name more often than not.
 */
export const plannedDeed = z.object({
  deed: bulkDeed,
  whom: storedFilter.nullable(),
});
export type PlannedDeed = z.output<typeof plannedDeed>;
