import { z } from "zod";
import type {
  AwardUse,
  Exclusion,
  FrozenAward,
  FrozenLine,
  FrozenRate,
  FrozenRoom,
  RuleUse,
} from "#app/domain/books/frozen-award.ts";
import { oneOf, type ShapeOf } from "../column-values.ts";

const exclusion = oneOf<Exclusion>({
  not_paid: true,
  cancelled: true,
  test_order: true,
  customer_excluded: true,
  email_domain_excluded: true,
  excluded_by_hand: true,
  member_left: true,
});

const rate = z.object({
  ruleId: z.string(),
  points: z.number(),
  perMinor: z.number(),
} satisfies ShapeOf<FrozenRate>);

const line = z.object({
  id: z.string(),
  basisMinor: z.int(),
  quantity: z.number(),
  spend: z.array(rate),
  steps: z.array(z.string()),
  items: z.array(z.object({ ruleId: z.string(), points: z.number() })),
  multiplierNum: z.string(),
  multiplierDen: z.string(),
} satisfies ShapeOf<FrozenLine>);

const bonus = z.object({
  ruleId: z.string(),
  points: z.number(),
  once: z.string().nullable(),
} satisfies ShapeOf<FrozenAward["orderRules"][number]>);

const room = z.object({
  points: z.number().nullable(),
  count: z.number().nullable(),
} satisfies ShapeOf<FrozenRoom>);

const use = z.object({
  key: z.string(),
  count: z.number(),
  points: z.number(),
} satisfies ShapeOf<AwardUse>);

const part = z.object({
  ruleId: z.string(),
  count: z.number(),
  points: z.number(),
} satisfies ShapeOf<RuleUse>);

/** What an award has frozen of its order, as it is stored. */
export const frozenAward = z.object({
  excluded: exclusion.nullable(),
  tierId: z.string().nullable(),
  nth: z.int(),
  segments: z.array(z.string()).exactOptional(),
  paused: z.literal(true).exactOptional(),
  lines: z.array(line),
  stepRules: z.array(rate),
  orderRules: z.array(bonus),
  ruleRoom: z.record(z.string(), room),
  capRoom: z.number().nullable(),
  basisNum: z.string(),
  basisDen: z.string(),
  uses: z.array(use),
  parts: z.array(part).nullable(),
} satisfies ShapeOf<FrozenAward>);
