import type { FieldSpec } from "./field-spec.ts";

/** What may be asked of a line of an order; `not` holds the same again. */
export const LINE_FIELDS: readonly FieldSpec[] = [
  { type: "resources", at: ["products"], words: "products", resource: "product", added: true },
  {
    type: "resources",
    at: ["variants"],
    words: "variants",
    resource: "variant",
    added: true,
    needs: "variants",
  },
  { type: "resources", at: ["collections"], words: "collections", resource: "collection", added: true },
  { type: "list", at: ["tags"], words: "productTags", added: true, needs: "tags" },
  { type: "list", at: ["vendors"], words: "vendors", added: true },
  { type: "list", at: ["types"], words: "types", added: true, needs: "tags" },
];

const ORDER_FIELDS: readonly FieldSpec[] = [
  { type: "toggle", at: ["order", "first"], words: "firstOrder", fallback: false, added: true },
  { type: "whole", at: ["order", "nth"], words: "nthOrder", added: true },
  { type: "money", at: ["order", "minSubtotal"], words: "minSubtotal", added: true },
  { type: "list", at: ["order", "channels"], words: "channels", added: true },
  { type: "list", at: ["order", "discountCodes"], words: "discountCodes", added: true },
  { type: "list", at: ["order", "paymentMethods"], words: "paymentMethods", added: true },
];

/** What may be asked of a member. */
export const MEMBER_FIELDS: readonly FieldSpec[] = [
  { type: "levels", at: ["member", "tiers"], words: "memberTiers", added: true },
  { type: "list", at: ["member", "tags"], words: "memberTags", added: true, needs: "tags" },
  { type: "segments", at: ["member", "segments"], words: "memberSegments", added: true },
];

const WINDOW_FIELDS: readonly FieldSpec[] = [
  { type: "instant", at: ["when", "from"], words: "from", added: true },
  { type: "instant", at: ["when", "to"], words: "to", added: true },
  { type: "weekdays", at: ["when", "weekdays"], words: "weekdays", added: true },
];

/** What narrows any rule down. */
export const RULE_CONDITIONS: readonly FieldSpec[] = [...MEMBER_FIELDS, ...ORDER_FIELDS, ...WINDOW_FIELDS];

const PERIODS = [
  { value: "order", words: "perOrder" },
  { value: "day", words: "perDay" },
  { value: "week", words: "perWeek" },
  { value: "month", words: "perMonth" },
  { value: "year", words: "perYear" },
  { value: "ever", words: "perEver" },
] as const;

/** An activity has no order. */
export const ACTIVITY_PERIODS = PERIODS.filter(({ value }) => value !== "order");

export const ORDER_LIMITS: readonly FieldSpec[] = limitFields(PERIODS);
export const ACTIVITY_LIMITS: readonly FieldSpec[] = [
  ...limitFields(ACTIVITY_PERIODS),
  { type: "whole", at: ["limit", "cooldownMinutes"], words: "cooldown", unit: "minutes", added: true },
];

function limitFields(options: readonly (typeof PERIODS)[number][]): FieldSpec[] {
  return [
    { type: "whole", at: ["limit", "count"], words: "limitCount", unit: "times", added: true },
    { type: "whole", at: ["limit", "points"], words: "limitPoints", unit: "points", added: true },
    {
      type: "choice",
      at: ["limit", "per"],
      words: "limitPer",
      options,
      fallback: "ever",
      shownWith: ["limit"],
    },
  ];
}

export const CAP_FIELDS: readonly FieldSpec[] = [
  { type: "whole", at: ["points"], words: "capPoints", unit: "points" },
  { type: "choice", at: ["per"], words: "capPer", options: PERIODS },
];
