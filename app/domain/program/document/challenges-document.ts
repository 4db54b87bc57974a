import { z } from "zod";
import { amount, count, identifier, instantText, localText, positivePoints, text } from "./fields.ts";
import { lineCondition } from "../compile/line-condition.ts";
import { memberCondition } from "./rules.ts";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What is given: points, or a reward of this program. */
export const gift = z
  .strictObject({ points: positivePoints.optional(), reward: identifier.optional() })
  .refine((value) => (value.points === undefined) !== (value.reward === undefined), {
    error: "an object with either points or reward",
  })
  .meta({ id: "gift", description: "Points, or the id of a reward of this program." });

const calendarPeriod = z.enum(["day", "week", "month", "year"], { error: "day, week, month, year" });
const span = z.strictObject({ from: instantText, to: instantText.meta({ description: "Exclusive." }) });
const every = z.union([z.enum(["day", "week", "month", "year", "once"]), span], {
  error: 'day, week, month, year, once, or an object with "from" and "to"',
});

const goal = z
  .strictObject({
    count: z.enum(["purchases", "units", "value", "products", "types", "activities"]),
    atLeast: z
      .union([count, amount], { error: "a whole number; of value an amount in quotes" })
      .meta({ description: "Inclusive; an amount for `value`." }),
    lines: lineCondition.optional(),
    activity: text.optional().meta({ description: "With `activities` only: which." }),
  })
  .meta({ id: "goal" });

const everyChallenge = {
  id: identifier,
  name: localText.optional(),
  enabled: z.boolean().default(true),
  badge: localText.optional(),
  member: memberCondition.optional().meta({ description: "Asked just before each order." }),
  optIn: z.boolean().default(false),
};

const periodChallenge = z.strictObject({
  ...everyChallenge,
  kind: z.literal("goal").optional(),
  every,
  goal,
  steps: z
    .array(
      z
        .strictObject({
          at: z.union([count, amount]),
          points: positivePoints.optional(),
          reward: identifier.optional(),
        })
        .refine((value) => (value.points === undefined) !== (value.reward === undefined), {
          error: "an object with `at` and either points or reward",
        }),
    )
    .max(50)
    .default([]),
  give: gift.optional(),
  repeat: z.boolean().default(false).meta({ description: "For every full `atLeast` of a period." }),
});

const streak = z.strictObject({
  ...everyChallenge,
  kind: z.literal("streak"),
  every: calendarPeriod,
  length: count,
  goal,
  give: gift,
  repeat: z.boolean().default(false),
});

const stamps = z.strictObject({
  ...everyChallenge,
  kind: z.literal("stamps"),
  per: count,
  lines: lineCondition.optional(),
  give: gift,
  repeat: z.boolean().default(false),
  stampsPerOrder: count.optional(),
});

const surprise = z.strictObject({
  ...everyChallenge,
  kind: z.literal("surprise"),
  everyWeeks: count,
  from: z.string().regex(DAY, { error: 'a Monday, such as "2026-01-05"' }),
  goal,
  oneOf: z
    .array(
      z
        .strictObject({
          points: positivePoints.optional(),
          reward: identifier.optional(),
          weight: count.default(1),
        })
        .refine((value) => (value.points === undefined) !== (value.reward === undefined), {
          error: "an object with either points or reward, and a weight",
        }),
    )
    .min(1, { error: "at least one gift" })
    .max(50),
});

const contest = z.strictObject({
  ...everyChallenge,
  kind: z.literal("contest"),
  from: instantText,
  to: instantText.meta({ description: "Exclusive." }),
  goal,
  winners: count,
  give: gift,
});

/** `challenges` of the program document (`document.ts`). */
export const challenge = z
  .discriminatedUnion("kind", [periodChallenge, streak, stamps, surprise, contest])
  .meta({ description: "Something to reach, and what it gives; without a `kind` a goal of each period." });

export type ChallengeDocument = z.output<typeof challenge>;
export type GiftDocument = Pick<z.output<typeof gift>, "points" | "reward">;
export type GoalDocument = z.output<typeof goal>;
