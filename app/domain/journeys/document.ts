import { z } from "zod";
import { days, identifier, localText, signedPoints, text } from "../program/document/fields.ts";
import { clockTime, triggerDocument } from "./triggers-document.ts";

export const CHANNELS = ["email", "sms", "push", "inbox"] as const;
export const STOPS = ["purchase", "trigger_undone", "reward_used"] as const;

const MOST_HOURS = 24 * 366;
const hours = z.int({ error: "a whole number" }).min(0).max(MOST_HOURS);

const send = z.strictObject({
  channel: z.enum(CHANNELS),
  template: text.meta({ description: "The id of a template." }),
});

const wait = z
  .strictObject({ days: days.optional(), hours: hours.optional(), at: clockTime.optional() })
  .refine((value) => value.days !== undefined || value.hours !== undefined || value.at !== undefined, {
    error: "an object with at least one of days, hours, at",
  })
  .meta({ description: "Days at the same time of day, then hours, then the first `at` not before that." });

const give = z
  .strictObject({
    points: signedPoints.optional().meta({ description: "Negative points take what is available at most." }),
    reward: identifier.optional(),
    products: z
      .enum(["recommended", "most_bought"])
      .optional()
      .meta({ description: "With `reward`: its code holds for these products of the customer alone." }),
  })
  .refine((value) => (value.points === undefined) !== (value.reward === undefined), {
    error: "an object with either points or reward",
  })
  .refine((value) => value.points !== 0, { error: "points other than 0", path: ["points"] })
  .refine((value) => value.products === undefined || value.reward !== undefined, {
    error: "nothing: only a reward's code holds for products",
    path: ["products"],
  });

/** One step; of all these there is exactly one. */
export interface StepDocument {
  readonly send?: z.output<typeof send> | undefined;
  readonly wait?: z.output<typeof wait> | undefined;
  readonly only?: unknown;
  readonly give?: z.output<typeof give> | undefined;
  readonly choose?: readonly ArmDocument[] | undefined;
}

interface ArmDocument {
  readonly share: number;
  readonly steps: readonly StepDocument[];
}

const WHOLE = 100;
const STEP_KINDS = ["send", "wait", "only", "give", "choose"] as const;

const arm = z.strictObject({
  share: z.int({ error: "a whole percentage" }).min(0).max(WHOLE),
  steps: z.lazy((): z.ZodType<StepDocument[]> => stepsDocument),
});

const step = z
  .strictObject({
    send: send.optional(),
    wait: wait.optional(),
    only: z.unknown().optional().meta({ description: "A condition; where it fails the pass ends." }),
    give: give.optional(),
    choose: z
      .array(arm)
      .min(1, { error: "at least one arm" })
      .max(20)
      .refine((arms) => arms.reduce((sum, { share }) => sum + share, 0) === WHOLE, {
        error: "arms whose shares come to 100 together",
      })
      .optional(),
  })
  .refine((value) => STEP_KINDS.filter((kind) => value[kind] !== undefined).length === 1, {
    error: `exactly one of ${STEP_KINDS.join(", ")}`,
  });

const stepsDocument: z.ZodType<StepDocument[]> = z.array(step).max(100);

const again = z.union([z.enum(["once", "always"]), z.strictObject({ afterDays: days })], {
  error: '"once", "always" or {"afterDays": n}',
});

/**
 * One journey, `regulars.journey/1`: whom what befalls is written to, and what is given along the way. What one
 * field says about another, conditions among it, is checked in `parse-journeys.ts`.
 */
export const journeyDocument = z.strictObject({
  format: z.literal("regulars.journey/1"),
  id: identifier,
  name: localText.optional(),
  enabled: z.boolean().default(true),
  trigger: triggerDocument,
  where: z.unknown().optional().meta({ description: "A condition on facts; left out: everybody." }),
  again: again.default("always"),
  purpose: z.enum(["marketing", "service"]).default("marketing"),
  stopWhen: z.array(z.enum(STOPS)).max(STOPS.length).default([]),
  holdout: z.number().min(0).max(50).default(0).meta({ description: "Percent." }),
  steps: stepsDocument,
});

export type JourneyDocument = z.output<typeof journeyDocument>;

export const MOST_JOURNEYS = 500;

export const journeySettings = z.strictObject({
  quietHours: z.strictObject({ from: clockTime, to: clockTime }).default({ from: "21:00", to: "08:00" }),
  frequency: z
    .strictObject({
      count: z.int({ error: "a whole number" }).min(1).max(1000),
      days: z.int({ error: "a whole number" }).min(1).max(366).default(7),
    })
    .default({ count: 3, days: 7 }),
  compareDays: z.int({ error: "a whole number" }).min(1).max(366).default(30),
});

export const journeysFile = z.strictObject({
  settings: journeySettings.prefault({}),
  journeys: z.array(journeyDocument).max(MOST_JOURNEYS),
});

export type JourneysFile = z.output<typeof journeysFile>;
