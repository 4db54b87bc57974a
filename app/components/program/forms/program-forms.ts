import type { FieldSpec, VariantSpec } from "./field-spec.ts";

export const NAME_FIELDS: readonly FieldSpec[] = [
  { type: "localText", at: ["name"], words: "programName" },
  { type: "pointsName", at: ["pointsName"], words: "pointsName" },
  { type: "language", at: ["language"], words: "language" },
  { type: "currency", at: ["currency"], words: "currency" },
  { type: "zone", at: ["timezone"], words: "timezone" },
];

const TAXES = [
  { value: "include", words: "taxInclude" },
  { value: "exclude", words: "taxExclude" },
] as const;
const GIFT_CARDS = [
  { value: "whenSpent", words: "giftCardsSpent" },
  { value: "whenBought", words: "giftCardsBought" },
] as const;
const MULTIPLIERS = [
  { value: "highest", words: "multipliersHighest" },
  { value: "product", words: "multipliersProduct" },
] as const;

export const BASIS_FIELDS: readonly FieldSpec[] = [
  { type: "choice", at: ["earning", "basis", "tax"], words: "tax", options: TAXES, fallback: "include" },
  { type: "toggle", at: ["earning", "basis", "shipping"], words: "shipping", fallback: false },
  {
    type: "choice",
    at: ["earning", "basis", "giftCards"],
    words: "giftCards",
    options: GIFT_CARDS,
    fallback: "whenSpent",
  },
  { type: "toggle", at: ["earning", "basis", "rewardDiscounts"], words: "rewardDiscounts", fallback: false },
  {
    type: "choice",
    at: ["earning", "multipliers"],
    words: "multipliers",
    options: MULTIPLIERS,
    fallback: "highest",
  },
];

const WAIT: FieldSpec = { type: "whole", at: ["days"], words: "waitDays", unit: "days" };

export const MATURITY: VariantSpec = {
  at: ["earning", "maturity"],
  words: "maturity",
  fallback: "immediate",
  variants: [
    { value: "immediate", words: "maturityImmediate", begin: { kind: "immediate" }, fields: [] },
    {
      value: "afterPaid",
      words: "maturityPaid",
      begin: { kind: "afterPaid", days: 14 },
      fields: [WAIT],
    },
    {
      value: "afterFulfilled",
      words: "maturityFulfilled",
      begin: { kind: "afterFulfilled", days: 14 },
      fields: [WAIT],
    },
  ],
};

export const EXCLUSION_FIELDS: readonly FieldSpec[] = [
  { type: "list", at: ["earning", "exclude", "customerTags"], words: "excludedTags" },
  { type: "list", at: ["earning", "exclude", "emailDomains"], words: "excludedDomains" },
];

const UNUSED_FOR: FieldSpec = { type: "whole", at: ["months"], words: "expiryMonths", unit: "months" };

export const EXPIRY: VariantSpec = {
  at: ["expiry"],
  words: "expiry",
  fallback: "never",
  variants: [
    { value: "never", words: "expiryNever", begin: { kind: "never" }, fields: [] },
    {
      value: "perLot",
      words: "expiryPerLot",
      begin: { kind: "perLot", months: 12 },
      fields: [UNUSED_FOR, { type: "toggle", at: ["toMonthEnd"], words: "toMonthEnd", fallback: false }],
    },
    {
      value: "inactivity",
      words: "expiryInactivity",
      begin: { kind: "inactivity", months: 12 },
      fields: [UNUSED_FOR],
    },
    {
      value: "fixedDate",
      words: "expiryFixedDate",
      begin: { kind: "fixedDate", month: 12, day: 31 },
      fields: [
        { type: "month", at: ["month"], words: "expiryMonth" },
        { type: "whole", at: ["day"], words: "expiryDay" },
        { type: "whole", at: ["minAgeDays"], words: "minAgeDays", unit: "days", fallback: "0" },
      ],
    },
  ],
};

const SPENT_POINTS = [
  { value: "proportional", words: "spentProportional" },
  { value: "fullOnly", words: "spentFullOnly" },
  { value: "none", words: "spentNone" },
] as const;
const SHORTFALLS = [
  { value: "debt", words: "shortfallDebt" },
  { value: "otherLots", words: "shortfallOtherLots" },
  { value: "clamp", words: "shortfallClamp" },
] as const;

export const REFUND_FIELDS: readonly FieldSpec[] = [
  {
    type: "choice",
    at: ["refunds", "spentPoints"],
    words: "spentPoints",
    options: SPENT_POINTS,
    fallback: "proportional",
  },
  {
    type: "choice",
    at: ["refunds", "shortfall"],
    words: "shortfall",
    options: SHORTFALLS,
    fallback: "debt",
  },
];

export const CAMPAIGN_FIELDS: readonly FieldSpec[] = [
  { type: "localText", at: ["name"], words: "campaignName" },
  { type: "decimal", at: ["factor"], words: "factor" },
  { type: "instant", at: ["from"], words: "from" },
  { type: "instant", at: ["to"], words: "to" },
  { type: "levels", at: ["tiers"], words: "memberTiers", added: true },
  { type: "text", at: ["id"], words: "id", added: true },
];
