import { z } from "zod";
import {
  amount,
  anyOf,
  count,
  factor,
  identifier,
  instantText,
  localText,
  points,
  positivePoints,
  signedPoints,
  text,
} from "./fields.ts";
import { lineCondition } from "../compile/line-condition.ts";

const orderCondition = z.strictObject({
  first: z.boolean().optional().meta({ description: "The member's first paid order." }),
  minSubtotal: amount.optional().meta({ description: "Goods after discounts, inclusive." }),
  nth: count.optional().meta({ description: "The member's n-th paid order." }),
  channels: anyOf.optional(),
  discountCodes: anyOf
    .optional()
    .meta({ description: "Any of these codes; upper and lower case are the same." }),
  paymentMethods: anyOf.optional(),
});

export const memberCondition = z.strictObject({
  tiers: anyOf.optional(),
  tags: anyOf.optional().meta({ description: "Upper and lower case are the same." }),
  segments: anyOf.optional(),
});

const window = z
  .strictObject({
    from: instantText.optional(),
    to: instantText.optional().meta({ description: "Exclusive." }),
    weekdays: z
      .array(z.int({ error: "a whole number" }).min(1).max(7))
      .min(1, { error: "at least one weekday, or no such field" })
      .max(7)
      .optional()
      .meta({ description: "1 = Monday … 7 = Sunday, in the program's time zone." }),
  })
  .meta({ description: "Half open: `from` is in, `to` is out." });

const limitPeriod = z.enum(["order", "day", "week", "month", "year", "ever"]);

const limit = z
  .strictObject({
    count: count.optional(),
    points: positivePoints.optional(),
    per: limitPeriod.default("ever"),
    cooldownMinutes: count.optional().meta({ description: "Activities only." }),
  })
  .refine(
    (value) => value.count !== undefined || value.points !== undefined || value.cooldownMinutes !== undefined,
    {
      error: "an object with at least one of count, points, cooldownMinutes",
    },
  )
  .meta({ description: "Truncates: what is left of it is given, the rest is not." });

const everyRule = {
  id: identifier,
  name: localText.optional(),
  enabled: z.boolean().default(true),
  when: window.optional(),
  limit: limit.optional(),
  order: orderCondition.optional(),
  member: memberCondition.optional(),
};

const spendRule = z
  .strictObject({
    ...everyRule,
    kind: z.literal("spend"),
    stack: z.enum(["base", "bonus"]).default("base").meta({
      description: "A line takes the one matching base rule of highest priority, and every bonus rule.",
    }),
    priority: z.int({ error: "a whole number" }).min(-1000).max(1000).default(0),
    points,
    per: amount,
    step: z
      .boolean()
      .default(false)
      .meta({ description: "Only for each full `per` of the matching lines together." }),
    lines: lineCondition.optional(),
  })
  .meta({ description: "`points` for each `per` of eligible money, proportionally." });

const itemRule = z
  .strictObject({ ...everyRule, kind: z.literal("item"), points, lines: lineCondition.optional() })
  .meta({ description: "`points` per unit of a matching line." });

const orderRule = z
  .strictObject({
    ...everyRule,
    kind: z.literal("order"),
    points,
    lines: lineCondition.optional().meta({ description: "The order contains a line that matches." }),
  })
  .meta({ description: "`points` once per order." });

const activityRule = z
  .strictObject({ ...everyRule, kind: z.literal("activity"), activity: text, points: signedPoints })
  .meta({ description: "`points` once per occurrence; negative points are taken." });

export const rule = z.discriminatedUnion("kind", [spendRule, itemRule, orderRule, activityRule]);

export const campaign = z
  .strictObject({
    id: identifier,
    name: localText.optional(),
    factor,
    from: instantText.optional(),
    to: instantText.optional().meta({ description: "Exclusive." }),
    lines: lineCondition.optional(),
    tiers: anyOf.optional(),
  })
  .meta({ description: "Multiplies what spend rules give on matching lines while it lasts." });

export const cap = z
  .strictObject({ points: positivePoints, per: limitPeriod })
  .meta({ description: "The most a member earns over all rules." });
