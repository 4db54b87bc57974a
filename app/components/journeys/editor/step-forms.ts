import type { FieldSpec } from "../../program/forms/field-spec.ts";

export const STEP_KINDS = ["send", "wait", "only", "give", "choose"] as const;
export type StepKind = (typeof STEP_KINDS)[number];

const TWO_WAYS = [
  { share: 50, steps: [] },
  { share: 50, steps: [] },
];

/** What a step of each kind begins with. */
export const STEP_BEGINNINGS: Readonly<Record<StepKind, Readonly<Record<string, unknown>>>> = {
  send: { send: { channel: "email", template: "" } },
  wait: { wait: { days: 2 } },
  only: { only: { all: [{ fact: "purchases.count", atLeast: 1 }] } },
  give: { give: { points: 50 } },
  choose: { choose: TWO_WAYS },
};

export const WAIT_FIELDS: readonly FieldSpec[] = [
  { type: "whole", at: ["days"], words: "waitDaysOf", unit: "days", added: true },
  { type: "whole", at: ["hours"], words: "waitHoursOf", unit: "hours", added: true },
  { type: "clock", at: ["at"], words: "waitUntil", added: true },
];

/** A reward's code for certain goods of the customer's. */
export const PRODUCTS_FIELD: FieldSpec = {
  type: "choice",
  at: ["products"],
  words: "giftProducts",
  added: true,
  options: [
    { value: "most_bought", words: "productsMostBought" },
    { value: "recommended", words: "productsRecommended" },
  ],
};

export const SHARE_FIELD: FieldSpec = { type: "percent", at: ["share"], words: "armShare" };
export const AGAIN_DAYS: FieldSpec = {
  ...{ type: "whole", at: ["again", "afterDays"], words: "againAfterDays", unit: "days" },
};
export const HOLDOUT_FIELD: FieldSpec = {
  ...{ type: "percent", at: ["holdout"], words: "journeyHoldout", fallback: "0" },
};
export const NAME_FIELD: FieldSpec = { type: "localText", at: ["name"], words: "journeyName" };
