import { MEMBER_FIELDS } from "./condition-fields.ts";
import type { FieldSpec, FormVariant } from "./field-spec.ts";

export const CHALLENGE_NAME: FieldSpec = { type: "localText", at: ["name"], words: "challengeName" };
const REPEAT: FieldSpec = { type: "toggle", at: ["repeat"], words: "challengeRepeat", fallback: false };

/** What every challenge may say of whom it is for. */
export const WHO_FIELDS: readonly FieldSpec[] = [
  { type: "toggle", at: ["optIn"], words: "optIn", fallback: false },
  { type: "localText", at: ["badge"], words: "badge", added: true },
  ...MEMBER_FIELDS,
  { type: "text", at: ["id"], words: "id", added: true },
];

const PERIODS = [
  { value: "day", words: "everyDay" },
  { value: "week", words: "everyWeek" },
  { value: "month", words: "everyMonth" },
  { value: "year", words: "everyYear" },
] as const;

export const EVERY: Extract<FieldSpec, { type: "choice" }> = {
  type: "choice",
  at: ["every"],
  words: "challengeEvery",
  options: [...PERIODS, { value: "once", words: "everyOnce" }, { value: "span", words: "everySpan" }],
};

/** `every` as an object of its own. */
export const SPAN_FIELDS: readonly FieldSpec[] = [
  { type: "instant", at: ["from"], words: "from" },
  { type: "instant", at: ["to"], words: "to" },
];

const ONE_ORDER = { count: "purchases", atLeast: 1 };

interface ChallengeVariant extends FormVariant {
  /** Which goods count is asked of the challenge itself; otherwise it is part of the goal. */
  readonly hasGoal: boolean;
}

/** The kinds of challenges there are. A contest cannot be published: nobody can confirm who won it yet. */
export const CHALLENGE_VARIANTS: readonly ChallengeVariant[] = [
  {
    value: "goal",
    words: "challengeGoal",
    begin: { kind: "goal", every: "month", goal: ONE_ORDER, give: { points: 50 } },
    fields: [REPEAT],
    hasGoal: true,
  },
  {
    value: "streak",
    words: "challengeStreak",
    begin: { kind: "streak", every: "week", length: 4, goal: ONE_ORDER, give: { points: 200 } },
    fields: [
      { type: "choice", at: ["every"], words: "streakEvery", options: PERIODS },
      { type: "whole", at: ["length"], words: "streakLength", unit: "times" },
      REPEAT,
    ],
    hasGoal: true,
  },
  {
    value: "stamps",
    words: "challengeStamps",
    begin: { kind: "stamps", per: 10, give: { points: 100 }, repeat: true },
    fields: [
      { type: "whole", at: ["per"], words: "stampsPer" },
      { type: "whole", at: ["stampsPerOrder"], words: "stampsPerOrder", added: true },
      REPEAT,
    ],
    hasGoal: false,
  },
  {
    value: "surprise",
    words: "challengeSurprise",
    begin: { kind: "surprise", everyWeeks: 5, goal: ONE_ORDER, oneOf: [{ points: 20, weight: 1 }] },
    fields: [
      { type: "whole", at: ["everyWeeks"], words: "everyWeeks", unit: "weeks" },
      { type: "monday", at: ["from"], words: "surpriseFrom" },
    ],
    hasGoal: true,
  },
];

/** What a goal may count, and with what it begins. */
export const GOAL_COUNTS: readonly FormVariant[] = [
  { value: "purchases", words: "countPurchases", begin: { count: "purchases", atLeast: 1 }, fields: [] },
  { value: "units", words: "countUnits", begin: { count: "units", atLeast: 1 }, fields: [] },
  { value: "value", words: "countValue", begin: { count: "value", atLeast: "100" }, fields: [] },
  { value: "products", words: "countProducts", begin: { count: "products", atLeast: 3 }, fields: [] },
  {
    value: "types",
    words: "countTypes",
    needs: "tags",
    begin: { count: "types", atLeast: 3 },
    fields: [],
  },
  {
    value: "activities",
    words: "countActivities",
    begin: { count: "activities", atLeast: 1, activity: "link_click" },
    fields: [{ type: "activity", at: ["activity"], words: "activity" }],
  },
];

export const AT_LEAST: FieldSpec = { type: "measure", at: ["atLeast"], words: "atLeast" };

/** What is given: points, or a reward. */
export const GIFT_VARIANTS: readonly FormVariant[] = [
  {
    value: "points",
    words: "giftPoints",
    begin: { points: 50 },
    fields: [{ type: "whole", at: ["points"], words: "points", unit: "points" }],
  },
  {
    value: "reward",
    words: "giftReward",
    begin: { reward: "" },
    fields: [{ type: "reward", at: ["reward"], words: "reward" }],
  },
];

/** A gift on the way, and one of several. */
export const STEP_FIELDS: readonly FieldSpec[] = [{ type: "measure", at: ["at"], words: "stepAt" }];
export const DRAWN_FIELDS: readonly FieldSpec[] = [
  { type: "whole", at: ["weight"], words: "weight", fallback: "1" },
];
