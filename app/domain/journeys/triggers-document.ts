import { z } from "zod";
import { amount, anyOf, count, days, instantText, text } from "../program/document/fields.ts";
import { lineCondition } from "../program/compile/line-condition.ts";

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

export const clockTime = z
  .string()
  .regex(CLOCK, { error: 'a time of day in quotes, such as "09:00"' })
  .meta({ description: "Local time of day, 00:00 to 23:59." });

const MOST_HOURS = 24 * 366;
const hours = z.number().min(0).max(MOST_HOURS);
const share = z.number().gt(0).max(1);
/** Clock triggers fall due at 09:00 unless this says otherwise. */
const at = clockTime.optional();
const levels = anyOf.optional().meta({ description: "Ids of levels; left out: any." });

/** What begins a pass, one form for each `on`. */
export const triggerDocument = z.discriminatedUnion("on", [
  z.strictObject({ on: z.literal("joined") }),
  z.strictObject({
    on: z.literal("purchase"),
    nth: count.optional(),
    lines: lineCondition.optional(),
    minSubtotal: amount.optional().meta({ description: "Goods after discounts, inclusive." }),
  }),
  z.strictObject({ on: z.literal("points_earned"), batchHours: hours.default(1) }),
  z.strictObject({ on: z.literal("reward_in_reach"), reward: text.optional() }),
  z.strictObject({ on: z.literal("tier_reached"), levels }),
  z.strictObject({ on: z.literal("tier_lost"), levels }),
  z.strictObject({ on: z.literal("tier_in_grace"), levels }),
  z.strictObject({ on: z.literal("tier_near"), missingShare: share }),
  z.strictObject({ on: z.literal("points_expiring"), daysBefore: days, at }),
  z.strictObject({ on: z.literal("code_expiring"), daysBefore: days, at }),
  z.strictObject({ on: z.literal("membership_ending"), daysBefore: days, at }),
  z.strictObject({ on: z.literal("birthday"), daysBefore: days.default(0), at }),
  z.strictObject({ on: z.literal("anniversary"), daysBefore: days.default(0), at }),
  z.strictObject({ on: z.literal("lapsed"), days, at }),
  z.strictObject({ on: z.literal("segment_entered"), segment: text }),
  z.strictObject({ on: z.literal("segment_left"), segment: text }),
  z.strictObject({ on: z.literal("cart_abandoned"), hours }),
  z.strictObject({
    on: z.literal("replenishment"),
    lines: lineCondition.optional(),
    share: z
      .number()
      .gt(0)
      .max(10)
      .default(0.9)
      .meta({ description: "Of the median days between two purchases." }),
    at,
  }),
  z.strictObject({
    on: z.literal("browsed"),
    activity: text,
    lines: lineCondition.optional(),
    times: count,
    withinDays: days,
  }),
  z.strictObject({ on: z.literal("survey_open"), survey: text, days, at }),
  z.strictObject({ on: z.literal("unsubscribed") }),
  z.strictObject({ on: z.literal("referral_joined") }),
  z.strictObject({ on: z.literal("referral_qualified") }),
  z.strictObject({ on: z.literal("challenge_done"), id: text.optional() }),
  z.strictObject({
    on: z.literal("challenge_near"),
    id: text.optional(),
    missing: z
      .union([count, amount], { error: "a whole number; of value an amount in quotes" })
      .meta({ description: "At most so much is missing, and something is there." }),
  }),
  z.strictObject({
    on: z.literal("date"),
    at: instantText,
    everyYear: z.boolean().default(false),
  }),
  z.strictObject({ on: z.literal("order_returned") }),
]);

export type TriggerDocument = z.output<typeof triggerDocument>;
