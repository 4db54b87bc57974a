import type { FieldSpec, FormVariant, VariantSpec } from "./field-spec.ts";

const METRICS = [
  { value: "spend", words: "metricSpend" },
  { value: "points", words: "metricPoints" },
  { value: "orders", words: "metricOrders" },
] as const;

const DOWNGRADES = [
  { value: "toJustified", words: "downgradeJustified" },
  { value: "oneStep", words: "downgradeOneStep" },
] as const;

export const TIER_FIELDS: readonly FieldSpec[] = [
  { type: "choice", at: ["metric"], words: "metric", options: METRICS, fallback: "spend" },
  { type: "whole", at: ["graceDays"], words: "graceDays", unit: "days", fallback: "0" },
  { type: "choice", at: ["downgrade"], words: "downgrade", options: DOWNGRADES, fallback: "toJustified" },
];

export const TIER_WINDOW: VariantSpec = {
  at: ["window"],
  words: "tierWindow",
  fallback: "lifetime",
  variants: [
    { value: "lifetime", words: "windowLifetime", begin: { kind: "lifetime" }, fields: [] },
    {
      value: "rolling",
      words: "windowRolling",
      begin: { kind: "rolling", months: 12 },
      fields: [{ type: "whole", at: ["months"], words: "windowMonths", unit: "months" }],
    },
    { value: "calendarYear", words: "windowYear", begin: { kind: "calendarYear" }, fields: [] },
  ],
};

export const LEVEL_FIELDS: readonly FieldSpec[] = [
  { type: "localText", at: ["name"], words: "levelName" },
  { type: "threshold", at: ["from"], words: "levelFrom" },
  { type: "decimal", at: ["multiplier"], words: "multiplier", fallback: "1" },
  { type: "whole", at: ["entryPoints"], words: "entryPoints", unit: "points", fallback: "0" },
  { type: "rewards", at: ["entryRewards"], words: "entryRewards" },
  { type: "text", at: ["id"], words: "id", added: true },
];

/** What a level brings that the app sees to; words of the merchant's own are the other kind. */
export const PERK_VARIANTS: readonly FormVariant[] = [
  {
    value: "freeShipping",
    words: "perkFreeShipping",
    begin: { kind: "freeShipping" },
    fields: [
      { type: "money", at: ["minSubtotal"], words: "minSubtotal", added: true },
      { type: "text", at: ["id"], words: "id", added: true },
    ],
  },
  {
    value: "percentOff",
    words: "perkPercentOff",
    begin: { kind: "percentOff", percent: 5 },
    fields: [
      { type: "percent", at: ["percent"], words: "percent" },
      { type: "money", at: ["minSubtotal"], words: "minSubtotal", added: true },
      { type: "text", at: ["id"], words: "id", added: true },
    ],
  },
  {
    value: "content",
    words: "perkContent",
    begin: { kind: "content", url: "/pages/" },
    fields: [
      { type: "text", at: ["url"], words: "contentUrl" },
      { type: "localText", at: ["name"], words: "contentName" },
      { type: "text", at: ["id"], words: "id", added: true },
    ],
  },
];

/** The choice that is no object: a text. */
export const PERK_TEXT = { value: "text", words: "perkText" } as const;
