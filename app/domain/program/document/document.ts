import { z } from "zod";
import {
  amount,
  anyOf,
  count,
  days,
  factor,
  identifier,
  languageTag,
  localText,
  months,
  percent,
  points,
  pointsName,
  positivePoints,
  texts,
} from "./fields.ts";
import { challenge } from "./challenges-document.ts";
import { early, membership, referral } from "./community-document.ts";
import { perk } from "./perk-document.ts";
import { campaign, cap, rule } from "./rules.ts";

const basis = z.strictObject({
  tax: z
    .enum(["include", "exclude"])
    .default("include")
    .meta({ description: "Whether tax on the goods earns." }),
  shipping: z.boolean().default(false),
  giftCards: z
    .enum(["whenSpent", "whenBought"])
    .default("whenSpent")
    .meta({ description: "The same money never earns twice." }),
  rewardDiscounts: z
    .boolean()
    .default(false)
    .meta({ description: "Whether the part of a price covered by a points reward earns." }),
});

const maturity = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("immediate") }),
  z.strictObject({ kind: z.literal("afterPaid"), days }),
  z.strictObject({ kind: z.literal("afterFulfilled"), days }),
]);

const earning = z.strictObject({
  basis: basis.prefault({}),
  maturity: maturity.default({ kind: "immediate" }),
  multipliers: z.enum(["highest", "product"]).default("highest"),
  rules: z.array(rule).max(500),
  campaigns: z.array(campaign).max(500).default([]),
  caps: z.array(cap).max(50).default([]),
  exclude: z.strictObject({ customerTags: texts.default([]), emailDomains: texts.default([]) }).prefault({}),
});

const expiry = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("never") }),
  z.strictObject({ kind: z.literal("perLot"), months, toMonthEnd: z.boolean().default(false) }),
  z.strictObject({ kind: z.literal("inactivity"), months }),
  z.strictObject({
    kind: z.literal("fixedDate"),
    month: z.int({ error: "a whole number" }).min(1).max(12),
    day: z.int({ error: "a whole number" }).min(1).max(31),
    minAgeDays: days.default(0),
  }),
]);

const refunds = z.strictObject({
  spentPoints: z.enum(["none", "fullOnly", "proportional"]).default("proportional"),
  shortfall: z.enum(["debt", "clamp", "otherLots"]).default("debt"),
});

const level = z.strictObject({
  id: identifier,
  name: localText.optional(),
  from: z.string().meta({
    description: "Inclusive threshold: an amount for `spend`, an integer in quotes for the others.",
  }),
  multiplier: factor.default(1),
  entryPoints: points.default(0),
  entryRewards: texts.default([]),
  perks: z.array(perk).max(100).default([]),
});

const tiers = z.strictObject({
  metric: z.enum(["spend", "points", "orders"]).default("spend"),
  window: z
    .discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("lifetime") }),
      z.strictObject({ kind: z.literal("rolling"), months }),
      z.strictObject({ kind: z.literal("calendarYear") }),
    ])
    .default({ kind: "lifetime" }),
  graceDays: days.default(0),
  downgrade: z.enum(["toJustified", "oneStep"]).default("toJustified"),
  levels: z.array(level).min(1, { error: "at least one level" }).max(50),
});

const variable = z
  .strictObject({
    points: positivePoints,
    value: amount,
    step: positivePoints.optional().meta({ description: "Left out: the same as `points`." }),
    min: positivePoints.optional().meta({ description: "Left out: one step." }),
    max: positivePoints.optional(),
  })
  .meta({ description: "The member picks how many points to spend: `points` for each `value`." });

const everyReward = {
  id: identifier,
  name: localText.optional(),
  enabled: z.boolean().default(true),
  cost: points.optional(),
  minSubtotal: amount.optional(),
  products: anyOf.optional(),
  collections: anyOf.optional(),
  validDays: z.int({ error: "a whole number" }).min(1).max(3660).default(90),
  stock: points.optional(),
  limitPerMember: count.optional(),
  tiers: anyOf.optional(),
};
const money = { value: amount.optional(), variable: variable.optional() };

const reward = z.discriminatedUnion("kind", [
  z.strictObject({ ...everyReward, ...money, kind: z.literal("amountOff") }),
  z.strictObject({ ...everyReward, kind: z.literal("percentOff"), percent }),
  z.strictObject({ ...everyReward, kind: z.literal("freeShipping") }),
  z.strictObject({ ...everyReward, kind: z.literal("freeProduct"), variants: anyOf.optional() }),
  z.strictObject({ ...everyReward, ...money, kind: z.literal("storeCredit") }),
  z.strictObject({ ...everyReward, ...money, kind: z.literal("giftCard") }),
  z.strictObject({ ...everyReward, kind: z.literal("experience") }),
]);

/** What points are called where the merchant has no name for them. */
const POINTS = {
  en: { one: "point", other: "points" },
  de: { one: "Punkt", other: "Punkte" },
  fr: { one: "point", other: "points" },
  es: { one: "punto", other: "puntos" },
  it: { one: "punto", other: "punti" },
  nl: { one: "punt", other: "punten" },
};

/**
 * The program document `regulars.program/1`: what the admin edits, a version freezes, a merchant
 * exports and `replay` runs. The one definition; `docs/program.schema.json` is generated from it.
 * What one field says about another is checked in `check-document.ts`.
 */
export const programDocument = z.strictObject({
  format: z.literal("regulars.program/1"),
  name: localText,
  language: languageTag.default("en").meta({
    description: "What serves whoever speaks a language that a text is not given in.",
  }),
  currency: z.string().meta({ description: "ISO 4217, e.g. EUR." }),
  timezone: z.string().meta({ description: "IANA time zone, e.g. Europe/Berlin." }),
  pointsName: pointsName.default(POINTS),
  earning,
  expiry: expiry.default({ kind: "never" }),
  refunds: refunds.prefault({}),
  tiers: tiers.optional(),
  rewards: z.array(reward).max(500).default([]),
  challenges: z.array(challenge).max(200).default([]),
  referral: referral.optional(),
  memberships: z.array(membership).max(50).default([]),
  early: z.array(early).max(200).default([]),
});

/** A document with every default filled in. */
export type ProgramDocument = z.output<typeof programDocument>;
/** A document as a merchant writes it: what has a default may be left out. */
export type ProgramDocumentDraft = z.input<typeof programDocument>;
export type RuleDocument = ProgramDocument["earning"]["rules"][number];
export type LevelDocument = NonNullable<ProgramDocument["tiers"]>["levels"][number];
export type PerkDocument = LevelDocument["perks"][number];
export type RewardDocument = ProgramDocument["rewards"][number];
export type TiersDocument = NonNullable<ProgramDocument["tiers"]>;

/**
 * The JSON Schema of the document as a merchant writes it, made from the one definition above and
 * published as `docs/program.schema.json`. What fields say about each other is beyond a schema.
 */
export function programSchema(): object {
  return { title: "Regulars loyalty program", ...z.toJSONSchema(programDocument, { io: "input" }) };
}
