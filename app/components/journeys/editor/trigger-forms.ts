import type { Trigger } from "#app/domain/journeys/journey.ts";
import type { FieldSpec } from "../../program/forms/field-spec.ts";

/** What a trigger begins with, and all that may be said of it. */
export interface TriggerForm {
  readonly begin: Readonly<Record<string, unknown>>;
  readonly fields: readonly FieldSpec[];
  /** It may ask what is bought. */
  readonly hasLines?: boolean;
}

const AT: FieldSpec = { type: "clock", at: ["at"], words: "journeyAt", added: true };
const LEVELS: FieldSpec = { type: "levels", at: ["levels"], words: "journeyLevels", added: true };
const CHALLENGE: FieldSpec = { type: "challenge", at: ["id"], words: "journeyChallenge", added: true };
const SEGMENT: FieldSpec = { type: "segment", at: ["segment"], words: "journeySegment" };
const DAYS_BEFORE: FieldSpec = {
  ...{ type: "whole", at: ["daysBefore"], words: "daysBefore", unit: "days" },
};
const DAYS_BEFORE_THE_DAY: FieldSpec = { ...DAYS_BEFORE, fallback: "0" };

/** The triggers that have a form; any other is seen as JSON. */
export const TRIGGER_FORMS: Partial<Readonly<Record<Trigger["on"], TriggerForm>>> = {
  joined: { begin: {}, fields: [] },
  purchase: {
    begin: {},
    fields: [
      { type: "whole", at: ["nth"], words: "journeyNth", added: true },
      { type: "money", at: ["minSubtotal"], words: "minSubtotal", added: true },
    ],
    hasLines: true,
  },
  points_earned: {
    begin: {},
    fields: [{ type: "whole", at: ["batchHours"], words: "batchHours", unit: "hours", fallback: "1" }],
  },
  reward_in_reach: {
    begin: {},
    fields: [{ type: "reward", at: ["reward"], words: "journeyReward", added: true }],
  },
  tier_reached: { begin: {}, fields: [LEVELS] },
  tier_lost: { begin: {}, fields: [LEVELS] },
  tier_in_grace: { begin: {}, fields: [LEVELS] },
  tier_near: {
    begin: { missingShare: 0.2 },
    fields: [{ type: "share", at: ["missingShare"], words: "missingShare" }],
  },
  points_expiring: { begin: { daysBefore: 30 }, fields: [DAYS_BEFORE, AT] },
  code_expiring: { begin: { daysBefore: 7 }, fields: [DAYS_BEFORE, AT] },
  membership_ending: { begin: { daysBefore: 7 }, fields: [DAYS_BEFORE, AT] },
  birthday: { begin: {}, fields: [DAYS_BEFORE_THE_DAY, AT] },
  anniversary: { begin: {}, fields: [DAYS_BEFORE_THE_DAY, AT] },
  lapsed: {
    begin: { days: 60 },
    fields: [{ type: "whole", at: ["days"], words: "lapsedDays", unit: "days" }, AT],
  },
  segment_entered: { begin: { segment: "" }, fields: [SEGMENT] },
  segment_left: { begin: { segment: "" }, fields: [SEGMENT] },
  unsubscribed: { begin: {}, fields: [] },
  referral_joined: { begin: {}, fields: [] },
  referral_qualified: { begin: {}, fields: [] },
  challenge_done: { begin: {}, fields: [CHALLENGE] },
  challenge_near: {
    begin: { missing: 1 },
    fields: [CHALLENGE, { type: "measure", at: ["missing"], words: "challengeMissing" }],
  },
  order_returned: { begin: {}, fields: [] },
  date: {
    begin: { at: "" },
    fields: [
      { type: "instant", at: ["at"], words: "journeyDate" },
      { type: "toggle", at: ["everyYear"], words: "everyYear", fallback: false },
    ],
  },
};
